using Microsoft.Extensions.Options;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Cluster;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Hosting;
using Videodolmetschen.Server.Realtime;

namespace Videodolmetschen.Server.Sessions;

/// <summary>Passes signals between the tabs that carry a call, from seat to seat. Membership and size are checked; nothing is stored or logged.</summary>
internal sealed class SignalRelay(LiveBoard board, CallSeats seats, ClientNotifier notifier, NodeBus bus, IOptions<RealtimeOptions> options)
{
    public void Forward(LiveConnection from, Guid sessionId, Seat to, RawJson payload)
    {
        var (session, sender) = RequireSeat(from, sessionId);
        if (payload.Utf8.Length > options.Value.SignalBytesAtMost)
        {
            throw new DomainException(ErrorCode.SignalTooLarge);
        }

        var receiver = session.On(to) is { IsIn: true } other && other != sender ? other : null;
        CrashPoint.Reach("signal");
        Forward(receiver?.Who ?? throw new DomainException(ErrorCode.SignalReceiverUnknown), new SignalReceived(sessionId, sender.Seat, payload));
    }

    /// <summary>From another node: the tab was there when it was sent.</summary>
    public void Take(NodeMessage.Signal signal)
    {
        if (seats.Holder(signal.To) is { } tab && tab.Device == signal.Device)
        {
            notifier.Signal(tab, new SignalReceived(signal.Session, signal.From, new RawJson(signal.Payload)));
        }
    }

    private void Forward(Party to, SignalReceived signal)
    {
        if (seats.Holder(to) is { } here)
        {
            notifier.Signal(here, signal);
        }
        else if (seats.Elsewhere(to) is var (node, device))
        {
            bus.Send(node, new NodeMessage.Signal(to, device, signal.SessionId, signal.From, signal.Payload.Utf8.ToArray()));
        }
        else
        {
            throw new DomainException(ErrorCode.SignalReceiverUnknown);
        }
    }

    /// <summary>The session and the participant in it whose tab carries the call.</summary>
    public (SessionSituation Situation, Participant Sender) RequireSeat(LiveConnection from, Guid sessionId)
    {
        var session = board.SessionOf(from.Party);
        if (session?.Session.Id.Value != sessionId || session.Of(from.Party) is not { IsIn: true } sender)
        {
            throw new DomainException(ErrorCode.SessionNotFound);
        }

        return seats.Holder(from.Party) == from ? (session, sender) : throw new DomainException(ErrorCode.CallOnOtherDevice);
    }
}
