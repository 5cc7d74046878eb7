using System.Text;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Access;

/// <summary>
/// <c>create-administrator --email x</c>: the first person of a new installation. The password is typed or piped in, never
/// an argument (those can be seen by others on the machine) and never a default.
/// </summary>
internal static class AdministratorCommand
{
    public const string Name = "create-administrator";

    private const string Usage = "Aufruf: dotnet run --project src/Videodolmetschen.Server -- create-administrator --email name@behoerde.de [--name \"Vorname Nachname\"]";

    public static bool IsMeant(string[] args) => args is [Name, ..];

    /// <returns>The exit code; a refusal is one German sentence on standard error.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await CreateAsync(args);
            return 0;
        }
        catch (Exception failure) when (StartupException.Describe(failure) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
    }

    private static async Task CreateAsync(string[] args)
    {
        var email = Argument(args, "--email") ?? throw new StartupException("Die E-Mail-Adresse fehlt. " + Usage);
        var wanted = new NewAccount(email, Argument(args, "--name") ?? email, Roles.Administrator, Roles.Coordinator);
        await using var app = Program.Build(args[1..]);
        await app.PrepareDatabaseAsync();
        var password = ReadPassword(email);
        await using var scope = app.Services.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<AccountCreation>().CreateAsync(wanted, password, CancellationToken.None);
        if (!result.Succeeded)
        {
            throw new StartupException("Das Konto wurde nicht angelegt. " + string.Join(" ", result.Errors.Select(error => error.Description).Distinct(StringComparer.Ordinal)));
        }

        Console.WriteLine($"Das Konto {email} ist angelegt und darf verwalten und disponieren. Die Anmeldung geht ab sofort mit dem eben gesetzten Passwort.");
    }

    private static string? Argument(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }

    private static string ReadPassword(string email)
    {
        if (Console.IsInputRedirected)
        {
            return Console.In.ReadLine() ?? throw new StartupException("Auf der Standardeingabe kam kein Passwort an.");
        }

        var password = Ask($"Passwort für {email} (mindestens {PasswordRules.Shortest} Zeichen): ");
        return Ask("Noch einmal: ") == password ? password : throw new StartupException("Die beiden Eingaben sind verschieden.");
    }

    private static string Ask(string prompt)
    {
        Console.Write(prompt);
        var typed = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace && typed.Length > 0)
            {
                typed.Length--;
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.WriteLine();
        return typed.ToString();
    }
}
