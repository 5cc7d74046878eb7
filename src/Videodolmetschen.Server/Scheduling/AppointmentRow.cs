using System.Text.Json;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>A row of <c>appointments</c>.</summary>
internal sealed record AppointmentRow
{
    public Guid Id { get; init; }

    public int Version { get; init; }

    public Guid? SeriesId { get; init; }

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

    public string? OwnReference { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    public DateTimeOffset EndsAt { get; init; }

    public bool IsNecessary { get; init; }

    public DateTimeOffset BookedAt { get; init; }

    public DateTimeOffset AnswerBy { get; init; }

    public bool AsksAll { get; init; }

    public string State { get; init; } = "";

    public Guid? InterpreterId { get; init; }

    public string? CancelledBy { get; init; }

    public int? CancelPercent { get; init; }

    public string? MissedBy { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public DateTimeOffset? ReadyAt { get; init; }

    public DateTimeOffset? CustomerCameAt { get; init; }

    /// <summary>Has said to be ready, and is still here: the same as the room says.</summary>
    public bool InterpreterReady { get; init; }

    /// <summary>Has reported an absence over it, and not given it back. Only staff see absences.</summary>
    public bool InterpreterAbsent { get; init; }

    /// <summary>Somebody was bound to it and has given it back; nobody is bound now. Only staff see questions.</summary>
    public bool GivenBack { get; init; }

    public static AppointmentRow Of(Appointment appointment, AnswerDeadline deadline) => new()
    {
        Id = appointment.Id.Value,
        SeriesId = appointment.Series?.Value,
        Key = appointment.Key,
        CustomerId = appointment.Customer.Value,
        UnitId = appointment.Unit.Value,
        RequesterId = appointment.Requester.Value,
        Language = appointment.Language.Value,
        Field = SnakeCase.Of(appointment.Field),
        Modality = SnakeCase.Of(appointment.Modality),
        Priority = SnakeCase.Of(appointment.Priority),
        NeedsSection203 = appointment.NeedsSection203,
        Requirements = JsonSerializer.Serialize(appointment.Requirements, LiveJson.Default.IReadOnlyListRequirement),
        Wishes = JsonSerializer.Serialize(appointment.Wishes, LiveJson.Default.IReadOnlyListWish),
        OwnReference = appointment.OwnReference,
        StartsAt = appointment.Slot.Start,
        EndsAt = appointment.Slot.End,
        IsNecessary = appointment.IsNecessary,
        BookedAt = appointment.BookedAt,
        AnswerBy = deadline.At,
        AsksAll = deadline.AllAtOnce,
        State = SnakeCase.Of(appointment.State),
    };

    public Appointment ToDomain() => new()
    {
        Id = new AppointmentId(Id),
        Series = SeriesId is { } series ? new AppointmentSeriesId(series) : null,
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
        OwnReference = OwnReference,
        Slot = new AppointmentSlot(StartsAt, EndsAt),
        IsNecessary = IsNecessary,
        BookedAt = BookedAt,
        State = SnakeCase.Parse<AppointmentState>(State),
        Interpreter = InterpreterId is { } interpreter ? new InterpreterId(interpreter) : null,
        CancelledBy = CancelledBy is null ? null : SnakeCase.Parse<AppointmentCancelledBy>(CancelledBy),
        MissedBy = MissedBy is null ? null : SnakeCase.Parse<MissedBy>(MissedBy),
        EndedAt = EndedAt,
    };
}
