using System.Diagnostics;
using Videodolmetschen.Server.Database.Embedded;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Database;

/// <summary>The server as a process of its own on the embedded PostgreSQL, killed and started again.</summary>
public sealed class KilledServerTests(RealPostgres postgres) : IDisposable
{
    private readonly TemporaryFolder _folder = postgres.Made.Copy();
    private readonly List<Process> _started = [];

    public void Dispose()
    {
        foreach (var process in _started)
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }

        TemporaryFolder.KillServer(Path.Combine(_folder.Path, "postgres"));
        _folder.Dispose();
    }

    [Fact]
    public async Task The_database_of_a_killed_server_is_taken_over_by_the_next()
    {
        var killed = await StartAsync();
        var database = PostmasterFile.Read(Path.Combine(_folder.Path, "postgres"));
        killed.Kill();
        await killed.WaitForExitAsync();
        await StartAsync();
        Assert.Equal(database, PostmasterFile.Read(Path.Combine(_folder.Path, "postgres")));
    }

    [Fact]
    public async Task A_server_starts_its_killed_database_again()
    {
        await StartAsync();
        var cluster = Path.Combine(_folder.Path, "postgres");
        var killed = PostmasterFile.Read(cluster);
        TemporaryFolder.KillServer(cluster);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (PostmasterFile.Read(cluster) is not { } found || found == killed || !found.IsAlive(cluster))
        {
            await Task.Delay(20, limit.Token);
        }
    }

    private async Task<Process> StartAsync()
    {
        var start = new ProcessStartInfo("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "Videodolmetschen.Server.dll"),
            "--environment=Production", "--urls=http://127.0.0.1:0", "--Hosting:BuildWeb=false", "--Hosting:LogFile=false",
            "--Database:DataFolder=" + _folder.Path,
        ])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        var process = Process.Start(start)!;
        _started.Add(process);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("Videodolmetschen läuft", StringComparison.Ordinal))
            {
                return process;
            }
        }

        throw new InvalidOperationException("the server ended before it was ready");
    }
}
