namespace Videodolmetschen.Server.Cluster;

/// <summary>What a node notices of others, in order.</summary>
internal abstract record BusEvent
{
    private BusEvent()
    {
    }

    public sealed record Heard(NodeId From, NodeMessage Message) : BusEvent;

    /// <summary>Something that this node said was lost for good: whoever rests on it must begin anew.</summary>
    public sealed record Missed(NodeId From) : BusEvent;

    public sealed record Came(NodeId Node) : BusEvent;

    /// <summary>Silent for too long.</summary>
    public sealed record Gone(NodeId Node) : BusEvent;

    /// <summary>Once in a while.</summary>
    public sealed record Beat : BusEvent;

    /// <summary>The lease was asked for, and this one holds it.</summary>
    public sealed record HolderSeen(long Epoch, NodeId Holder) : BusEvent;

    /// <summary>The tables were read for following.</summary>
    public sealed record Loaded(long Epoch, Dispatch.StoredPolicy Policy, Videodolmetschen.Domain.Dispatch.DispatchSnapshot Snapshot) : BusEvent;

    /// <summary>They could not be.</summary>
    public sealed record NotLoaded(long Epoch) : BusEvent;
}
