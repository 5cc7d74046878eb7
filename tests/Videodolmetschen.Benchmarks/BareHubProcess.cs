using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Videodolmetschen.Benchmarks;

/// <summary><see cref="BareHub"/> in a process of its own, as the service under test is.</summary>
internal sealed class BareHubProcess : IDisposable
{
    private readonly Process _process;

    private BareHubProcess(Process process, Uri url) => (_process, Url) = (process, url);

    public Uri Url { get; }

    public static async Task<BareHubProcess> StartAsync()
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(typeof(BareHub).Assembly.Location);
        start.ArgumentList.Add("bare-hub");
        start.ArgumentList.Add($"{port}");
        var process = Process.Start(start)!;
        await process.StandardOutput.ReadLineAsync();
        return new BareHubProcess(process, new Uri($"ws://127.0.0.1:{port}/hub"));
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
