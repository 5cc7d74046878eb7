using System.Globalization;

namespace Videodolmetschen.Server.Hosting;

/// <summary>Node.js and npm of this machine, needed once: npm brings the embedded PostgreSQL.</summary>
internal static class NodeTool
{
    private const int OldestVersion = 20;

    private static readonly string Npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    public static async Task EnsurePresentAsync(string what, string folder, CancellationToken cancellationToken)
    {
        var version = await ChildProcess.RunAsync("node", ["--version"], folder, cancellationToken);
        var major = version?.Output.Trim().TrimStart('v').Split('.')[0];
        if (!int.TryParse(major, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < OldestVersion)
        {
            throw new StartupException($"Node.js {OldestVersion} oder neuer wird gebraucht ({what}) und wurde nicht gefunden. Bitte von https://nodejs.org installieren und neu starten.");
        }
    }

    public static async Task CleanInstallAsync(string folder, CancellationToken cancellationToken)
    {
        var result = await ChildProcess.RunAsync(Npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder, cancellationToken);
        if (result is not { ExitCode: 0 })
        {
            throw new StartupException($"npm konnte die Pakete in {folder} nicht installieren: {result?.LastLines ?? "npm fehlt"}");
        }
    }

    public static async Task RunPackageScriptAsync(string script, string folder, CancellationToken cancellationToken)
    {
        var result = await ChildProcess.RunAsync(Npm, ["run", "--silent", script], folder, cancellationToken);
        if (result is not { ExitCode: 0 })
        {
            throw new StartupException($"npm run {script} ist in {folder} gescheitert: {result?.LastLines ?? "npm fehlt"}");
        }
    }

    public static async Task RunScriptAsync(string script, string folder, CancellationToken cancellationToken)
    {
        var result = await ChildProcess.RunAsync("node", [script], folder, cancellationToken);
        if (result is not { ExitCode: 0 })
        {
            throw new StartupException($"Das Skript {script} ist gescheitert: {result?.LastLines}");
        }
    }
}
