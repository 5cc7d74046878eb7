using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Videodolmetschen.Server.Cluster;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Cluster;

/// <summary>A node that exists only in the tables: it says what a test lets it say, and beats when it is told to.</summary>
internal sealed class GhostNode : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NodeId _holder;
    private readonly NodeId _id = NodeId.New();
    private long _sent;
    private long _heard;

    private GhostNode(NpgsqlConnection connection, NodeId holder, long epoch) => (_connection, _holder, Epoch) = (connection, holder, epoch);

    public long Epoch { get; private set; }

    public static async Task<GhostNode> AppearAsync(Stage stage)
    {
        await stage.Server.IsReadyAsync();
        var services = stage.Server.Services;
        var connection = await services.GetRequiredService<NodeConnections>().OpenAsync(CancellationToken.None);
        var ghost = new GhostNode(connection, services.GetRequiredService<NodeBus>().Id, services.GetRequiredService<HolderDesk>().Epoch);
        await ghost.BeatAsync();
        // What somebody says before the holder listens is none of its business.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!services.GetRequiredService<NodeBus>().HasPeers)
        {
            await Task.Delay(20, limit.Token);
        }

        return ghost;
    }

    public Task BeatAsync() => NodeStore.BeatAsync(_connection, _id, _sent, $"{_id} 0", CancellationToken.None);

    /// <summary>From now on the ghost decides.</summary>
    public async Task TakeLeaseAsync()
    {
        var lease = await LeaseStore.TakeAsync(_connection, _id, TimeSpan.Zero, CancellationToken.None);
        Assert.True(lease.Taken);
        Epoch = lease.HeldEpoch;
    }

    public async Task SayAsync(NodeMessage message, bool notify = true)
    {
        var pack = NodeBundle.Of(_id, ++_sent, new Queue<string>([NodeBundle.Line(_holder, message)]));
        if (notify)
        {
            await NodeStore.SendAsync(_connection, _id, [pack], CancellationToken.None);
            return;
        }

        await _connection.ExecuteAsync("INSERT INTO node_messages (sender, number, messages) VALUES (@sender, @Number, @Messages)", new { sender = _id.Value, pack.Number, pack.Messages });
    }

    /// <summary>The next message of this kind from the holder; beats meanwhile.</summary>
    public async Task<T> HearsAsync<T>()
        where T : NodeMessage
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            foreach (var row in await NodeStore.ReadAsync(_connection, _holder, _heard, limit.Token))
            {
                _heard = row.Number;
                if (NodeBundle.For(_id, row.Messages).OfType<T>().FirstOrDefault() is { } heard)
                {
                    return heard;
                }
            }

            await BeatAsync();
            await Task.Delay(20, limit.Token);
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
