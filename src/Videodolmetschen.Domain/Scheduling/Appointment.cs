using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Scheduling;

/// <summary>A request fixed for a time (Termin). Holds nothing about the end user: there is no free text.</summary>
public sealed record Appointment
{
    public required AppointmentId Id { get; init; }

    /// <summary>The series that it belongs to; null for a single one.</summary>
    public AppointmentSeriesId? Series { get; init; }

    /// <summary>Idempotency key made by the browser for one press of the button; appointments of a series share it.</summary>
    public required Guid Key { get; init; }

    public required CustomerId Customer { get; init; }

    public required UnitId Unit { get; init; }

    public required UserId Requester { get; init; }

    public required LanguageCode Language { get; init; }

    public required Field Field { get; init; }

    public required Modality Modality { get; init; }

    public Priority Priority { get; init; } = Priority.Normal;

    /// <summary>Set for clinics: only interpreters obliged under § 203 StGB on the day of the appointment.</summary>
    public bool NeedsSection203 { get; init; }

    /// <summary>Judged on the day of the appointment: <see cref="Requirement.SwornToday"/> means an oath that is valid then.</summary>
    public IReadOnlyList<Requirement> Requirements { get; init; } = [];

    /// <summary>Release times count from <see cref="BookedAt"/>.</summary>
    public IReadOnlyList<Wish> Wishes { get; init; } = [];

    /// <summary>The requester's own reference, at most 20 characters, shown to nobody else.</summary>
    public string? OwnReference { get; init; }

    public required AppointmentSlot Slot { get; init; }

    /// <summary>The ordering body has found that it had to be at this time (§ 9 (6) JVEG).</summary>
    public bool IsNecessary { get; init; }

    public required DateTimeOffset BookedAt { get; init; }

    public AppointmentState State { get; init; } = AppointmentState.Requested;

    /// <summary>Who is bound to it, or was when it ended; null while nobody is.</summary>
    public InterpreterId? Interpreter { get; init; }

    public AppointmentCancelledBy? CancelledBy { get; init; }

    public MissedBy? MissedBy { get; init; }

    /// <summary>When it was held, cancelled or missed.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    public bool IsOpen => State is AppointmentState.Requested or AppointmentState.Assigned;

    /// <summary>The only one who may take it; null where the pool is asked.</summary>
    public InterpreterId? NamedInterpreter => Requirements.OfType<Requirement.ThisInterpreter>().FirstOrDefault()?.Interpreter;

    /// <summary>Whether it may be booked so.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.OwnReferenceTooLong"/>, or what <see cref="AppointmentRules.Check"/> throws.</exception>
    public void CheckBooking(AppointmentRules rules)
    {
        if (OwnReference?.Length > InterpretingRequest.OwnReferenceLength)
        {
            throw new DomainException(ErrorCode.OwnReferenceTooLong);
        }

        rules.Check(Slot, BookedAt);
    }

    /// <summary>
    /// The live request that an appointment without an interpreter becomes at its start, in line before ordinary ones. Wishes whose release
    /// has come only rank.
    /// </summary>
    public InterpretingRequest AsLiveRequest(RequestId id, DateTimeOffset now) => Need(id) with
    {
        RequestedAt = now,
        Priority = Priority > Priority.AppointmentUncovered ? Priority : Priority.AppointmentUncovered,
        Wishes = [.. Wishes.Select(wish => wish.ReleasedAfter is { } after ? Remaining(wish, BookedAt + after - now) : wish)],
    };

    /// <summary>The live request of its room: for the interpreter bound to it alone, until the slot is over. What was wished was settled when that one was found.</summary>
    /// <param name="id">Of the live request.</param>
    /// <param name="by">Who of the customer's side has entered.</param>
    /// <param name="key">One press of the button.</param>
    /// <param name="now">When.</param>
    /// <exception cref="DomainException"><see cref="ErrorCode.RoomClosed"/> where nobody is bound to it.</exception>
    public InterpretingRequest AsPromisedCall(RequestId id, UserId by, Guid key, DateTimeOffset now) => Need(id) with
    {
        Key = key,
        Requester = by,
        RequestedAt = now,
        Wishes = [],
        Requirements = [.. Requirements.Where(requirement => requirement is not Requirement.ThisInterpreter)],
        OwnReference = by == Requester ? OwnReference : null,
        Promised = new PromisedCall(Id, Interpreter ?? throw new DomainException(ErrorCode.RoomClosed), Slot.End),
    };

    /// <summary>What is needed, in the words of a live request, so that both are judged by the same rules.</summary>
    internal InterpretingRequest Need(RequestId id = default) => new()
    {
        Id = id,
        Key = Key,
        Customer = Customer,
        Unit = Unit,
        Requester = Requester,
        Language = Language,
        Field = Field,
        Modality = Modality,
        Priority = Priority,
        NeedsSection203 = NeedsSection203,
        Requirements = Requirements,
        Wishes = Wishes,
        OwnReference = OwnReference,
        RequestedAt = BookedAt,
    };

    private static Wish Remaining(Wish wish, TimeSpan left) => wish with { ReleasedAfter = left > TimeSpan.Zero ? left : null };
}
