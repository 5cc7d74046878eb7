using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Benchmarks;

/// <summary>Something to compare with, in a process of its own, as the service under test is.</summary>
internal sealed class PeerProcess : IDisposable
{
    private readonly Process _process;

    private PeerProcess(Process process, int port) => (_process, Port) = (process, port);

    public int Id => _process.Id;

    public int Port { get; }

    public Uri Hub => new($"ws://127.0.0.1:{Port}/hub");

    /// <summary>The same small nursery and the same collector everywhere: memory shows what lives, and speed no other budget.</summary>
    public static readonly Dictionary<string, string> SmallNursery = new() { ["DOTNET_gcServer"] = "0", ["DOTNET_GCgen0size"] = "0x1000000" };

    /// <param name="sockets"><c>threads</c> as the service has them, or <c>inline</c>.</param>
    public static Task<PeerProcess> BareHubAsync(string sockets = "threads") => StartAsync("dotnet", typeof(BareHub).Assembly.Location, "bare-hub", sockets);

    /// <param name="script">In the folder <c>peers</c>.</param>
    public static async Task<PeerProcess> NodeAsync(string script)
    {
        await InstallAsync();
        return await StartAsync("node", "--expose-gc", Path.Combine(Folder(), script));
    }

    /// <summary>Runs a script to its end; what it printed.</summary>
    public static async Task<string> RunNodeAsync(string script, params string[] arguments)
    {
        await InstallAsync();
        var result = await ChildProcess.RunAsync("node", [Path.Combine(Folder(), script), .. arguments], Folder(), CancellationToken.None);
        return result is { ExitCode: 0 } ? result.Output : throw new InvalidOperationException($"{script}: {result?.LastLines ?? "there is no node"}");
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static async Task InstallAsync()
    {
        if (!Directory.Exists(Path.Combine(Folder(), "node_modules", "socket.io")))
        {
            Console.WriteLine("installing the peers from npm …");
            await NodeTool.CleanInstallAsync(Folder(), CancellationToken.None);
        }
    }

    private static async Task<PeerProcess> StartAsync(string program, params string[] arguments)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(program, [.. arguments, $"{port}"]) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (name, value) in SmallNursery)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return new PeerProcess(process, port);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "peers");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
