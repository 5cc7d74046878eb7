using System.Text.Json;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Languages;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Dispatch;

internal sealed record RequestRow
{
    public const string Columns =
        """
        requests.id, key, requests.customer_id, unit_id, requests.requester_id, requests.language, field, requests.modality, priority,
          needs_section_203, requirements, wishes, related_allowed, own_reference, requested_at, place_since, help_asked_at, help_answered_at,
          help_answered_by, excluded, requests.state, cancelled_by, unserved_because, requests.ended_at, relief_for,
          appointment_id, promised_interpreter_id, promised_until
        """;

    public Guid Id { get; init; }

    public Guid Key { get; init; }

    public Guid CustomerId { get; init; }

    public Guid UnitId { get; init; }

    public Guid RequesterId { get; init; }

    public string Language { get; init; } = "";

    public string Field { get; init; } = "";

    public string Modality { get; init; } = "";

    public string Priority { get; init; } = "";

    public bool NeedsSection203 { get; init; }

    public string Requirements { get; init; } = "[]";

    public string Wishes { get; init; } = "[]";

    public bool RelatedAllowed { get; init; }

    public string? OwnReference { get; init; }

    public DateTimeOffset RequestedAt { get; init; }

    public DateTimeOffset? PlaceSince { get; init; }

    public DateTimeOffset? HelpAskedAt { get; init; }

    public DateTimeOffset? HelpAnsweredAt { get; init; }

    public Guid? HelpAnsweredBy { get; init; }

    public Guid[] Excluded { get; init; } = [];

    public string State { get; init; } = "";

    public string? CancelledBy { get; init; }

    public string? UnservedBecause { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public Guid? ReliefFor { get; init; }

    public Guid? AppointmentId { get; init; }

    public Guid? PromisedInterpreterId { get; init; }

    public DateTimeOffset? PromisedUntil { get; init; }

    /// <param name="languages">What may stand in for what is not stored: it is as this release says.</param>
    public InterpretingRequest ToDomain(LanguageCatalogue languages) => new()
    {
        Id = new RequestId(Id),
        Key = Key,
        Customer = new CustomerId(CustomerId),
        Unit = new UnitId(UnitId),
        Requester = new UserId(RequesterId),
        Language = new LanguageCode(Language),
        Field = SnakeCase.Parse<Field>(Field),
        Modality = SnakeCase.Parse<Modality>(Modality),
        Priority = SnakeCase.Parse<Priority>(Priority),
        NeedsSection203 = NeedsSection203,
        Requirements = JsonSerializer.Deserialize(Requirements, LiveJson.Default.IReadOnlyListRequirement)!,
        Wishes = JsonSerializer.Deserialize(Wishes, LiveJson.Default.IReadOnlyListWish)!,
        RelatedAllowed = RelatedAllowed,
        RelatedLanguages = [.. languages.Substitutes(new LanguageCode(Language)).Select(note => note.Offered)],
        OwnReference = OwnReference,
        RequestedAt = RequestedAt,
        PlaceSince = PlaceSince,
        HelpAskedAt = HelpAskedAt,
        HelpAnsweredAt = HelpAnsweredAt,
        HelpAnsweredBy = HelpAnsweredBy is { } by ? new UserId(by) : null,
        Excluded = Excluded.Select(id => new InterpreterId(id)).ToHashSet(),
        State = SnakeCase.Parse<RequestState>(State),
        CancelledBy = CancelledBy is null ? null : SnakeCase.Parse<CancelledBy>(CancelledBy),
        UnservedBecause = UnservedBecause is null ? null : SnakeCase.Parse<UnservedCause>(UnservedBecause),
        EndedAt = EndedAt,
        ReliefFor = ReliefFor is { } session ? new SessionId(session) : null,
        Promised = AppointmentId is { } appointment
            ? new PromisedCall(new AppointmentId(appointment), new InterpreterId(PromisedInterpreterId!.Value), PromisedUntil!.Value)
            : null,
    };
}

internal record OfferRow
{
    public Guid Id { get; init; }

    public Guid RequestId { get; init; }

    public Guid InterpreterId { get; init; }

    public int Wave { get; init; }

    public int Rank { get; init; }

    public string Reasons { get; init; } = "";

    public DateTimeOffset OfferedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public bool Extended { get; init; }

    public string State { get; init; } = "";

    public string? DeclineReason { get; init; }

