namespace Videodolmetschen.Server.Hosting;

/// <summary>Where the program lives: in a source tree while it is developed, in its own folder once it is published.</summary>
internal static class HomeFolder
{
    private static readonly string? SourceRoot = FindSourceRoot(AppContext.BaseDirectory);

    public static bool IsSourceTree => SourceRoot is not null;

    /// <summary>The folder that holds <c>data/</c> and that relative paths in the configuration start from.</summary>
    public static string Root => SourceRoot ?? AppContext.BaseDirectory;

    /// <summary>The folder that holds <c>appsettings.json</c> and <c>wwwroot</c>.</summary>
    public static string Content => SourceRoot is null
        ? AppContext.BaseDirectory
        : Path.Combine(SourceRoot, "src", "Videodolmetschen.Server");

    public static string EmbeddedPostgres => SourceRoot is null
        ? Path.Combine(AppContext.BaseDirectory, "Database", "embedded-postgres")
        : Path.Combine(Content, "Database", "embedded-postgres");

    public static string WebFrontEnd => SourceRoot is null
        ? Path.Combine(AppContext.BaseDirectory, "wwwroot")
        : Path.Combine(SourceRoot, "src", "web", "dist");

    public static string Resolve(string configured, string fallback) =>
        Path.GetFullPath(string.IsNullOrWhiteSpace(configured) ? fallback : configured, Root);

    private static string? FindSourceRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Videodolmetschen.sln")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
