using Npgsql;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Cluster;

/// <summary>
/// Connections that a node keeps for itself: outside of the pool, in the scope of staff, and noticed on both ends within
/// seconds when the network between is gone.
/// </summary>
internal sealed class NodeConnections(DatabaseAddress address)
{
    private const string ServerNotices = "-c app.customer=* -c tcp_keepalives_idle=2 -c tcp_keepalives_interval=1 -c tcp_keepalives_count=3 -c tcp_user_timeout=5000";

    public async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var application = new NpgsqlConnectionStringBuilder(ApplicationConnection.ForApplication(address.Application, 1));
        application.Options += " " + ServerNotices;
        application.ApplicationName = "videodolmetschen-node";
        application.Pooling = false;
        application.CommandTimeout = 3;
        application.TcpKeepAlive = true;
        application.TcpKeepAliveTime = 2000;
        application.TcpKeepAliveInterval = 1000;
        var connection = new NpgsqlConnection(application.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
