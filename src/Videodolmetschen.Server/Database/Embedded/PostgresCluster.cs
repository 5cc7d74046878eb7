using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Database.Embedded;

/// <summary>The files of one embedded server and the three things done to them: create, start, stop.</summary>
internal sealed class PostgresCluster(string programs, UnprivilegedStart start, DataFolder folder)
{
    public const string Superuser = "postgres";

    private const string MajorVersion = "18";

    public bool Exists => File.Exists(Path.Combine(folder.Cluster, "PG_VERSION"));

    public PostmasterFile? Running =>
        PostmasterFile.Read(folder.Cluster) is { } found && found.IsAlive(folder.Cluster) ? found : null;

    public void EnsureVersionFits()
    {
        var version = File.ReadAllText(Path.Combine(folder.Cluster, "PG_VERSION")).Trim();
        if (version != MajorVersion)
        {
            throw new StartupException($"Der Datenordner {folder.Path} stammt von PostgreSQL {version}, mitgeliefert wird {MajorVersion}. Bitte mit der alten Version sichern und neu einspielen.");
        }
    }

    /// <summary>Creates beside and moves: a half-made cluster is never mistaken for a whole one.</summary>
    public async Task CreateAsync(string password, CancellationToken cancellationToken)
    {
        var draft = folder.Cluster + ".new";
        if (Directory.Exists(draft))
        {
            Directory.Delete(draft, recursive: true);
        }

        Directory.CreateDirectory(draft);
        var passwordFile = Path.Combine(draft, "password");
        var cluster = Path.Combine(draft, "cluster");
        await File.WriteAllTextAsync(passwordFile, password, cancellationToken);
        await start.HandOverAsync(draft, cancellationToken);
        await RunAsync("initdb", [
            "--pgdata=" + cluster, "--username=" + Superuser, "--pwfile=" + passwordFile, "--auth=scram-sha-256",
            // The builtin provider sorts alike on every machine, so an index outlives an upgrade of the system.
            "--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
        ], "Die Datenbank konnte nicht angelegt werden", cancellationToken);
        Directory.Move(cluster, folder.Cluster);
        Directory.Delete(draft, recursive: true);
    }

    public async Task StartAsync(int port, CancellationToken cancellationToken)
    {
        if (PostmasterFile.Read(folder.Cluster) is not null)
        {
            // The caller holds the data folder and has seen that nobody runs: the file is left from a kill.
            File.Delete(Path.Combine(folder.Cluster, "postmaster.pid"));
        }

        var settings = string.Create(CultureInfo.InvariantCulture, $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200 -c timezone=UTC -c log_timezone=UTC -c log_min_messages=warning");
        await RunAsync("pg_ctl", [
            "start", "--wait", "--timeout=60", "--silent", "--pgdata=" + folder.Cluster, "--log=" + folder.ServerLog, "--options=" + settings,
        ], $"PostgreSQL startet nicht, Näheres steht in {folder.ServerLog}", cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken) =>
        await RunAsync("pg_ctl", [
            "stop", "--wait", "--timeout=60", "--silent", "--mode=fast", "--pgdata=" + folder.Cluster,
        ], "PostgreSQL lässt sich nicht beenden", cancellationToken);

    /// <summary>The wished port, else the one of the last start, else any that is free.</summary>
    public static int ChoosePort(int wished, int last)
    {
        if (wished != 0)
        {
            return IsFree(wished) ? wished : throw new StartupException($"Der Port {wished} für die Datenbank (Database__Port) ist schon belegt.");
        }

        return last != 0 && IsFree(last) ? last : FindFree();
    }

    private async Task RunAsync(string program, string[] arguments, string failure, CancellationToken cancellationToken)
    {
        await start.HandOverAsync(Path.GetDirectoryName(folder.ServerLog)!, cancellationToken);
        var result = await start.RunAsync(Path.Combine(programs, program), arguments, folder.Path, cancellationToken);
        if (result is not { ExitCode: 0 })
        {
            throw new StartupException($"{failure}: {result?.LastLines ?? program + " fehlt"}");
        }
    }

    private static bool IsFree(int port)
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            probe.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FindFree()
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.LocalEndPoint!).Port;
    }
}
