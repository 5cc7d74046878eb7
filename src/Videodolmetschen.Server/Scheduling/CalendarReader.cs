using System.Security.Cryptography;
using System.Text;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Server.Scheduling;

/// <param name="Key">Names the event in its calendar, and which of a series it is, as a hash.</param>
internal sealed record ImportedAbsence(string Key, Absence When);

/// <param name="Free">How many events are marked as free or cancelled.</param>
/// <param name="Unreadable">How many events are broken, in an unknown zone, or repeat in a way that is not followed.</param>
internal sealed record CalendarReading(IReadOnlyList<ImportedAbsence> Absences, int Free, int Unreadable);

/// <summary>What an iCalendar file says about the coming twelve months: when somebody is busy, and nothing else.</summary>
internal sealed class CalendarReader(TimeProvider time)
{
    public const int BytesAtMost = 2 * 1024 * 1024;
    public const int EventsAtMost = 20_000;
    public const int AbsencesAtMost = 1000;
    private const int IdleSteps = 1000;
    private const int YearsBack = 30;
    private static readonly string[] TooFine = ["SECONDLY", "MINUTELY", "HOURLY", "BYSECOND", "BYMINUTE", "BYHOUR"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <exception cref="DomainException"><see cref="ErrorCode.CalendarUnreadable"/>, <see cref="ErrorCode.CalendarTooLarge"/>.</exception>
    public CalendarReading Read(string text, DateTimeOffset now)
    {
        var calendar = CalendarText.Read(text) ?? throw new DomainException(ErrorCode.CalendarUnreadable);
        var events = calendar.Events.Where(lines => !IsOurs(lines)).ToList();
        var busy = events.Where(lines => !IsFree(lines)).ToList();
        // Also of the free ones: a cancelled date of a series is no date of it.
        var moved = events.Where(lines => Has(lines, "RECURRENCE-ID")).Select(lines => Load(lines, calendar)).OfType<CalendarEvent>()
            .Select(one => KeyOf(one, one.RecurrenceIdentifier?.StartTime)).ToHashSet();
        var (began, unreadable, found) = (time.GetTimestamp(), 0, new Dictionary<string, ImportedAbsence>(StringComparer.Ordinal));
        foreach (var lines in busy)
        {
            if (events.Count > EventsAtMost || found.Count > AbsencesAtMost || time.GetElapsedTime(began) > Patience)
            {
                throw new DomainException(ErrorCode.CalendarTooLarge);
            }

            if (Load(lines, calendar) is not { } one || !TryExpand(one, now, found, moved))
            {
                unreadable++;
            }
        }

        return found.Count <= AbsencesAtMost
            ? new([.. found.Values.OrderBy(absence => absence.When.From)], events.Count - busy.Count, unreadable)
            : throw new DomainException(ErrorCode.CalendarTooLarge);
    }

    /// <summary>Each by itself, so that a broken one breaks no other.</summary>
    private static CalendarEvent? Load(IReadOnlyList<CalendarLine> lines, CalendarText calendar)
    {
        var placed = lines.Select(line => line.Zone is { } zone ? CalendarZones.Find(zone, calendar.Zones[zone]) is { } known ? line.In(known) : null : line).ToList();
        if (placed.Contains(null) || !lines.Where(line => line.Name == "RRULE").All(IsFollowed))
        {
            return null;
        }

        try
        {
            var text = $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n{string.Join("\r\n", placed)}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
            return Ical.Net.Calendar.Load(text)?.Events.SingleOrDefault() is { Start: not null, Uid.Length: > 0 } one ? one : null;
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            return null;
        }
    }

    private static bool TryExpand(CalendarEvent one, DateTimeOffset now, Dictionary<string, ImportedAbsence> found, HashSet<string> moved)
    {
        try
        {
            var isSeries = one.RecurrenceRule is not null || one.RecurrenceDates.GetAllDates().Any();
            if (isSeries && one.Start!.Year < now.Year - YearsBack)
            {
                return false;
            }

            var since = isSeries ? new CalDateTime(BerlinTime.DayOf(now).AddDays(-60)) : null;
            var until = now.AddYears(1);
            foreach (var period in one.GetOccurrences(since, new EvaluationOptions { MaxUnmatchedIncrementsLimit = IdleSteps }).Select(occurrence => occurrence.Period))
            {
                var when = new Absence(InstantOf(period.StartTime), InstantOf(period.EffectiveEndTime ?? period.StartTime));
                if (when.From >= until || found.Count > AbsencesAtMost)
                {
                    break;
                }

                var key = KeyOf(one, isSeries ? period.StartTime : one.RecurrenceIdentifier?.StartTime);
                if (when.Until > now && when.Until > when.From && when.Until - when.From <= Absence.AtMost && !(isSeries && moved.Contains(key)))
                {
                    found[key] = new ImportedAbsence(key, when);
                }
            }

            return true;
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            return false;
        }
    }

    /// <summary>Days, and times without a zone, are those of Berlin.</summary>
    private static DateTimeOffset InstantOf(CalDateTime at)
    {
        if (!at.HasTime)
        {
            return BerlinTime.BeginOf(at.Date);
        }

        return at.IsFloating ? Absence.OfWall(at.Value, at.Value.AddDays(1)).From : new DateTimeOffset(at.AsUtc, TimeSpan.Zero);
    }

    private static string KeyOf(CalendarEvent one, CalDateTime? which) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{one.Uid}\n{(which is null ? "" : InstantOf(which).ToString("u"))}")));

    /// <summary>Nothing shorter than a day repeats as an absence, and such rules would keep a machine busy.</summary>
    private static bool IsFollowed(CalendarLine rule) =>
        rule.Value.Length <= 500
        && !TooFine.Any(part => rule.Value.Contains(part, StringComparison.OrdinalIgnoreCase));

    private static bool IsFree(IReadOnlyList<CalendarLine> lines) =>
        Has(lines, "TRANSP", "TRANSPARENT") || Has(lines, "STATUS", "CANCELLED") || Has(lines, "X-MICROSOFT-CDO-BUSYSTATUS", "FREE");

    /// <summary>What we exported ourselves.</summary>
    private static bool IsOurs(IReadOnlyList<CalendarLine> lines) =>
        lines.Any(line => line.Name == "UID" && line.Value.EndsWith(CalendarWriter.Origin, StringComparison.Ordinal));

    private static bool Has(IReadOnlyList<CalendarLine> lines, string name, string? value = null) =>
        lines.Any(line => line.Name == name && (value is null || line.IsValue(value)));
}
