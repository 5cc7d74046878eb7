using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Realtime;

namespace Videodolmetschen.Server.Cluster;

/// <summary>What the node that decides does for the others: takes their commands and tells them what was stored.</summary>
internal sealed class HolderDesk(NodeBus bus, Mailbox mailbox, Whereabouts whereabouts, CallSeats seats)
{
    private readonly HashSet<NodeId> _joined = [];
    private long _epoch;

    /// <summary>The lease's epoch; 0 while another node decides.</summary>
    public long Epoch => Volatile.Read(ref _epoch);

    /// <summary>Called by the loop when it has read the tables: everybody follows from here.</summary>
    public void Lead(long epoch)
    {
        Volatile.Write(ref _epoch, epoch);
        bus.Tell(new NodeMessage.Leads(epoch));
    }

    /// <summary>Called by the loop when it decides no more.</summary>
    public void Rest()
    {
        Volatile.Write(ref _epoch, 0);
        whereabouts.Forget();
    }

    /// <summary>Called by the loop after the commit and before anybody is answered, so that no answer overtakes what it rests on.</summary>
    public void Publish(DispatchBatch batch)
    {
        if (bus.HasPeers && batch.ForOthers() is { Count: > 0 } decisions)
        {
            bus.Tell(new NodeMessage.Stored(Epoch, decisions));
        }
    }

    public void Hear(NodeId from, NodeMessage message)
    {
        if (Epoch == 0)
        {
            return;
        }

        if (message is NodeMessage.Join join)
        {
            Welcome(from, join);
            return;
        }

        if (!_joined.Contains(from))
        {
            Meet(from);
        }

        switch (message)
        {
            case NodeMessage.Ask ask:
                _ = AnswerAsync(from, ask);
                break;
            case NodeMessage.Arrived arrived:
                whereabouts.Come(from, arrived.Who);
                mailbox.Post(new DispatchCommand.Connect(arrived.Who));
                break;
            case NodeMessage.Left left:
                Lose(from, left.Who);
                break;
        }
    }

    /// <summary>A node that was silent for a while may have been given up: it is to say again who is connected there.</summary>
    public void Meet(NodeId node)
    {
        if (Epoch is > 0 and var epoch)
        {
            bus.Send(node, new NodeMessage.Leads(epoch));
        }
    }

    /// <summary>Dead or cut off: whoever was connected there is not connected any more.</summary>
    public void Part(NodeId node)
    {
        _joined.Remove(node);
        whereabouts.On(node).ForEach(who => Lose(node, who));
    }

    private void Welcome(NodeId from, NodeMessage.Join join)
    {
        if (join.Epoch != Epoch)
        {
            return;
        }

        _joined.Add(from);
        foreach (var gone in whereabouts.On(from).Except(join.Present))
        {
            Lose(from, gone);
        }

        foreach (var who in join.Present)
        {
            whereabouts.Come(from, who);
            mailbox.Post(new DispatchCommand.Connect(who));
        }

        bus.Send(from, new NodeMessage.Welcome(join.Epoch, [.. whereabouts.Present().Select(one => one.Who).Distinct()], seats.All()));
    }

    private void Lose(NodeId from, Party who)
    {
        whereabouts.Go(from, who);
        mailbox.Post(new DispatchCommand.LoseConnection(who));
    }

    private async Task AnswerAsync(NodeId from, NodeMessage.Ask ask)
    {
        var waiting = new Waiting(ask.Command);
        if (!mailbox.TryPost(waiting))
        {
            waiting.Refuse(ErrorCode.ServiceUnavailable);
        }

        var decided = await waiting.Answer;
        bus.Send(from, new NodeMessage.Answer(ask.Id, decided.Revision, decided.Reply));
    }
}
