using Npgsql;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Server.Cluster;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Dispatch;

/// <content>Decides while this node holds the lease, and passes commands on while another does.</content>
internal sealed partial class DispatchService
{
    private static readonly TimeSpan FirstTryAfter = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan PauseAtMost = TimeSpan.FromMinutes(1);

    /// <summary>Decisions are counted below, take-overs above: revisions of a later holder are always higher.</summary>
    private const int BitsBelowEpoch = 32;

    private readonly CancellationTokenSource _handOver = new();
    private HeldLease? _held;
    private bool _isClockDue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await using (var held = await FollowAsync(stoppingToken))
                {
                    await LeadAsync(held, stoppingToken);
                }

                _leadership.Bus.Tell(new NodeMessage.LeaseFree());
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        finally
        {
            _mailbox.Close();
            RefuseWaiting();
        }
    }

    /// <summary>Gives the lease up after the last batch and leaves it to others; commands that still come here are passed on.</summary>
    /// <returns>Once another node decides.</returns>
    public async Task HandOverAsync(CancellationToken cancellationToken)
    {
        await _handOver.CancelAsync();
        await _leadership.Follower.WhenReadyAsync(cancellationToken);
    }

    /// <summary>Until this node has the lease.</summary>
    private async Task<HeldLease> FollowAsync(CancellationToken stoppingToken)
    {
        using var following = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        _leadership.Follower.Begin();
        var forwarding = ForwardAsync(following.Token);
        try
        {
            return await TakeLeaseAsync(stoppingToken);
        }
        finally
        {
            await following.CancelAsync();
            await forwarding;
            _leadership.Follower.End().ForEach(waiting => _mailbox.Post(waiting));
        }
    }

    private async Task<HeldLease> TakeLeaseAsync(CancellationToken stoppingToken)
    {
        for (var pause = FirstTryAfter; ; pause = pause < PauseAtMost ? pause * 2 : pause)
        {
            try
            {
                if (_handOver.IsCancellationRequested && _leadership.Bus.HasPeers)
                {
                    await _leadership.Lease.WaitAsync(pause, stoppingToken);
                    continue;
                }

                if (await _leadership.Lease.TryTakeAsync(stoppingToken) is { } held)
                {
                    // The database answers: whoever waits for the tables to be read has waited long enough.
                    _failures = 0;
                    return held;
                }

                _isAway = false;
                if (_leadership.Lease.Seen is { HeldBy: { } holder, HeldEpoch: var epoch })
                {
                    _leadership.Bus.Note(new BusEvent.HolderSeen(epoch, new NodeId(holder)));
                }

                await _leadership.Lease.WaitAsync(pause, stoppingToken);
            }
            catch (Exception away) when (!stoppingToken.IsCancellationRequested && (DatabaseFailure.IsPassing(away) || away is TimeoutException or InvalidOperationException or IOException))
            {
                LogNotTaken(away.GetType().Name);
                _isAway = true;
                RefuseWaiting();
                _failures++;
                await Task.Delay(Pause(), _time, stoppingToken);
            }
        }
    }

    private async Task ForwardAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await _mailbox.Reader.WaitToReadAsync(cancellationToken))
            {
                await _leadership.Follower.WhenReadyAsync(cancellationToken);
                while (_leadership.Follower.IsReady && _mailbox.Reader.TryRead(out var waiting))
                {
                    _leadership.Follower.Forward(waiting);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }

    private async Task LeadAsync(HeldLease held, CancellationToken stoppingToken)
    {
        using var leading = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, held.Lost, _handOver.Token);
        var isMineStill = _held?.Epoch == held.Epoch - 1;
        _held = held;
        _revision = held.Epoch << BitsBelowEpoch;
        _leadership.Meters.Took();
        if (isMineStill)
        {
            _reloadCause = "database";
        }
        else
        {
            // Another node has decided meanwhile, and may have stored what nobody here was told. This one goes on with its time.
            _isClockDue = true;
            _doubtful.UnionWith(_leadership.Follower.Doubtful());
        }

        // When the connection of the lease broke, the one that was kept for storing is probably broken, too.
        await _stores.Changes.DisposeAsync();
        try
        {
            while (!leading.IsCancellationRequested)
            {
                await ReloadAsync(leading.Token);
                _leadership.Holder.Lead(held.Epoch);
                await WorkUntilFailureAsync(leading.Token);
            }
        }
        catch (OperationCanceledException) when (leading.IsCancellationRequested)
        {
        }
        finally
        {
            _leadership.Holder.Rest();
            _leadership.Meters.Lost();
            _reloadCause = "take_over";
            while (_oneByOne.TryDequeue(out var waiting))
            {
                _mailbox.Post(waiting);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The dispatch lease cannot be asked for ({Cause}); trying again")]
    private partial void LogNotTaken(string cause);
}
