using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Server.Realtime;

// What the browser sends (PROTOCOL.md 2 and 4). Parameters without a default must be present and not null.

/// <param name="DeviceId">Kept in sessionStorage: the same tab after a reload.</param>
/// <param name="TakeCall">"Bring the call to this tab."</param>
/// <param name="HoldsSessionId">The session whose media this very page still has running.</param>
public sealed record ResumeArgs(Guid DeviceId, bool TakeCall, Guid? HoldsSessionId = null);

/// <param name="Key">One per press.</param>
/// <param name="Language">ISO 639-3.</param>
/// <param name="Emergency">Clinics only.</param>
/// <param name="OwnReference">At most 20 characters.</param>
/// <param name="Urgent">Police or child protection: units that may only. An emergency is more.</param>
/// <param name="AskForHelp">The Disposition is asked for help from the start: nobody gives up because nobody is on duty.</param>
public sealed record RequestInterpreterArgs(
    Guid Key,
    string Language,
    Field Field,
    Modality Modality,
    bool Emergency,
    IReadOnlyList<Requirement> Requirements,
    IReadOnlyList<Wish> Wishes,
    bool RelatedAllowed,
    string? OwnReference = null,
    bool AskForHelp = false,
    bool Urgent = false);

/// <param name="RequestId">While it is searched for.</param>
/// <param name="ToAudio">True: sound will do.</param>
/// <param name="AllowRelated">True: a related language will do.</param>
public sealed record EaseRequestArgs(Guid RequestId, bool ToAudio, bool AllowRelated);

public sealed record AskForHelpArgs(Guid RequestId);

public sealed record PromiseHelpArgs(Guid RequestId);

public sealed record AskCallbackArgs(Guid RequestId);

/// <param name="CallbackId">One that is ready.</param>
/// <param name="Key">One per press, as for a request.</param>
public sealed record TakeCallbackArgs(Guid CallbackId, Guid Key);

public sealed record CancelCallbackArgs(Guid CallbackId);

public sealed record CancelRequestArgs(Guid RequestId);

public sealed record SetPresenceArgs(PresenceWish Wanted);

public sealed record AcceptOfferArgs(Guid OfferId);

public sealed record ExtendOfferArgs(Guid OfferId);

public sealed record DeclineOfferArgs(Guid OfferId, DeclineReason Reason);

/// <param name="SessionId">The session.</param>
/// <param name="Flowing">Whether inbound media comes in.</param>
/// <param name="ForSeconds">How long that has been so, by the browser's monotonic clock.</param>
/// <param name="Active">Whether the person spoke, wrote or pressed anything since the last report; null from a browser that cannot tell.</param>
/// <param name="Heard">Whether anything was heard from the others since the last report.</param>
public sealed record ReportMediaArgs(Guid SessionId, bool Flowing, double ForSeconds, bool? Active = null, bool? Heard = null);

public sealed record ConfirmHereArgs(Guid SessionId);

public sealed record ComplainOfQualityArgs(Guid SessionId, ComplaintReason Reason);

/// <param name="SessionId">The session that was complained about.</param>
/// <param name="Key">One per press.</param>
public sealed record AskAgainArgs(Guid SessionId, Guid Key);

public sealed record HoldSessionArgs(Guid SessionId, bool On);

/// <param name="SessionId">The session.</param>
/// <param name="SecondsAgo">0, or how long ago the person hung up while the hub was away.</param>
/// <param name="FlowedSeconds">How long inbound media had come in by then, by the browser's monotonic clock; null when it had not.</param>
public sealed record EndSessionArgs(Guid SessionId, double SecondsAgo, double? FlowedSeconds = null);

/// <summary>For <c>SeekRelief</c>, <c>CancelRelief</c> and <c>HandOver</c>.</summary>
public sealed record HandoverArgs(Guid SessionId);

public sealed record AssignInterpreterArgs(Guid RequestId, Guid InterpreterId);
