using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

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

    /// <summary>While it waits, a requester settles for sound only or for a related language: the request keeps its place.</summary>
    /// <param name="Request">The request, of that requester or by a coordinator.</param>
    /// <param name="By">Who eases it.</param>
    /// <param name="ToAudio">True makes it one for audio only; nothing makes it video again.</param>
    /// <param name="AllowRelated">True allows related languages; nothing takes that back.</param>
    public sealed record EaseRequest(RequestId Request, Party By, bool ToAudio, bool AllowRelated) : DispatchCommand;

    /// <summary>The requester asks the Disposition to help: the request stands out on the floor and is searched for longer.</summary>
    public sealed record AskForHelp(RequestId Request, UserId By) : DispatchCommand;

    /// <summary>A coordinator has seen it and sees to it.</summary>
    public sealed record PromiseHelp(RequestId Request, UserId By) : DispatchCommand;

    /// <summary>
    /// The requester wants to hear when somebody is free. A search that still runs ends unserved, with its cause. Replies
    /// <see cref="DispatchReply.CallbackIs"/>; an earlier callback of the same person ends.
    /// </summary>
    /// <param name="Request">The need, as the tables know it: its requester has already been checked.</param>
    public sealed record AskCallback(InterpretingRequest Request) : DispatchCommand;

    /// <summary>Somebody is free: asks anew with the same needs and the old place in line. Replies <see cref="DispatchReply.RequestStands"/>.</summary>
    public sealed record TakeCallback(CallbackId Callback, UserId By, Guid Key) : DispatchCommand;

    public sealed record CancelCallback(CallbackId Callback, UserId By) : DispatchCommand;

    public sealed record SetPresence(InterpreterId Interpreter, PresenceWish Wanted) : DispatchCommand;

    /// <summary>Replies <see cref="DispatchReply.OfferAccepted"/> or, too late, <see cref="DispatchReply.OfferGone"/>.</summary>
    public sealed record AcceptOffer(OfferId Offer, InterpreterId Interpreter) : DispatchCommand;

    public sealed record DeclineOffer(OfferId Offer, InterpreterId Interpreter, DeclineReason Reason) : DispatchCommand;

    /// <summary>Gives the countdown of an open offer a second life, once, but not beyond the end of its request.</summary>
    public sealed record ExtendOffer(OfferId Offer, InterpreterId Interpreter) : DispatchCommand;

    /// <summary>A side says whether it receives media, and for how long that has been so (its own monotonic clock).</summary>
    public sealed record ReportMedia(SessionId Session, Party By, bool Flowing, TimeSpan For) : DispatchCommand
    {
        /// <summary>Whether the person spoke, wrote or pressed anything since the last report; null from a browser that does not know.</summary>
        public bool? Active { get; init; }

        /// <summary>Whether anything could be heard from the other side since the last report.</summary>
        public bool? Heard { get; init; }
    }

    /// <summary>"Yes, I am still here": the answer to an <see cref="AttendanceCheck"/>.</summary>
    public sealed record ConfirmHere(SessionId Session, Party By) : DispatchCommand;

    /// <summary>Soon after its start a conversation proves unusable: it ends, and the customer is billed nothing.</summary>
    public sealed record ComplainOfQuality(SessionId Session, UserId By, ComplaintReason Reason) : DispatchCommand;

    /// <summary>
    /// After a complaint: the same need again, at the old place, and never with that interpreter. Replies
    /// <see cref="DispatchReply.RequestStands"/>; the same key again gives the same reply.
    /// </summary>
    public sealed record AskAgain(SessionId Session, UserId By, Guid Key) : DispatchCommand;

    public sealed record HoldSession(SessionId Session, Party By, bool On) : DispatchCommand;

    /// <param name="Session">The session to end.</param>
    /// <param name="By">A participant or a coordinator.</param>
    /// <param name="Ago">How long ago the person hung up, when the hub was away at that moment; else zero.</param>
    public sealed record EndSession(SessionId Session, Party By, TimeSpan Ago) : DispatchCommand
    {
        /// <summary>How long media had flowed to this side when the person hung up (its own monotonic clock); null when it did not, or from a coordinator.</summary>
        public TimeSpan? Flowed { get; init; }
    }

    /// <summary>The requester makes a link for one guest; the same hash again gives the same reply <see cref="DispatchReply.GuestIs"/>.</summary>
    /// <param name="Session">The session the link is bound to.</param>
    /// <param name="By">Its requester.</param>
    /// <param name="Role">As what the guest comes.</param>
    /// <param name="LinkHash">SHA-256 of the token, 64 hexadecimal digits in lower case.</param>
    public sealed record InviteGuest(SessionId Session, Party By, GuestRole Role, string LinkHash) : DispatchCommand;

    /// <summary>Somebody comes by a link, for the first and only time; replies <see cref="DispatchReply.GuestIs"/>.</summary>
    public sealed record ArriveAsGuest(string LinkHash) : DispatchCommand;

    /// <summary>The requester lets somebody in who waits.</summary>
    public sealed record AdmitGuest(SessionId Session, Party By, Seat Guest) : DispatchCommand;

    /// <summary>The requester takes a link back, does not let in, or sends out.</summary>
    public sealed record DismissGuest(SessionId Session, Party By, Seat Guest) : DispatchCommand;

    public sealed record LeaveAsGuest(GuestId Guest) : DispatchCommand;

    /// <summary>Searches for somebody who takes over. By the interpreter of the session or a coordinator; a search that runs goes on.</summary>
    public sealed record SeekRelief(SessionId Session, Party By) : DispatchCommand;

    /// <summary>The interpreter goes on after all. By the interpreter of the session or a coordinator.</summary>
    public sealed record CancelRelief(SessionId Session, Party By) : DispatchCommand;

    /// <summary>The interpreter hands over now to the relief whose media stands.</summary>
    public sealed record HandOver(SessionId Session, InterpreterId By) : DispatchCommand;

    /// <summary>Pauses for a break, from the wrap-up or while nothing is going on.</summary>
    public sealed record TakeBreak(InterpreterId Interpreter) : DispatchCommand;

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

    /// <summary>A coordinator has changed the rules; they keep <see cref="PolicyRules"/>. What is not newer than the rules in force changes nothing.</summary>
    /// <param name="Policy">The new rules.</param>
    /// <param name="Version">Counts the changes.</param>
    public sealed record UsePolicy(DispatchPolicy Policy, int Version) : DispatchCommand;

    /// <summary>Asks for everything that concerns one person; replies <see cref="DispatchReply.SituationIs"/>.</summary>
    public sealed record AskSituation(Party Who) : DispatchCommand;

    /// <summary>Asks what stands between a request and each interpreter of its language now; replies <see cref="DispatchReply.ObstaclesAre"/>.</summary>
    /// <param name="Request">As the tables know it: it may have ended long ago.</param>
    public sealed record AskObstacles(InterpretingRequest Request) : DispatchCommand;

    /// <summary>Asks for the whole floor; replies <see cref="DispatchReply.FloorIs"/>.</summary>
    public sealed record AskFloor : DispatchCommand;
}
