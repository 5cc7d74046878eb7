using Microsoft.Extensions.Options;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Realtime;

namespace Videodolmetschen.Server.Sessions;

/// <summary>Passes signals between the two tabs that carry a call. Membership and size are checked; nothing is stored or logged.</summary>
internal sealed class SignalRelay(LiveBoard board, CallSeats seats, ClientNotifier notifier, IOptions<RealtimeOptions> options)
{
    public void Forward(LiveConnection from, Guid sessionId, Side to, RawJson payload)
    {
        var session = RequireSeat(from, sessionId).Session;
        if (payload.Utf8.Length > options.Value.SignalBytesAtMost)
        {
            throw new DomainException(ErrorCode.SignalTooLarge);
        }

        var receiver = to switch
        {
            Side.Requester when from.Party.Side == Side.Interpreter => seats.Holder(Party.Of(session.Requester)),
            Side.Interpreter when from.Party.Side == Side.Requester => seats.Holder(Party.Of(session.Interpreter)),
            _ => null,
        };
        notifier.Signal(
            receiver ?? throw new DomainException(ErrorCode.SignalReceiverUnknown),
            new SignalReceived(sessionId, from.Party.Side, payload));
    }

    /// <summary>The session, for a participant whose tab carries the call.</summary>
    public SessionSituation RequireSeat(LiveConnection from, Guid sessionId)
    {
        var session = board.SessionOf(from.Party);
        if (session?.Session.Id.Value != sessionId)
        {
            throw new DomainException(ErrorCode.SessionNotFound);
        }

        return seats.Holder(from.Party) == from ? session : throw new DomainException(ErrorCode.CallOnOtherDevice);
    }
}
