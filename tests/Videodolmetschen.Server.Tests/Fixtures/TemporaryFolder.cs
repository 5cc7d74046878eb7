using System.Diagnostics;
using Videodolmetschen.Server.Database.Embedded;

namespace Videodolmetschen.Server.Tests.Fixtures;

/// <summary>A folder of one test. What a killed run left behind, its server included, goes with the next run.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private const string Prefix = "videodolmetschen-test-";

    private TemporaryFolder(string path) => Path = path;

    public string Path { get; }

    public static TemporaryFolder Create() => new(Directory.CreateTempSubdirectory(Prefix).FullName);

    public static void RemoveLeftovers()
    {
        foreach (var path in Directory.EnumerateDirectories(System.IO.Path.GetTempPath(), Prefix + "*"))
        {
            if (IsAbandoned(path))
            {
                var leftover = new TemporaryFolder(path);
                KillServer(System.IO.Path.Combine(path, "postgres"));
                leftover.Dispose();
            }
        }
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A child of a killed server may still be writing; the next run removes the rest.
        }
    }

    internal static void KillServer(string cluster)
    {
        if (PostmasterFile.Read(cluster) is { } found && found.IsAlive(cluster))
        {
            using var process = Process.GetProcessById(found.ProcessId);
            process.Kill();
            process.WaitForExit(TimeSpan.FromSeconds(5));
        }
    }

    private static bool IsAbandoned(string path)
    {
        if (DateTime.UtcNow - Directory.GetCreationTimeUtc(path) < TimeSpan.FromMinutes(1))
        {
            return false;
        }

        try
        {
            DataFolder.Open(path).Dispose();
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }
}
