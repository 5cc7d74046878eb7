using Microsoft.Extensions.Options;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Cluster;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Hosting;
using Videodolmetschen.Server.Realtime;

namespace Videodolmetschen.Server.Sessions;

/// <summary>Who is in a session, and which tab carries the call.</summary>
internal sealed record SignalDesk(LiveBoard Board, CallSeats Seats, DispatchService Dispatch);

/// <summary>Passes signals between the tabs that carry a call, from seat to seat. Membership and size are checked; nothing is stored or logged.</summary>
internal sealed class SignalRelay(SignalDesk desk, ClientNotifier notifier, NodeBus bus, IOptions<RealtimeOptions> options)
{
    public async Task ForwardAsync(LiveConnection from, Guid sessionId, Seat to, RawJson payload)
    {
        var session = await RequireSeatAsync(from, sessionId);
        if (payload.Utf8.Length > options.Value.SignalBytesAtMost)
        {
            throw new DomainException(ErrorCode.SignalTooLarge);
        }

        var sender = session.Of(from.Party)!;
        var receiver = session.On(to) is { IsIn: true } other && other != sender ? other : null;
        CrashPoint.Reach("signal");
        Forward(receiver?.Who ?? throw new DomainException(ErrorCode.SignalReceiverUnknown), new SignalReceived(sessionId, sender.Seat, payload));
    }

    /// <summary>From another node: the tab was there when it was sent, or the sender's node had not heard of any.</summary>
    public void Take(NodeMessage.Signal signal)
    {
        var tab = signal.Device is null ? Here(signal.To) : desk.Seats.Holder(signal.To);
        if (tab is not null && (signal.Device ?? tab.Device) == tab.Device)
        {
            notifier.Signal(tab, new SignalReceived(signal.Session, signal.From, new RawJson(signal.Payload)));
        }
    }

    /// <summary>
    /// The session, for a participant whose tab carries the call. A node that does not decide may not have heard of it yet: then it
    /// asks the one that does, and what that one has stored before it answers is heard before the answer.
    /// </summary>
    public async ValueTask<SessionSituation> RequireSeatAsync(LiveConnection from, Guid sessionId)
    {
        var session = Find(from.Party, sessionId);
        if (session is null)
        {
            await desk.Dispatch.AskAsync(new DispatchCommand.AskSituation(from.Party));
            session = Find(from.Party, sessionId) ?? throw new DomainException(ErrorCode.SessionNotFound);
        }

        return desk.Seats.Holder(from.Party) == from ? session : throw new DomainException(ErrorCode.CallOnOtherDevice);
    }

    private SessionSituation? Find(Party who, Guid sessionId) =>
        desk.Board.SessionOf(who) is { } session && session.Session.Id.Value == sessionId && session.Of(who) is { IsIn: true } ? session : null;

    private void Forward(Party to, SignalReceived signal)
    {
        if (Here(to) is { } here)
        {
            notifier.Signal(here, signal);
        }
        else if (desk.Seats.Elsewhere(to) is var (node, device))
        {
            bus.Send(node, Message(to, device, signal));
        }
        else if (desk.Seats.IsFree(to) && desk.Board.IsConnected(to))
        {
            bus.Tell(Message(to, null, signal));
        }
        else
        {
            throw new DomainException(ErrorCode.SignalReceiverUnknown);
        }
    }

    // Who has just come into a session is shown to a seat when told of it, and the other side may be faster.
    private LiveConnection? Here(Party to) => desk.Seats.IsFree(to) ? desk.Seats.Seated(to) : desk.Seats.Holder(to);

    private static NodeMessage.Signal Message(Party to, Guid? device, SignalReceived signal) =>
        new(to, device, signal.SessionId, signal.From, signal.Payload.Utf8.ToArray());
}
