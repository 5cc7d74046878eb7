using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Server.Cluster;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Dispatch;

/// <content>When storing fails: who hears what, and how the memory is read anew.</content>
internal sealed partial class DispatchService
{
    /// <summary>
    /// When the database is away the batch may even have been committed: those who asked hear "try again", and everybody
    /// concerned is made to resume once the tables have been read. When the lease has passed on nothing was stored, and the
    /// commands go to the node that has it. Any other failure has one command at fault and nothing stored: the commands
    /// are tried again one by one.
    /// </summary>
    private void TakeBack(DispatchBatch batch, Exception failure)
    {
        LogDropped(failure);
        var waiting = batch.Waiting.ToList();
        if (failure is PostgresException { SqlState: LeaseStore.PassedOn })
        {
            waiting.ForEach(one => _mailbox.Post(one));
            _held!.Lose();
            return;
        }

        _reloadCause = DatabaseFailure.IsPassing(failure) ? "database" : "fault";
        _failures++;
        if (!DatabaseFailure.IsPassing(failure) && (!batch.IsDecided || waiting.Count > 1))
        {
            waiting.ForEach(_oneByOne.Enqueue);
            return;
        }

        _doubtful.UnionWith(batch.Concerned(_board).SelectMany(party => _connections.Of(party)));
        waiting.ForEach(one => one.Refuse(CodeOf(failure)));
    }

    private async Task ReloadAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(Pause(), _time, stoppingToken);
            try
            {
                await SetClockAsync(stoppingToken);
                var stored = await _stores.Policies.ReadAsync(stoppingToken);
                var snapshot = await _stores.Snapshots.LoadAsync(stoppingToken);
                _dispatcher = NewDispatcher(stored);
                _dispatcher.Load(snapshot, _clock.Now);
                _board.Load(snapshot);
                _board.Use(stored);
                _board.TakeConnected([]);
                _leadership.Whereabouts.Present().ToList().ForEach(one => _mailbox.Post(new DispatchCommand.Connect(one.Who)));
                _mailbox.Wake();
                Volatile.Write(ref _tookOverAt, _clock.Now.UtcTicks);
                _meters.Loop.Reloaded(_reloadCause);
                _isAway = false;
                Array.ForEach([.. _doubtful], connection => connection.Abort());
                _doubtful.Clear();
                LogLoaded(_board.Requests.Count, _board.Sessions.Count);
                return;
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogNotLoaded(failure);
                _isAway = true;
                RefuseWaiting();
                _failures++;
            }
        }
    }

    /// <summary>Only when another node has decided before: within one rule time goes on by the monotonic counter alone.</summary>
    private async Task SetClockAsync(CancellationToken stoppingToken)
    {
        if (_isClockDue)
        {
            await _clock.AnchorAsync(stoppingToken);
            _isClockDue = false;
        }
    }

    private static ErrorCode CodeOf(Exception failure) => failure switch
    {
        _ when DatabaseFailure.IsPassing(failure) => ErrorCode.ServiceUnavailable,
        // The key of a request that ended so long ago that the dispatcher has forgotten it.
        PostgresException { ConstraintName: "requests_requester_id_key_key" or "guests_link_hash_key" } => ErrorCode.KeyReused,
        _ => ErrorCode.Unexpected,
    };

    private TimeSpan Pause() => _failures switch
    {
        0 or 1 => TimeSpan.Zero,
        _ => TimeSpan.FromTicks(Math.Min(_options.ReloadAtMost.Ticks, _options.ReloadAfter.Ticks << Math.Min(_failures - 2, 20))),
    };

    private void RefuseWaiting()
    {
        while (_oneByOne.TryDequeue(out var waiting) || _mailbox.Reader.TryRead(out waiting))
        {
            waiting.Refuse(ErrorCode.ServiceUnavailable);
        }
    }
}
