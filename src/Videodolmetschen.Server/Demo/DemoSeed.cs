using Microsoft.AspNetCore.Identity;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Demo;

/// <summary>
/// Fills an empty Development database with a small town that needs interpreters, and names the sign-ins at the start.
/// <c>Demo:History=false</c> leaves out its past months. Anywhere else it closes these accounts, should the database have served Development before.
/// </summary>
internal sealed partial class DemoSeed(
    DemoData demo,
    DemoStore store,
    IPasswordHasher<Account> hasher,
    IHostEnvironment environment,
    IConfiguration configuration,
    StartupStory story,
    TimeProvider time,
    ILogger<DemoSeed> logger)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment())
        {
            await CloseAsync(cancellationToken);
            return;
        }

        if (!await store.IsSeededAsync(demo, cancellationToken))
        {
            story.Tell("Demodaten werden angelegt.");
            var hash = hasher.HashPassword(new Account(), demo.Password);
            await store.WriteAsync(demo, hash, configuration.GetValue("Demo:History", true), time.GetUtcNow(), cancellationToken);
        }

        TellSignIns();
    }

    private async Task CloseAsync(CancellationToken cancellationToken)
    {
        var closed = await store.CloseAccountsAsync(demo, time.GetUtcNow(), cancellationToken);
        if (closed > 0)
        {
            LogClosed(closed);
        }
    }

    private void TellSignIns()
    {
        story.AddDemoSignIn($"Demozugänge (Passwort für alle: {demo.Password})");
        foreach (var person in demo.People.Where(person => person.Tile))
        {
            story.AddDemoSignIn($"  {person.Email,-36} {person.Title}");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Closed {Count} demo accounts: this is not Development")]
    private partial void LogClosed(int count);
}
