using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Videodolmetschen.Browser.Tests.Fixtures;

/// <summary>A real coturn on loopback, with the shared secret that the service signs its credentials with.</summary>
public sealed class TurnServer : IAsyncDisposable
{
    public const string Secret = "only-for-this-test-run";

    private readonly string _folder = Directory.CreateTempSubdirectory("videodolmetschen-turn-").FullName;
    private readonly Process _process;

    private TurnServer(int port)
    {
        Url = $"turn:127.0.0.1:{port}?transport=udp";
        _process = new Process { StartInfo = StartInfo(port) };
    }

    public string Url { get; }

    public static async Task<TurnServer> StartAsync()
    {
        var turn = new TurnServer(FreePort());
        turn._process.Start();
        // The last line before it answers.
        while (await turn._process.StandardOutput.ReadLineAsync() is { } line && !line.Contains("Total General servers", StringComparison.Ordinal))
        {
        }

        _ = turn._process.StandardOutput.ReadToEndAsync();
        _ = turn._process.StandardError.ReadToEndAsync();
        return turn;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private ProcessStartInfo StartInfo(int port)
    {
        // Without stdbuf coturn keeps its first lines to itself until a block is full.
        var start = new ProcessStartInfo("stdbuf") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        string[] arguments =
        [
            "-oL", "turnserver", "-c", Path.Combine(Repository.Root, "infra", "turn", "loopback.conf"), $"--listening-port={port}",
            "--static-auth-secret=" + Secret, "--userdb=" + Path.Combine(_folder, "users"), "--pidfile=" + Path.Combine(_folder, "pid"),
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    private static int FreePort()
    {
        using var socket = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.Client.LocalEndPoint!).Port;
    }
}
