using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Videodolmetschen.Server.Hosting;

/// <summary>A start that cannot go on, with the one German sentence that says why and what to do.</summary>
public sealed class StartupException(string sentence, Exception? cause = null) : Exception(sentence, cause)
{
    /// <summary>Runs the server; a known failure becomes one sentence on standard error and exit code 1.</summary>
    public static async Task<int> GuardAsync(Func<Task> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        try
        {
            await run();
            return 0;
        }
        catch (Exception failure) when (Describe(failure) is { } sentence)
        {
            await Console.Error.WriteLineAsync("Videodolmetschen startet nicht: " + sentence);
            return 1;
        }
    }

    internal static string? Describe(Exception failure) => failure switch
    {
        StartupException known => known.Message,
        OptionsValidationException invalid => "In der Konfiguration stimmt etwas nicht: " + string.Join("; ", invalid.Failures),
        AggregateException { InnerException: { } inner } => Describe(inner),
        IOException { InnerException: AddressInUseException } => "Die Adresse ist schon belegt. Eine andere wählen Sie mit --urls http://localhost:5081.",
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" or "Serilog.Settings.Configuration" } unreadable =>
            "In der Konfiguration stimmt etwas nicht: " + unreadable.Message,
        InvalidDataException { Source: "Microsoft.Extensions.Configuration.FileExtensions" } broken =>
            "Eine Konfigurationsdatei ist nicht lesbar: " + (broken.InnerException ?? broken).Message,
        PostgresException refused => DescribeRefusal(refused),
        NpgsqlException { InnerException: { } cause } => "Die Datenbank antwortet nicht (" + cause.Message + "). Bitte ConnectionStrings__Videodolmetschen prüfen.",
        _ => null,
    };

    private static string? DescribeRefusal(PostgresException refused) => refused.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            "Die Datenbank nimmt Benutzer oder Passwort nicht an. Bitte ConnectionStrings__Videodolmetschen prüfen.",
        PostgresErrorCodes.InvalidCatalogName =>
            "Die Datenbank aus ConnectionStrings__Videodolmetschen gibt es auf dem Server nicht. Bitte zuerst anlegen.",
        PostgresErrorCodes.InsufficientPrivilege =>
            "Dem Datenbankbenutzer fehlt ein Recht (" + refused.MessageText + "). Welche er braucht, steht in infra/OPERATIONS.md.",
        _ => null,
    };
}
