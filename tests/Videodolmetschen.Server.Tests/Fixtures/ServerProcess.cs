using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Videodolmetschen.Server.Tests.Fixtures;

/// <summary>The server as a process of its own, so that a test can kill it. Its port and database outlive it.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private readonly string _connectionString;
    private readonly string[] _settings;
    private readonly int _port = FreePort();
    private readonly List<string> _lines = [];
    private Process? _process;

    /// <summary>Not started yet.</summary>
    public ServerProcess(string connectionString, params string[] settings) => (_connectionString, _settings) = (connectionString, settings);

    public string Address => $"http://localhost:{_port}";

    public int ProcessId => _process!.Id;

    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>Everything that it has written, over all its lives.</summary>
    public string[] Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

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
        await EndedAsync();
    }

    /// <summary>Lets it stand still, and go on again: <c>STOP</c>, <c>CONT</c>; or asks it to end: <c>TERM</c>.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-" + name, ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Waits until the process has ended by itself.</summary>
    public async Task EndedAsync()
    {
        await _process!.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
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
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException("the server ended: " + string.Join('\n', Lines.TakeLast(60))));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _process = process;
        try
        {
            await ready.Task.WaitAsync(TimeSpan.FromSeconds(90));
        }
        catch (TimeoutException)
        {
            // Nobody will end a server that never said where it is.
            process.Kill();
            throw;
        }
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
            // The stories of the engine itself switch it on.
            "--Jobs:Enabled=false",
            // Stories begin with an empty town.
            "--Demo:History=false",
            "--Hosting:GiveUpAfter=00:01:00",
            .. _settings.Select(setting => "--" + setting),
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private void Take(string? line, TaskCompletionSource ready)
    {
        if (line is null)
        {
            return;
        }

        lock (_lines)
        {
            _lines.Add(line);
        }

        if (line.Contains("Videodolmetschen läuft", StringComparison.Ordinal))
        {
            ready.TrySetResult();
        }
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
