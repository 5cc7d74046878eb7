namespace Videodolmetschen.Server.Tests.Fixtures;

/// <summary>A data folder with a migrated database, ended in order. Copying it is faster than making it anew for each test.</summary>
internal sealed class MadeCluster
{
    private const string Cluster = "postgres";
    private const string Secret = "embedded-postgres.json";

    private readonly string _path;

    private MadeCluster(string path) => _path = path;

    /// <param name="folder">Of a server that has ended.</param>
    /// <param name="at">Lives as long as whoever keeps it.</param>
    public static MadeCluster Keep(string folder, string at)
    {
        Copy(folder, at);
        return new MadeCluster(at);
    }

    public TemporaryFolder Copy()
    {
        var copy = TemporaryFolder.Create();
        CopyTo(copy.Path);
        return copy;
    }

    public void CopyTo(string path) => Copy(_path, path);

    private static void Copy(string from, string to)
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.Combine(from, Cluster), "*", SearchOption.AllDirectories).Prepend(Path.Combine(from, Cluster)))
        {
            var made = Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
            if (!OperatingSystem.IsWindows())
            {
                // PostgreSQL refuses a data folder that others may read.
                made.UnixFileMode = File.GetUnixFileMode(folder);
            }
        }

        foreach (var file in Directory.EnumerateFiles(Path.Combine(from, Cluster), "*", SearchOption.AllDirectories).Append(Path.Combine(from, Secret)))
        {
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
        }
    }
}
