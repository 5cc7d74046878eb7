using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Sessions;

/// <summary>The interpreted conversation (Gespräch): what is billed. Its clock lives in <see cref="Clock"/>.</summary>
public sealed record Session
{
    public required SessionId Id { get; init; }

    public required RequestId Request { get; init; }

    public required InterpreterId Interpreter { get; init; }

    public required UserId Requester { get; init; }

    public required CustomerId Customer { get; init; }

    public required LanguageCode Language { get; init; }

    public required Modality Modality { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public SessionState State { get; init; } = SessionState.Connecting;

    public EndReason? EndReason { get; init; }

    /// <summary>Why the requester ended it as unusable; only with <see cref="EndReason.QualityComplaint"/>.</summary>
    public ComplaintReason? Complaint { get; init; }

    /// <summary>First moment with media on both sides.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? InterruptedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public bool HeldByInterpreter { get; init; }

    public bool HeldByRequester { get; init; }

    /// <summary>Last sign of media from either side: the end of a session that nobody closed.</summary>
    public DateTimeOffset? LastMediaAt { get; init; }

    /// <summary>
    /// Since when the requester has received media, as its browser last said. Beside what the same browser says after a restart it
    /// shows whether the clock was set meanwhile.
    /// </summary>
    public DateTimeOffset? RequesterFlowsSince { get; init; }

    /// <inheritdoc cref="RequesterFlowsSince"/>
    public DateTimeOffset? InterpreterFlowsSince { get; init; }

    public BillableTime Clock { get; init; } = BillableTime.None;

    /// <summary>Set while a side is being asked whether it is still there; only in <see cref="SessionState.Active"/>.</summary>
    public AttendanceCheck? Check { get; init; }

    /// <summary>What the customer is billed: nothing after a quality complaint. The interpreter's time stays in <see cref="Clock"/>.</summary>
    public int BillableSeconds => Complaint is null ? Clock.BillableSeconds : 0;

    public bool IsHeld => HeldByInterpreter || HeldByRequester;

    public bool IsUnfinished => State != SessionState.Ended;
}

public enum SessionState
{
    Connecting,
    Active,
    Interrupted,
    Ended,
}

public enum EndReason
{
    HangUpRequester,
    HangUpInterpreter,
    EndedByCoordinator,
    NeverConnected,
    ConnectionLost,
    CancelledByRequester,
    /// <summary>The requester could not use it, and said so in time: the customer is billed nothing.</summary>
    QualityComplaint,
    /// <summary>A side gave no sign and answered no check: billed until the checks began.</summary>
    LeftAlone,
}

public enum SessionEvent
{
    MediaUp,
    MediaLost,
    End,
}

/// <summary>The one transition table of a session.</summary>
public static class SessionTransitions
{
    /// <summary>The state after the event, or null where the event is illegal.</summary>
    public static SessionState? Next(SessionState state, SessionEvent happened) => (state, happened) switch
    {
        (SessionState.Connecting, SessionEvent.MediaUp) => SessionState.Active,
        (SessionState.Connecting, SessionEvent.End) => SessionState.Ended,
        (SessionState.Active, SessionEvent.MediaLost) => SessionState.Interrupted,
        (SessionState.Active, SessionEvent.End) => SessionState.Ended,
        (SessionState.Interrupted, SessionEvent.MediaUp) => SessionState.Active,
        (SessionState.Interrupted, SessionEvent.End) => SessionState.Ended,
        _ => null,
    };
}
