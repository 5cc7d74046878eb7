using System.Globalization;
using System.Text;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>
/// An availability as an iCalendar file (RFC 5545): the week as events that repeat and block nothing, absences as busy. Neither says why:
/// calendars are shared.
/// </summary>
internal static class CalendarWriter
{
    /// <summary>How the names of our events end; what ends so is never imported.</summary>
    public const string Origin = "@videodolmetschen";

    /// <summary>The rule that holds since 1996.</summary>
    private const string Berlin =
        """
        BEGIN:VTIMEZONE
        TZID:Europe/Berlin
        BEGIN:DAYLIGHT
        TZNAME:CEST
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        DTSTART:19960331T020000
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        END:DAYLIGHT
        BEGIN:STANDARD
        TZNAME:CET
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        DTSTART:19961027T030000
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        END:STANDARD
        END:VTIMEZONE
        """;

    private static readonly string[] Days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    public static string Of(StoredAvailability stored, DateTimeOffset now)
    {
        var stamp = Utc(now);
        var monday = BerlinTime.MondayOf(BerlinTime.DayOf(now));
        string[] head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Videodolmetschen//Verfügbarkeit//DE", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", .. Berlin.ReplaceLineEndings("\n").Split('\n')];
        var lines = head
            .Concat(stored.Windows.SelectMany(window => EventOf(window, stored.Interpreter.Value, monday, stamp)))
            .Concat(stored.Absences.SelectMany(absence => EventOf(absence, stamp)))
            .Append("END:VCALENDAR");
        return string.Concat(lines.Select(Folded));
    }

    private static string[] EventOf(AvailabilityWindow window, Guid interpreter, DateOnly monday, string stamp)
    {
        var midnight = monday.AddDays(((int)window.Day + 6) % 7).ToDateTime(TimeOnly.MinValue);
        return
        [
            "BEGIN:VEVENT",
            $"UID:{interpreter:N}-{Days[(int)window.Day]}-{window.FromMinute}{Origin}",
            $"DTSTAMP:{stamp}",
            $"DTSTART;TZID=Europe/Berlin:{Wall(midnight.AddMinutes(window.FromMinute))}",
            $"DTEND;TZID=Europe/Berlin:{Wall(midnight.AddMinutes(window.ToMinute))}",
            $"RRULE:FREQ=WEEKLY;BYDAY={Days[(int)window.Day]}",
            "SUMMARY:Verfügbar",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ];
    }

    private static string[] EventOf(StoredAbsence absence, string stamp)
    {
        var (from, until) = (absence.When.From, absence.When.Until);
        string[] when = absence.When.IsWholeDays()
            ? [$"DTSTART;VALUE=DATE:{Date(from)}", $"DTEND;VALUE=DATE:{Date(until)}"]
            : [$"DTSTART:{Utc(from)}", $"DTEND:{Utc(until)}"];
        return ["BEGIN:VEVENT", $"UID:{absence.Id:N}{Origin}", $"DTSTAMP:{stamp}", .. when, "SUMMARY:Abwesend", "CLASS:PRIVATE", "END:VEVENT"];
    }

    /// <summary>At most 75 bytes a line.</summary>
    private static string Folded(string line)
    {
        var (text, bytes) = (new StringBuilder(), 0);
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > 75)
            {
                text.Append("\r\n ");
                bytes = 1;
            }

            text.Append(rune);
            bytes += rune.Utf8SequenceLength;
        }

        return text.Append("\r\n").ToString();
    }

    private static string Date(DateTimeOffset at) => BerlinTime.DayOf(at).ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Wall(DateTime wall) => wall.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
