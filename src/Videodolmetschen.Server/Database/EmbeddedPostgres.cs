using Microsoft.Extensions.Options;
using Npgsql;
using Videodolmetschen.Server.Database.Embedded;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Database;

/// <summary>
/// The real PostgreSQL that runs when no connection string is configured. It outlives a killed server and is taken
/// over by the next one; a server that ends in order ends it too.
/// </summary>
internal sealed partial class EmbeddedPostgres(
    IOptions<DatabaseOptions> options,
    StartupStory story,
    ILogger<EmbeddedPostgres> logger) : IAsyncDisposable
{
    private const string Name = "videodolmetschen";

    private readonly SemaphoreSlim _turn = new(1, 1);
    private DataFolder? _folder;
    private PostgresCluster? _cluster;
    private ClusterSecret? _secret;

    /// <summary>The owner of the database, who migrates. Not a superuser, so that row-level security holds for it.</summary>
    public string ConnectionString => Connect(Name, Name);

    /// <summary>For tests, which create databases of their own.</summary>
    public string SuperuserConnectionString => Connect(PostgresCluster.Superuser, PostgresCluster.Superuser);

    public int? ProcessId => _cluster?.Running?.ProcessId;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var folder = _folder = DataFolder.Open(options.Value.ResolvedDataFolder);
        var programs = await PostgresPackage.EnsureInstalledAsync(story, cancellationToken);
        var start = await UnprivilegedStart.FindAsync(folder.Path, cancellationToken);
        var cluster = _cluster = new PostgresCluster(programs, start, folder);
        var secret = _secret = folder.ReadOrCreateSecret();
        if (!cluster.Exists)
        {
            story.Tell($"Datenbank wird beim ersten Start angelegt in {folder.Path} …");
            await cluster.CreateAsync(secret.Password, cancellationToken);
        }

        cluster.EnsureVersionFits();
        if (await TakeOverAsync(folder, cluster, cancellationToken))
        {
            LogTakenOver(cluster.Running?.ProcessId ?? 0);
        }
        else
        {
            story.Tell("Datenbank wird gestartet …");
            await StartClusterAsync(folder, cluster, PostgresCluster.ChoosePort(options.Value.Port, secret.Port), cancellationToken);
        }

        await new EmbeddedDatabaseStore(SuperuserConnectionString).EnsureAsync(Name, secret.Password, cancellationToken);
    }

    /// <summary>Starts the server again after it was killed; the port and the password stay.</summary>
    /// <returns>Whether it had to be started.</returns>
    public async Task<bool> ReviveAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_folder is null || _cluster is null || _secret is null || _cluster.Running is not null)
            {
                return false;
            }

            LogGone();
            await StartClusterAsync(_folder, _cluster, _secret.Port, cancellationToken);
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        if (_cluster?.Running is not null)
        {
            story.Tell("Datenbank wird beendet …");
            await _cluster.StopAsync(CancellationToken.None);
        }

        _cluster = null;
        _folder?.Dispose();
        _turn.Dispose();
    }

    private async Task<bool> TakeOverAsync(DataFolder folder, PostgresCluster cluster, CancellationToken cancellationToken)
    {
        if (cluster.Running is not { } orphan)
        {
            return false;
        }

        _secret = _secret! with { Port = orphan.Port };
        if (options.Value.Port is 0 || options.Value.Port == orphan.Port)
        {
            folder.Write(_secret);
            if (await new EmbeddedDatabaseStore(SuperuserConnectionString).AnswersAsync(cancellationToken))
            {
                return true;
            }
        }

        await cluster.StopAsync(cancellationToken);
        return false;
    }

    private async Task StartClusterAsync(DataFolder folder, PostgresCluster cluster, int port, CancellationToken cancellationToken)
    {
        const int attempts = 20;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await cluster.StartAsync(port, cancellationToken);
                break;
            }
            catch (StartupException) when (attempt < attempts && cluster.Running is null)
            {
                // Children of a killed postmaster hold its shared memory until they notice.
                await Task.Delay(TimeSpan.FromMilliseconds(250), cancellationToken);
            }
        }

        _secret = _secret! with { Port = port };
        folder.Write(_secret);
    }

    private string Connect(string user, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = _secret?.Port ?? throw new InvalidOperationException("The embedded server was not started."),
        Username = user,
        Password = _secret.Password,
        Database = database,
    }.ConnectionString;

    [LoggerMessage(Level = LogLevel.Information, Message = "Took over the PostgreSQL server {ProcessId} that a killed server left running")]
    private partial void LogTakenOver(int processId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The embedded PostgreSQL server is gone and is started again")]
    private partial void LogGone();
}
