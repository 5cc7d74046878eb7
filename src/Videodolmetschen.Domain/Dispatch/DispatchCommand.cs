using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Dispatch;

/// <summary>What may be asked of the <see cref="Dispatcher"/>. Imperatives; the hub has already authorised the role.</summary>
public abstract record DispatchCommand
{
    private DispatchCommand()
    {
    }

    /// <summary>Replies <see cref="DispatchReply.RequestStands"/>; the same key again gives the same reply.</summary>
    public sealed record RequestInterpreter(InterpretingRequest Request) : DispatchCommand;

    /// <summary>By its requester or any coordinator. In a session that has not started it ends the session, too.</summary>
    public sealed record CancelRequest(RequestId Request, Party By) : DispatchCommand;

    public sealed record SetPresence(InterpreterId Interpreter, PresenceWish Wanted) : DispatchCommand;

    /// <summary>Replies <see cref="DispatchReply.OfferAccepted"/> or, too late, <see cref="DispatchReply.OfferGone"/>.</summary>
    public sealed record AcceptOffer(OfferId Offer, InterpreterId Interpreter) : DispatchCommand;

    public sealed record DeclineOffer(OfferId Offer, InterpreterId Interpreter, DeclineReason Reason) : DispatchCommand;

    /// <summary>A side says whether it receives media, and for how long that has been so (its own monotonic clock).</summary>
    public sealed record ReportMedia(SessionId Session, Party By, bool Flowing, TimeSpan For) : DispatchCommand;

    public sealed record HoldSession(SessionId Session, Party By, bool On) : DispatchCommand;

    /// <param name="Session">The session to end.</param>
    /// <param name="By">A participant or a coordinator.</param>
    /// <param name="Ago">How long ago the person hung up, when the hub was away at that moment; else zero.</param>
    public sealed record EndSession(SessionId Session, Party By, TimeSpan Ago) : DispatchCommand;

    public sealed record EndWrapUp(InterpreterId Interpreter) : DispatchCommand;

    public sealed record ExtendWrapUp(InterpreterId Interpreter) : DispatchCommand;

    /// <summary>The first connection of a person stands (again).</summary>
    public sealed record Connect(Party Who) : DispatchCommand;

    /// <summary>The last connection of a person is gone: graces begin.</summary>
    public sealed record LoseConnection(Party Who) : DispatchCommand;

    /// <summary>A coordinator rings one interpreter alone for a request that waits.</summary>
    public sealed record AssignInterpreter(RequestId Request, InterpreterId Interpreter) : DispatchCommand;

    /// <summary>An interpreter is new or changed.</summary>
    public sealed record TakeInterpreter(Interpreter Interpreter) : DispatchCommand;

    /// <summary>A coordinator has changed the rules; they keep <see cref="PolicyRules"/>.</summary>
    public sealed record UsePolicy(DispatchPolicy Policy) : DispatchCommand;

    /// <summary>Asks for everything that concerns one person; replies <see cref="DispatchReply.SituationIs"/>.</summary>
    public sealed record AskSituation(Party Who) : DispatchCommand;

    /// <summary>Asks for the whole floor; replies <see cref="DispatchReply.FloorIs"/>.</summary>
    public sealed record AskFloor : DispatchCommand;
}
