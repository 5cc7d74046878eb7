using System.Diagnostics;
using System.Text.Json;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Cluster;

/// <content>Brings what arrives into order, reads what is missing, and knows who is there.</content>
internal sealed partial class NodeBus
{
    private async Task SortAllAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var arrival in _arrivals.Reader.ReadAllAsync(stoppingToken))
            {
                try
                {
                    await SortAsync(arrival, stoppingToken);
                }
                catch (Exception passing) when (DatabaseFailure.IsPassing(passing) || passing is TimeoutException)
                {
                    // Read again at the next look at the registry.
                    LogAway(passing.GetType().Name);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task SortAsync(Arrival arrival, CancellationToken cancellationToken)
    {
        if (arrival.Roll is { } roll)
        {
            await CallTheRollAsync(roll, cancellationToken);
        }
        else if (arrival.Sender == Id)
        {
            HearMyself(arrival.Number);
        }
        else if (_hasBegun && arrival.Number > 0 && !_heard.IsOld(arrival.Sender, arrival.Number))
        {
            Meet(arrival.Sender);
            if (arrival.Messages is { } messages && _heard.IsNext(arrival.Sender, arrival.Number))
            {
                Take(arrival.Sender, arrival.Number, messages);
            }
            else
            {
                await CatchUpAsync(arrival.Sender, arrival.Number, cancellationToken);
            }
        }
    }

    private void HearMyself(long number)
    {
        if (number == 0)
        {
            Volatile.Write(ref _heardMyselfAt, Stopwatch.GetTimestamp());
            if (Interlocked.Exchange(ref _calledAt, 0) is > 0 and var calledAt)
            {
                _meters.Heard(Stopwatch.GetElapsedTime(calledAt));
            }
        }
    }

    private async Task CallTheRollAsync(IReadOnlyList<NodeRow> roll, CancellationToken cancellationToken)
    {
        foreach (var row in roll.Where(row => row.Id != Id.Value))
        {
            var node = new NodeId(row.Id);
            if (!_hasBegun)
            {
                _heard.Begin(node, row.LastSent);
            }

            if (row.Silent < _options.DeadAfter)
            {
                Meet(node);
            }

            if (row.LastSent > _heard.Of(node))
            {
                await CatchUpAsync(node, row.LastSent, cancellationToken);
            }
        }

        var alive = roll.Where(row => row.Silent < _options.DeadAfter).Select(row => new NodeId(row.Id)).ToHashSet();
        foreach (var gone in _peers.Where(peer => !alive.Contains(peer)).ToList())
        {
            Part(gone, isKnown: roll.Any(row => row.Id == gone.Value));
        }

        _hasBegun = true;
        Note(new BusEvent.Beat());
    }

    private void Meet(NodeId node)
    {
        if (_peers.Add(node))
        {
            _hasPeers = true;
            LogCame(node.Value);
            Note(new BusEvent.Came(node));
        }
    }

    private void Part(NodeId node, bool isKnown)
    {
        _peers.Remove(node);
        _hasPeers = _peers.Count > 0;
        if (!isKnown)
        {
            _heard.Forget(node);
        }

        LogGone(node.Value);
        Note(new BusEvent.Gone(node));
    }

    /// <summary>Reads the table up to what must be there by now.</summary>
    private async Task CatchUpAsync(NodeId sender, long upTo, CancellationToken cancellationToken)
    {
        await using var staff = await _scope.OpenForStaffAsync(cancellationToken);
        foreach (var row in await NodeStore.ReadAsync(staff.Connection, sender, _heard.Of(sender), cancellationToken))
        {
            Take(sender, row.Number, row.Messages);
        }

        if (_heard.Of(sender) < upTo)
        {
            _heard.Take(sender, upTo);
            Miss(sender);
        }
    }

    private void Take(NodeId sender, long number, string messages)
    {
        if (!_heard.Take(sender, number))
        {
            Miss(sender);
        }

        try
        {
            foreach (var message in NodeBundle.For(Id, messages))
            {
                Note(new BusEvent.Heard(sender, message));
            }
        }
        catch (JsonException unreadable)
        {
            // Of another version. What rests on it begins anew, and takes it from the tables.
            LogUnreadable(unreadable, sender.Value);
            Miss(sender);
        }
    }

    private void Miss(NodeId sender)
    {
        LogMissed(sender.Value);
        Note(new BusEvent.Missed(sender));
    }
}
