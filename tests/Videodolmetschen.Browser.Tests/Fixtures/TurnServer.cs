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
        // coturn says that it listens; then it is ready.
        while (await turn._process.StandardOutput.ReadLineAsync() is { } line && !line.Contains("listener opened on", StringComparison.Ordinal))
        {
        }

        _ = turn._process.StandardOutput.ReadToEndAsync();
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
        var start = new ProcessStartInfo("turnserver") { RedirectStandardOutput = true, UseShellExecute = false };
        string[] arguments =
        [
            "-n", "--listening-ip=127.0.0.1", "--relay-ip=127.0.0.1", $"--listening-port={port}", "--no-tls", "--no-dtls",
            "--use-auth-secret", "--static-auth-secret=" + Secret, "--realm=test", "--allow-loopback-peers", "--cli-password=" + Secret,
            "--no-cli", "--userdb=" + Path.Combine(_folder, "users"), "--pidfile=" + Path.Combine(_folder, "pid"), "--log-file=stdout", "--simple-log",
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
