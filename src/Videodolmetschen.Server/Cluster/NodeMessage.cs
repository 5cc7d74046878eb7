using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Realtime;

namespace Videodolmetschen.Server.Cluster;

/// <summary>What nodes say to each other. Written by <see cref="ClusterJson"/>.</summary>
internal abstract record NodeMessage
{
    private NodeMessage()
    {
    }

    /// <summary>The holder has read the tables (anew): follow me from here.</summary>
    public sealed record Leads(long Epoch) : NodeMessage;

    /// <summary>To the holder: I follow; these people are connected here.</summary>
    public sealed record Join(long Epoch, IReadOnlyList<Party> Present) : NodeMessage;

    /// <summary>From the holder: all that is stored from now on comes to you. Whatever was stored before stands in the tables.</summary>
    public sealed record Welcome(long Epoch, IReadOnlyList<Party> Connected, IReadOnlyList<HeldSeat> Seats) : NodeMessage;

    /// <summary>Decisions that were stored, in order, as the holder's own board took them.</summary>
    public sealed record Stored(long Epoch, IReadOnlyList<StoredDecision> Decisions) : NodeMessage;

    /// <summary>To the holder: decide this for somebody at my side.</summary>
    public sealed record Ask(long Id, DispatchCommand Command) : NodeMessage;

    public sealed record Answer(long Id, long Revision, DispatchReply Reply) : NodeMessage;

    /// <summary>To the holder: the first connection of a person on this node stands, or the last one is gone.</summary>
    public sealed record Arrived(Party Who) : NodeMessage;

    public sealed record Left(Party Who) : NodeMessage;

    /// <summary>The lease was given up: who wants it may take it.</summary>
    public sealed record LeaseFree : NodeMessage;

    /// <summary>Which tab of a person carries the call.</summary>
    public sealed record SeatTaken(HeldSeat Seat) : NodeMessage;

    /// <summary>To the node of the tab that carries the call; to all without a device, while the sender knows of none. The payload is the browser's, as it is.</summary>
    public sealed record Signal(Party To, Guid? Device, Guid Session, Seat From, byte[] Payload) : NodeMessage;

    /// <summary>Somebody signed out or was disabled: cut what hangs on it.</summary>
    public sealed record SignInEnded(Guid SignIn) : NodeMessage;

    /// <summary>The table has newer rules of appointments.</summary>
    public sealed record AppointmentRulesChanged(int Version) : NodeMessage;

    /// <summary>For an interpreter who may be at your side.</summary>
    public sealed record AskTold(InterpreterId Interpreter, AskChanged Fact) : NodeMessage;

    /// <summary>For coordinators at your side.</summary>
    public sealed record AppointmentTold(AppointmentNoted Fact) : NodeMessage;
}

/// <summary>A decision as other nodes take it: with its command and reply, because boards learn from those, too.</summary>
internal sealed record StoredDecision(
    long Revision, DispatchCommand? Command, DispatchReply Reply, IReadOnlyList<Change> Changes, IReadOnlyList<Notice> Notices);

/// <summary>Which tab of a person carries the call, and where.</summary>
/// <param name="Who">The person.</param>
/// <param name="Device">The tab.</param>
/// <param name="IsClaimed">The tab asked, accepted or carries media; else it merely came first.</param>
/// <param name="Node">Where the tab is connected; null while it is not.</param>
/// <param name="Version">Counts the changes of this seat, by the clock where it can.</param>
internal sealed record HeldSeat(Party Who, Guid Device, bool IsClaimed, NodeId? Node, long Version)
{
    public bool IsLaterThan(HeldSeat other) =>
        Version > other.Version || (Version == other.Version && (Node ?? default).Value.CompareTo((other.Node ?? default).Value) > 0);
}
