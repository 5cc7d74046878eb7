using Npgsql;

namespace Videodolmetschen.Server.Database;

/// <summary>Turns the configured connection string into the two that the server uses.</summary>
internal static class ApplicationConnection
{
    public const string Role = "videodolmetschen_app";

    private const string Limits = "-c lock_timeout=2s -c statement_timeout=5s -c idle_in_transaction_session_timeout=10s";

    /// <summary>
    /// Every connection of the pool runs as a role that owns nothing and may create nothing, and gives up soon:
    /// with the defaults a paused server holds a request for a minute. The role stands in the start-up options, so the reset
    /// of a pooled connection comes back to it.
    /// </summary>
    public static string ForApplication(string configured, int maxPoolSize) =>
        new NpgsqlConnectionStringBuilder(configured)
        {
            Options = $"{new NpgsqlConnectionStringBuilder(configured).Options} -c role={Role} {Limits}".Trim(),
            ApplicationName = "videodolmetschen",
            MaxPoolSize = maxPoolSize,
            Timeout = 3,
            CommandTimeout = 4,
            CancellationTimeout = 500,
            KeepAlive = 3,
            GssEncryptionMode = GssModeOf(configured),
        }.ConnectionString;

    /// <summary>For migrations only: the owner, without the short limits, and not kept open afterwards.</summary>
    public static string ForOwner(string configured) =>
        new NpgsqlConnectionStringBuilder(configured)
        {
            ApplicationName = "videodolmetschen-migrator",
            Pooling = false,
            Timeout = 5,
            CommandTimeout = 0,
        }.ConnectionString;

    /// <summary>Only who asks for Kerberos gets it: offering it costs each attempt to give up 3 s more while the server stands still.</summary>
    private static GssEncryptionMode GssModeOf(string configured) =>
        new NpgsqlConnectionStringBuilder(configured).GssEncryptionMode is GssEncryptionMode.Require ? GssEncryptionMode.Require : GssEncryptionMode.Disable;
}
