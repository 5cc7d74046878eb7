using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Database.Embedded;

/// <summary>
/// PostgreSQL refuses to run as root. A user namespace keeps the files ours and needs no second account;
/// where the kernel forbids it, the account <c>nobody</c> runs the server.
/// </summary>
internal sealed record UnprivilegedStart(IReadOnlyList<string> Prefix, bool ChangesOwner)
{
    private const string Nobody = "65534";

    public static readonly UnprivilegedStart Direct = new([], ChangesOwner: false);

    public static readonly IReadOnlyList<UnprivilegedStart> ForRoot =
    [
        new(["unshare", "--user", "--map-user=1000", "--map-group=1000"], ChangesOwner: false),
        new(["setpriv", "--reuid=" + Nobody, "--regid=" + Nobody, "--clear-groups"], ChangesOwner: true),
        new(["runuser", "-u", "nobody", "--"], ChangesOwner: true),
    ];

    public static async Task<UnprivilegedStart> FindAsync(string folder, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return Direct;
        }

        foreach (var candidate in ForRoot)
        {
            if (await candidate.RunAsync("id", ["-u"], folder, cancellationToken) is { ExitCode: 0 } who && who.Output.Trim() != "0")
            {
                return candidate;
            }
        }

        throw new StartupException("PostgreSQL läuft nicht als root, und weder unshare noch setpriv noch runuser stehen bereit. Bitte als gewöhnlicher Benutzer starten.");
    }

    public Task<ChildResult?> RunAsync(string file, IReadOnlyList<string> arguments, string folder, CancellationToken cancellationToken) =>
        Prefix.Count == 0
            ? ChildProcess.RunAsync(file, arguments, folder, cancellationToken)
            : ChildProcess.RunAsync(Prefix[0], [.. Prefix.Skip(1), file, .. arguments], folder, cancellationToken);

    /// <summary>Makes a folder writable for the account that the server will run as.</summary>
    public async Task HandOverAsync(string folder, CancellationToken cancellationToken)
    {
        if (ChangesOwner)
        {
            await ChildProcess.RunAsync("chown", ["-R", Nobody + ":" + Nobody, folder], folder, cancellationToken);
        }
    }
}
