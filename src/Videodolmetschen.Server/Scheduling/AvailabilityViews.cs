using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>What stands in the tables about one interpreter: the week, and the absences that have not ended.</summary>
internal sealed record StoredAvailability(InterpreterId Interpreter, string Number, string Name, int Version)
{
    public IReadOnlyList<AvailabilityWindow> Windows { get; init; } = [];

    public IReadOnlyList<StoredAbsence> Absences { get; init; } = [];

    public AvailabilityPreferences Preferences { get; init; } = AvailabilityPreferences.None;

    public Availability ToDomain() => new(Windows) { Absences = [.. Absences.Select(absence => absence.When)] };
}

internal sealed record StoredAbsence(Guid Id, Absence When, AbsenceReason? Reason, AbsenceSource Source);

/// <summary>What <c>GET /api/my-availability</c> and a <c>PUT</c> that was taken answer.</summary>
/// <param name="Version">Of the whole; 0 while nobody has changed anything.</param>
/// <param name="Windows">None is always.</param>
/// <param name="Absences">The current and the coming ones, the earliest first.</param>
/// <param name="AvailableNow">In the declared hours, and not absent.</param>
/// <param name="NextChange">When <paramref name="AvailableNow"/> changes; null when it never does.</param>
internal sealed record AvailabilityView(
    string Number,
    string Name,
    int Version,
    IReadOnlyList<WindowView> Windows,
    IReadOnlyList<AbsenceView> Absences,
    PreferencesView Preferences,
    bool AvailableNow,
    bool AbsentNow,
    DateTimeOffset? NextChange)
{
    /// <summary>Appointments that the interpreter has promised and that lie, at least in part, in an absence.</summary>
    public IReadOnlyList<PromisedView> Promised { get; init; } = [];

    public static AvailabilityView Of(StoredAvailability stored, DateTimeOffset now)
    {
        var hours = stored.ToDomain();
        return new(
            stored.Number,
            stored.Name,
            stored.Version,
            [.. stored.Windows.Select(WindowView.Of)],
            [.. stored.Absences.Select(AbsenceView.Of)],
            PreferencesView.Of(stored.Preferences),
            hours.Covers(now),
            hours.IsAbsent(now),
            hours.NextChange(now));
    }
}

/// <param name="Day">1 is Monday.</param>
/// <param name="From">Minutes after midnight in Berlin, a quarter of an hour.</param>
/// <param name="To">In an order, an end that is not later than the begin is on the next day.</param>
internal sealed record WindowView(int Day, int From, int To)
{
    public static WindowView Of(AvailabilityWindow window) => new((((int)window.Day + 6) % 7) + 1, window.FromMinute, window.ToMinute);

    public AvailabilityWindow ToDomain() => Day is >= 1 and <= 7
        ? new((DayOfWeek)(Day % 7), From, To)
        : throw new DomainException(ErrorCode.AvailabilityInvalid);
}

/// <param name="WholeDays">From one midnight in Berlin to another.</param>
/// <param name="Reason">An <see cref="AbsenceReason"/> in snake_case, where one was said.</param>
/// <param name="Source">An <see cref="AbsenceSource"/> in snake_case.</param>
internal sealed record AbsenceView(Guid Id, DateTimeOffset From, DateTimeOffset Until, bool WholeDays, string? Reason, string Source)
{
    public static AbsenceView Of(StoredAbsence stored) =>
        new(stored.Id, stored.When.From, stored.When.Until, stored.When.IsWholeDays(), SnakeCase.Of(stored.Reason), SnakeCase.Of(stored.Source));
}

/// <summary>Null is no wish.</summary>
internal sealed record PreferencesView(int? ShortestNoticeMinutes, int? LongestBlockMinutes, int? LongestDayMinutes, int? PauseMinutes)
{
    public static PreferencesView Of(AvailabilityPreferences wishes) =>
        new(Minutes(wishes.ShortestNotice), Minutes(wishes.LongestBlock), Minutes(wishes.LongestDay), Minutes(wishes.Pause));

    public AvailabilityPreferences ToDomain() => new()
    {
        ShortestNotice = Span(ShortestNoticeMinutes),
        LongestBlock = Span(LongestBlockMinutes),
        LongestDay = Span(LongestDayMinutes),
        Pause = Span(PauseMinutes),
    };

    private static int? Minutes(TimeSpan? wish) => (int?)wish?.TotalMinutes;

    private static TimeSpan? Span(int? minutes) => minutes is { } known ? TimeSpan.FromMinutes(known) : null;
}

/// <summary>What a calendar file would change. Nothing is stored yet.</summary>
/// <param name="Found">Busy times of the coming twelve months.</param>
/// <param name="Added">Of those, new ones.</param>
/// <param name="Moved">Of those, known ones at another time.</param>
/// <param name="Known">Of those, known ones at the same time.</param>
/// <param name="Missing">Imported before, not over, and not in this file.</param>
/// <param name="Free">Events that block nothing or are cancelled: left out.</param>
/// <param name="Unreadable">Events that could not be understood: left out.</param>
/// <param name="First">The begin of the earliest that was found.</param>
/// <param name="Last">The end of the latest.</param>
internal sealed record ImportView(int Found, int Added, int Moved, int Known, int Missing, int Free, int Unreadable, DateTimeOffset? First, DateTimeOffset? Last)
{
    /// <summary>Appointments that the interpreter has promised and that lie, at least in part, in a time of the file.</summary>
    public IReadOnlyList<PromisedView> Promised { get; init; } = [];
}
