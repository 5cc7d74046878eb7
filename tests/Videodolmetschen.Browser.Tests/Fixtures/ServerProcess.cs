using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Videodolmetschen.Browser.Tests.Fixtures;

/// <summary>The server as a process of its own, so that a test can kill it. Its port and database outlive it.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private readonly string _connectionString;
    private readonly string[] _settings;
    private readonly int _port = FreePort();
    private readonly Queue<string> _lastLines = new();
    private Process? _process;

    private ServerProcess(string connectionString, string[] settings) => (_connectionString, _settings) = (connectionString, settings);

    public string Address => $"http://localhost:{_port}";

    public static async Task<ServerProcess> StartAsync(string connectionString, params string[] settings)
    {
        var server = new ServerProcess(connectionString, settings);
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>As a power cut would: no shutdown code runs.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Starts on the same port and database, and returns once the address is told.</summary>
    public async Task StartAgainAsync()
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process { StartInfo = StartInfo(), EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Take(line.Data, ready);
        process.ErrorDataReceived += (_, line) => Take(line.Data, ready);
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException("the server ended: " + string.Join('\n', Lines())));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _process = process;
        await ready.Task.WaitAsync(TimeSpan.FromSeconds(90));
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }
    }

    private ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Videodolmetschen.Server.dll"),
            "--environment=Development",
            "--urls=" + Address,
            "--ConnectionStrings:Videodolmetschen=" + _connectionString,
            "--Hosting:LogFile=false",
            .. _settings.Select(setting => "--" + setting),
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    private void Take(string? line, TaskCompletionSource ready)
    {
        if (line is null)
        {
            return;
        }

        lock (_lastLines)
        {
            _lastLines.Enqueue(line);
            if (_lastLines.Count > 60)
            {
                _lastLines.Dequeue();
            }
        }

        if (line.Contains("Videodolmetschen läuft", StringComparison.Ordinal))
        {
            ready.TrySetResult();
        }
    }

    private string[] Lines()
    {
        lock (_lastLines)
        {
            return [.. _lastLines];
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
