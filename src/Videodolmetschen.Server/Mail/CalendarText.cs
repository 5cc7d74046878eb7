using System.Globalization;
using System.Text;
using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Server.Mail;

/// <summary>Writes an invitation as iCalendar (RFC 5545), in the shape that Outlook, Thunderbird and Apple's Calendar take as an update (RFC 5546, 6047).</summary>
internal static class CalendarText
{
    private const int LineBytes = 75;

    /// <summary>The rule of the European Union since 1996; no appointment is older.</summary>
    private static readonly string[] Berlin =
    [
        "BEGIN:VTIMEZONE", "TZID:Europe/Berlin", "X-LIC-LOCATION:Europe/Berlin",
        "BEGIN:DAYLIGHT", "TZNAME:CEST", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "DTSTART:19960331T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT",
        "BEGIN:STANDARD", "TZNAME:CET", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "DTSTART:19961027T030000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD",
        "END:VTIMEZONE",
    ];

    public static string Of(CalendarInvitation invitation, DateTimeOffset now)
    {
        var isCancelled = invitation.Method == CalendarMethod.Cancel;
        var text = new StringBuilder();
        foreach (var line in Lines(invitation, isCancelled, now))
        {
            Fold(text, line);
        }

        return text.ToString();
    }

    private static IEnumerable<string> Lines(CalendarInvitation invitation, bool isCancelled, DateTimeOffset now) =>
    [
        "BEGIN:VCALENDAR", "PRODID:-//Videodolmetschen//Termine//DE", "VERSION:2.0", "CALSCALE:GREGORIAN",
        "METHOD:" + (isCancelled ? "CANCEL" : "REQUEST"),
        .. Berlin,
        "BEGIN:VEVENT",
        "UID:" + Escape(invitation.Uid),
        "SEQUENCE:" + invitation.Sequence.ToString(CultureInfo.InvariantCulture),
        "DTSTAMP:" + Utc(now),
        .. Times(invitation),
        "SUMMARY:" + Escape(OneLine.Of(invitation.Summary)),
        .. invitation.Description.Length > 0 ? ["DESCRIPTION:" + Escape(invitation.Description)] : Array.Empty<string>(),
        .. invitation.Url is { } url ? ["URL:" + url.AbsoluteUri, "LOCATION:" + Escape(url.AbsoluteUri)] : Array.Empty<string>(),
        $"ORGANIZER;CN={Quote(invitation.Organizer.Name)}:mailto:{OneLine.Of(invitation.Organizer.Address)}",
        // Answers would reach nobody: who takes an appointment says so on the page.
        $"ATTENDEE;CN={Quote(invitation.Attendee.Name)};CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:{OneLine.Of(invitation.Attendee.Address)}",
        "STATUS:" + (isCancelled ? "CANCELLED" : "CONFIRMED"),
        "TRANSP:" + (isCancelled ? "TRANSPARENT" : "OPAQUE"),
        "CLASS:PRIVATE",
        .. isCancelled || invitation.Alarm is not { } before ? [] : Alarm(before, invitation.Summary),
        "END:VEVENT", "END:VCALENDAR",
    ];

    /// <summary>In Berlin time, so that a calendar abroad and a change of the law keep the hour on the wall. In the hour that comes twice only UTC says which.</summary>
    private static string[] Times(CalendarInvitation invitation) =>
        IsTwice(invitation.Start) || IsTwice(invitation.End)
            ? ["DTSTART:" + Utc(invitation.Start), "DTEND:" + Utc(invitation.End)]
            : ["DTSTART;TZID=Europe/Berlin:" + Wall(invitation.Start), "DTEND;TZID=Europe/Berlin:" + Wall(invitation.End)];

    private static bool IsTwice(DateTimeOffset at) => BerlinTime.InstantsOf(BerlinTime.WallClock(at)).Count() > 1;

    private static IEnumerable<string> Alarm(TimeSpan before, string summary) =>
    [
        "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:" + Escape(OneLine.Of(summary)),
        string.Create(CultureInfo.InvariantCulture, $"TRIGGER:-PT{(int)before.TotalMinutes}M"), "END:VALARM",
    ];

    private static string Wall(DateTimeOffset at) => BerlinTime.WallClock(at).ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escape(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(line => OneLine.Of(line, int.MaxValue));
        return string.Join("\\n", lines.Select(line => line.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)));
    }

    /// <summary>A parameter's value has no escape for a quotation mark.</summary>
    private static string Quote(string name) => $"\"{OneLine.Of(name).Replace('"', '\'')}\"";

    /// <summary>No line is longer than 75 bytes, and none is cut within a character.</summary>
    private static void Fold(StringBuilder text, string line)
    {
        var used = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (used + rune.Utf8SequenceLength > LineBytes)
            {
                text.Append("\r\n ");
                used = 1;
            }

            text.Append(rune);
            used += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
