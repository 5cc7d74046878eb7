namespace Videodolmetschen.Server.Hosting;

/// <summary>In a source tree the start builds the browser part when it is missing or older than its sources; a published program carries it.</summary>
internal static class WebFrontEndBuild
{
    private static readonly string[] NotSources = ["node_modules", "dist"];

    public static async Task BuildWebFrontEndAsync(this WebApplication app, CancellationToken cancellationToken = default)
    {
        var folder = Path.GetDirectoryName(HomeFolder.WebFrontEnd)!;
        if (!HomeFolder.IsSourceTree || !app.Configuration.GetValue("Hosting:BuildWeb", defaultValue: true) || !File.Exists(Path.Combine(folder, "package.json")))
        {
            return;
        }

        var story = app.Services.GetRequiredService<StartupStory>();
        await InstallAsync(folder, story, cancellationToken);
        await BuildAsync(folder, story, cancellationToken);
    }

    private static async Task InstallAsync(string folder, StartupStory story, CancellationToken cancellationToken)
    {
        var installed = new FileInfo(Path.Combine(folder, "node_modules", ".package-lock.json"));
        if (installed.Exists && installed.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json")))
        {
            return;
        }

        story.Tell("Pakete der Weboberfläche werden heruntergeladen …");
        await NodeTool.EnsurePresentAsync("für die Weboberfläche", folder, cancellationToken);
        await NodeTool.CleanInstallAsync(folder, cancellationToken);
    }

    private static async Task BuildAsync(string folder, StartupStory story, CancellationToken cancellationToken)
    {
        var built = new FileInfo(Path.Combine(HomeFolder.WebFrontEnd, "index.html"));
        if (built.Exists && built.LastWriteTimeUtc >= NewestSource(folder))
        {
            return;
        }

        story.Tell("Weboberfläche wird gebaut …");
        await NodeTool.EnsurePresentAsync("für die Weboberfläche", folder, cancellationToken);
        await NodeTool.RunPackageScriptAsync("build", folder, cancellationToken);
        built.Refresh();
        if (built.Exists)
        {
            built.LastWriteTimeUtc = DateTime.UtcNow;
        }
    }

    private static DateTime NewestSource(string folder) =>
        Directory.EnumerateFileSystemEntries(folder)
            .Where(entry => !NotSources.Contains(Path.GetFileName(entry)))
            .SelectMany(entry => Directory.Exists(entry) ? Directory.EnumerateFiles(entry, "*", SearchOption.AllDirectories) : [entry])
            .Max(File.GetLastWriteTimeUtc);
}
