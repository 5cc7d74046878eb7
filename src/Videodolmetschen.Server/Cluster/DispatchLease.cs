using Microsoft.Extensions.Options;
using Npgsql;

namespace Videodolmetschen.Server.Cluster;

/// <summary>
/// The right to decide. One node has it at a time; a holder that is frozen or cut off loses it to another, and its epoch
/// keeps it from writing anything afterwards. Lives on a connection of its own, and ends with it.
/// </summary>
internal sealed partial class DispatchLease(NodeId node, NodeConnections connections, IOptions<ClusterOptions> options, ILogger<DispatchLease> logger) : IAsyncDisposable, IDisposable
{
    private readonly ClusterOptions _options = options.Value;
    private readonly SemaphoreSlim _now = new(0);
    private NpgsqlConnection? _connection;

    /// <summary>Who held it when we last asked.</summary>
    public LeaseState Seen { get; private set; } = new();

    /// <summary>Null when another node holds it.</summary>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    public async Task<HeldLease?> TryTakeAsync(CancellationToken cancellationToken)
    {
        try
        {
            _connection ??= await connections.OpenAsync(cancellationToken);
            Seen = await LeaseStore.TakeAsync(_connection, node, _options.LeaseRunsOutAfter, cancellationToken);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }

        if (!Seen.Taken)
        {
            return null;
        }

        LogTaken(Seen.HeldEpoch);
        var held = new HeldLease(Seen.HeldEpoch, _connection, _options, () => LogLost(Seen.HeldEpoch));
        _connection = null;
        return held;
    }

    /// <summary>There is reason to try sooner.</summary>
    public void TryNow() => _now.Release();

    /// <summary>Until the next try: soon at first, because the former holder may be on its way out.</summary>
    public Task WaitAsync(TimeSpan pause, CancellationToken cancellationToken) =>
        _now.WaitAsync(pause < _options.TryEvery ? pause : _options.TryEvery, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_connection is { } connection)
        {
            _connection = null;
            await connection.DisposeAsync();
        }
    }

    public void Dispose() => _now.Dispose();

    [LoggerMessage(Level = LogLevel.Information, Message = "This node holds the dispatch lease, epoch {Epoch}")]
    private partial void LogTaken(long epoch);

    [LoggerMessage(Level = LogLevel.Warning, Message = "This node has lost the dispatch lease, epoch {Epoch}")]
    private partial void LogLost(long epoch);
}

/// <summary>The lease while this node has it.</summary>
internal sealed class HeldLease : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly ClusterOptions _options;
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _leaving = new();
    private readonly Task _keeping;

    public HeldLease(long epoch, NpgsqlConnection connection, ClusterOptions options, Action lost)
    {
        (Epoch, _connection, _options) = (epoch, connection, options);
        _keeping = KeepAsync(lost);
    }

    public long Epoch { get; }

    /// <summary>The connection broke, another node has taken the lease, or it could not be renewed in time.</summary>
    public CancellationToken Lost => _lost.Token;

    /// <summary>A transaction was refused because another node has it.</summary>
    public void Lose() => _lost.Cancel();

    /// <summary>Gives it up, so that another node may take it at once.</summary>
    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        await _keeping;
        // A database that stands still holds the driver for seconds, and nobody waits for that.
        var closing = CloseAsync(giveUp: !_lost.IsCancellationRequested);
        await Task.WhenAny(closing, Task.Delay(_options.RenewEvery));
        _lost.Dispose();
        _leaving.Dispose();
    }

    private async Task KeepAsync(Action lost)
    {
        try
        {
            while (await RenewAsync())
            {
                // Reads from the socket, so that a connection that is cut is noticed at once and not by the next renewal.
                await _connection.WaitAsync(_options.RenewEvery, _leaving.Token);
            }
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            return;
        }
        catch (Exception gone) when (gone is NpgsqlException or TimeoutException or OperationCanceledException or InvalidOperationException or IOException)
        {
        }

        lost();
        await _lost.CancelAsync();
    }

    private async Task<bool> RenewAsync() =>
        await LeaseStore.RenewAsync(_connection, Epoch, CancellationToken.None).WaitAsync(_options.LeaseRunsOutAfter / 2);

    private async Task CloseAsync(bool giveUp)
    {
        try
        {
            if (giveUp)
            {
                await LeaseStore.GiveUpAsync(_connection, Epoch);
            }

            await _connection.DisposeAsync();
        }
        catch (Exception gone) when (gone is NpgsqlException or TimeoutException or InvalidOperationException or IOException)
        {
            // Then it is given up by the end of the connection.
        }
    }
}
