using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Customers;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Scheduling;

/// <param name="Id">Of the interpreter.</param>
/// <param name="Number">As in <c>D-0001</c>.</param>
/// <param name="Gender"><c>female</c>, <c>male</c>, <c>diverse</c>.</param>
internal sealed record AppointmentInterpreter(Guid Id, string Number, string Gender);

/// <summary>An appointment as its people see it (APPOINTMENTS.md).</summary>
internal sealed record AppointmentView
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    public Guid? SeriesId { get; init; }

    public required Guid UnitId { get; init; }

    public required string UnitName { get; init; }

    public required string CustomerName { get; init; }

    public required string Language { get; init; }

    public required string Field { get; init; }

    public required string Modality { get; init; }

    public required string Priority { get; init; }

    public required IReadOnlyList<Domain.Requests.Requirement> Requirements { get; init; }

    public required IReadOnlyList<Domain.Requests.Wish> Wishes { get; init; }

    public string? OwnReference { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public required string WallStart { get; init; }

    /// <summary>It had to be at this time (§ 9 (6) JVEG).</summary>
    public required bool IsNecessary { get; init; }

    public required DateTimeOffset BookedAt { get; init; }

    public required string State { get; init; }

    public string? CancelledBy { get; init; }

    public string? MissedBy { get; init; }

    public int? CancelPercent { get; init; }

    public AppointmentInterpreter? Interpreter { get; init; }

    /// <summary>When the interpreter said to be ready.</summary>
    public DateTimeOffset? ReadyAt { get; init; }

    /// <summary>Ready, and still here.</summary>
    public bool InterpreterReady { get; init; }

    /// <summary>When somebody of the customer's side entered the room.</summary>
    public DateTimeOffset? CustomerCameAt { get; init; }

    /// <summary>To coordinators: the interpreter has reported an absence over it, and has not given it back.</summary>
    public bool InterpreterAbsent { get; init; }

    /// <summary>To coordinators: an interpreter has given it back, and nobody has taken it since.</summary>
    public bool GivenBack { get; init; }

    public required DateTimeOffset AnswerBy { get; init; }

    public required string Coverage { get; init; }

    public required bool IsOwn { get; init; }
}

/// <summary>Puts the names to the rows.</summary>
internal sealed class AppointmentViews(UnitNames units, InterpreterNameStore names)
{
    private const string WallFormat = "yyyy-MM-dd'T'HH:mm";

    public async Task<IReadOnlyList<AppointmentView>> OfAsync(
        SignedIn who, IReadOnlyList<AppointmentRow> rows, AppointmentRules rules, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = await names.ReadAsync([.. rows.Select(row => row.InterpreterId).OfType<Guid>().Distinct()], cancellationToken);
        var views = new List<AppointmentView>(rows.Count);
        foreach (var row in rows)
        {
            views.Add(Of(who, row, await units.RequireAsync(new UnitId(row.UnitId), cancellationToken), known, (rules, now)));
        }

        return views;
    }

    private static AppointmentView Of(
        SignedIn who, AppointmentRow row, UnitName unit, IReadOnlyDictionary<Guid, AppointmentInterpreter> known, (AppointmentRules Rules, DateTimeOffset Now) at)
    {
        var appointment = row.ToDomain();
        var isOwn = who.User == appointment.Requester;
        return new AppointmentView
        {
            Id = row.Id,
            Version = row.Version,
            SeriesId = row.SeriesId,
            UnitId = row.UnitId,
            UnitName = unit.Name,
            CustomerName = unit.CustomerName,
            Language = row.Language,
            Field = row.Field,
            Modality = row.Modality,
            Priority = row.Priority,
            Requirements = appointment.Requirements,
            Wishes = appointment.Wishes,
            OwnReference = isOwn ? row.OwnReference : null,
            StartsAt = row.StartsAt,
            EndsAt = row.EndsAt,
            WallStart = BerlinTime.WallClock(row.StartsAt).ToString(WallFormat, System.Globalization.CultureInfo.InvariantCulture),
            IsNecessary = row.IsNecessary,
            BookedAt = row.BookedAt,
            State = row.State,
            CancelledBy = row.CancelledBy,
            MissedBy = row.MissedBy,
            CancelPercent = row.CancelPercent,
            Interpreter = row.InterpreterId is { } id ? known.GetValueOrDefault(id) : null,
            ReadyAt = row.ReadyAt,
            InterpreterReady = row.InterpreterReady,
            CustomerCameAt = row.CustomerCameAt,
            InterpreterAbsent = who.IsCoordinator && row.InterpreterAbsent,
            GivenBack = who.IsCoordinator && row.GivenBack,
            AnswerBy = row.AnswerBy,
            Coverage = SnakeCase.Of(CoverageWatch.Of(appointment, at.Now, at.Rules)),
            IsOwn = isOwn,
        };
    }
}
