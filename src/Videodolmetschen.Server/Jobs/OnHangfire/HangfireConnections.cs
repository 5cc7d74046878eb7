using Hangfire.PostgreSql;
using Microsoft.Extensions.Options;
using Npgsql;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Jobs.OnHangfire;

/// <summary>Connections of its own: a day's work in the background takes none from those who wait on a screen.</summary>
internal sealed class HangfireConnections(DatabaseAddress address, IOptions<JobOptions> options) : IConnectionFactory, IDisposable
{
    /// <summary>Schedulers, heartbeats, expiry, and the pages.</summary>
    private const int BesideWorkers = 8;

    // The address is known after the database has been prepared.
    private readonly Lazy<NpgsqlDataSource> _source = new(() => NpgsqlDataSource.Create(ConnectionString(address.Application, options.Value)));

    public NpgsqlConnection GetOrCreateConnection() => _source.Value.CreateConnection();

    public void Dispose()
    {
        if (_source.IsValueCreated)
        {
            _source.Value.Dispose();
        }
    }

    /// <summary>A worker needs one for its turn and one for Hangfire. The server notices within the given time that a node's machine is gone, too.</summary>
    private static string ConnectionString(string application, JobOptions options)
    {
        var builder = new NpgsqlConnectionStringBuilder(ApplicationConnection.ForApplication(application, (2 * options.AtOnce) + BesideWorkers));
        var third = Math.Max(1, (int)options.NodeSilentFor.TotalSeconds / 3);
        builder.Options += FormattableString.Invariant($" -c tcp_keepalives_idle={third} -c tcp_keepalives_interval={third} -c tcp_keepalives_count=2");
        return builder.ConnectionString;
    }
}
