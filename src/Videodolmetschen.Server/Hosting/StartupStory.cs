using System.Globalization;

namespace Videodolmetschen.Server.Hosting;

/// <summary>
/// Says in plain German on the console what the start is doing, for the person who waits for it.
/// <c>Startup:Silent</c> keeps it quiet in tests.
/// </summary>
internal sealed class StartupStory(IConfiguration configuration)
{
    private readonly bool _silent = configuration.GetValue<bool>("Startup:Silent");
    private readonly List<string> _signIns = [];

    public void Tell(string sentence)
    {
        if (!_silent)
        {
            Console.WriteLine(sentence);
        }
    }

    /// <summary>The seed of the demo data leaves one line for each sign-in here; they are printed below the address.</summary>
    public void AddDemoSignIn(string line) => _signIns.Add(line);

    public void TellAddress(IEnumerable<string> addresses)
    {
        Tell("");
        Tell(string.Create(CultureInfo.InvariantCulture, $"Videodolmetschen läuft: {string.Join(", ", addresses)}"));
        foreach (var signIn in _signIns)
        {
            Tell("  " + signIn);
        }

        Tell("Beenden mit Strg+C.");
        Tell("");
    }
}