    public string? WithdrawnBecause { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public Offer ToDomain() => new()
    {
        Id = new OfferId(Id),
        Request = new RequestId(RequestId),
        Interpreter = new InterpreterId(InterpreterId),
        Wave = Wave,
        Rank = Rank,
        Reasons = JsonSerializer.Deserialize(Reasons, LiveJson.Default.RankReasons)!,
        OfferedAt = OfferedAt,
        ExpiresAt = ExpiresAt,
        Extended = Extended,
        State = SnakeCase.Parse<OfferState>(State),
        DeclineReason = DeclineReason is null ? null : SnakeCase.Parse<DeclineReason>(DeclineReason),
        WithdrawnBecause = WithdrawnBecause is null ? null : SnakeCase.Parse<WithdrawnBecause>(WithdrawnBecause),
        AnsweredAt = AnsweredAt,
    };
}

internal sealed record SessionRow
{
    public Guid Id { get; init; }

    public Guid RequestId { get; init; }

    public Guid InterpreterId { get; init; }

    public Guid RequesterId { get; init; }

    public Guid CustomerId { get; init; }

    public string Language { get; init; } = "";

    public string Modality { get; init; } = "";

    public string State { get; init; } = "";

    public string? EndReason { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? InterruptedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public bool HeldByInterpreter { get; init; }

    public bool HeldByRequester { get; init; }

    public DateTimeOffset? LastMediaAt { get; init; }

    public decimal CountedSeconds { get; init; }

    public DateTimeOffset? RunningSince { get; init; }

    public string? Complaint { get; init; }

    public DateTimeOffset? CheckSince { get; init; }

    public int? CheckNumber { get; init; }

    public string? CheckAsked { get; init; }

    public DateTimeOffset? RequesterFlowsSince { get; init; }

    public DateTimeOffset? InterpreterFlowsSince { get; init; }

    public Session ToDomain() => new()
    {
        Id = new SessionId(Id),
        Request = new RequestId(RequestId),
        Interpreter = new InterpreterId(InterpreterId),
        Requester = new UserId(RequesterId),
        Customer = new CustomerId(CustomerId),
        Language = new LanguageCode(Language),
        Modality = SnakeCase.Parse<Modality>(Modality),
        State = SnakeCase.Parse<SessionState>(State),
        EndReason = EndReason is null ? null : SnakeCase.Parse<EndReason>(EndReason),
        CreatedAt = CreatedAt,
        StartedAt = StartedAt,
        InterruptedAt = InterruptedAt,
        EndedAt = EndedAt,
        HeldByInterpreter = HeldByInterpreter,
        HeldByRequester = HeldByRequester,
        LastMediaAt = LastMediaAt,
        RequesterFlowsSince = RequesterFlowsSince,
        InterpreterFlowsSince = InterpreterFlowsSince,
        Clock = new BillableTime(TimeSpan.FromTicks((long)(CountedSeconds * TimeSpan.TicksPerSecond)), RunningSince),
        Complaint = Complaint is null ? null : SnakeCase.Parse<ComplaintReason>(Complaint),
        Check = CheckSince is { } since ? new AttendanceCheck(since, CheckNumber!.Value, SnakeCase.Parse<AskedSides>(CheckAsked!)) : null,
    };
}

internal sealed record PresenceRow
{
    public Guid InterpreterId { get; init; }

    public string State { get; init; } = "";

    public DateTimeOffset Since { get; init; }

    public string? PausedBecause { get; init; }

    public int MissedInARow { get; init; }

    public DateTimeOffset? WrapUpUntil { get; init; }

    public DateTimeOffset IdleSince { get; init; }

    public string Afterwards { get; init; } = "";

    public string? AfterwardsBecause { get; init; }

    public DateTimeOffset? BreakUntil { get; init; }

    public decimal WorkedSeconds { get; init; }

    public DateTimeOffset? WorkedUntil { get; init; }

    public Presence ToDomain() => new(new InterpreterId(InterpreterId), SnakeCase.Parse<PresenceState>(State), Since)
    {
        PausedBecause = PausedBecause is null ? null : SnakeCase.Parse<PausedBecause>(PausedBecause),
        MissedInARow = MissedInARow,
        WrapUpUntil = WrapUpUntil,
        IdleSince = IdleSince,
        Afterwards = SnakeCase.Parse<PresenceState>(Afterwards),
        AfterwardsBecause = AfterwardsBecause is null ? null : SnakeCase.Parse<PausedBecause>(AfterwardsBecause),
        BreakUntil = BreakUntil,
        Work = WorkedUntil is { } until ? new ContinuousWork(TimeSpan.FromTicks((long)(WorkedSeconds * TimeSpan.TicksPerSecond)), until) : ContinuousWork.None,
    };
}
