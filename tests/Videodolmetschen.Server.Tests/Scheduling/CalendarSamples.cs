namespace Videodolmetschen.Server.Tests.Scheduling;

/// <summary>Calendar files as people's programs write them, made shorter; the people in them are made up.</summary>
internal static class CalendarSamples
{
    /// <summary>Outlook: Windows' names of zones, its own lines, a long title that is folded, a series with an exception and a deleted date, a free time.</summary>
    public const string Outlook =
        """
        BEGIN:VCALENDAR
        PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
        VERSION:2.0
        METHOD:PUBLISH
        X-MS-OLK-FORCEINSPECTOROPEN:TRUE
        BEGIN:VTIMEZONE
        TZID:W. Europe Standard Time
        BEGIN:STANDARD
        DTSTART:16011028T030000
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:16010325T020000
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        END:DAYLIGHT
        END:VTIMEZONE
        BEGIN:VEVENT
        CLASS:PUBLIC
        DTSTART;TZID="W. Europe Standard Time":20261201T090000
        DTEND;TZID="W. Europe Standard Time":20261201T103000
        RRULE:FREQ=WEEKLY;COUNT=4;BYDAY=TU
        EXDATE;TZID="W. Europe Standard Time":20261222T090000
        SUMMARY;LANGUAGE=de:Supervision bei Frau Beispiel mit einem Titel\, der so lang ist\, dass
          er umbrochen wird: DTSTART
        TRANSP:OPAQUE
        UID:040000008200E00074C5B7101A82E008
        X-MICROSOFT-CDO-BUSYSTATUS:BUSY
        BEGIN:VALARM
        TRIGGER:-PT15M
        ACTION:DISPLAY
        DESCRIPTION:Reminder
        END:VALARM
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;TZID="W. Europe Standard Time":20261209T140000
        DTEND;TZID="W. Europe Standard Time":20261209T150000
        RECURRENCE-ID;TZID="W. Europe Standard Time":20261208T090000
        UID:040000008200E00074C5B7101A82E008
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;TZID="W. Europe Standard Time":20261202T090000
        DTEND;TZID="W. Europe Standard Time":20261202T170000
        UID:FREE-1
        X-MICROSOFT-CDO-BUSYSTATUS:FREE
        END:VEVENT
        END:VCALENDAR
        """;

    /// <summary>Google: times in UTC, whole days, a series over the change of the clock with a cancelled date, and a birthday that blocks nothing.</summary>
    public const string Google =
        """
        BEGIN:VCALENDAR
        PRODID:-//Google Inc//Google Calendar 70.9054//EN
        VERSION:2.0
        X-WR-CALNAME:privat
        X-WR-TIMEZONE:Europe/Berlin
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20261224
        DTEND;VALUE=DATE:20270102
        DTSTAMP:20261120T080000Z
        UID:weihnachten@google.com
        STATUS:CONFIRMED
        SUMMARY:Urlaub
        TRANSP:OPAQUE
        END:VEVENT
        BEGIN:VEVENT
        DTSTART:20261203T073000Z
        DTEND:20261203T083000Z
        UID:zahnarzt@google.com
        STATUS:CONFIRMED
        SUMMARY:Zahnarzt
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;TZID=Europe/Berlin:20270323T180000
        DTEND;TZID=Europe/Berlin:20270323T193000
        RRULE:FREQ=WEEKLY;UNTIL=20270406T215959Z;BYDAY=TU
        UID:chor@google.com
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;TZID=Europe/Berlin:20270406T180000
        DTEND;TZID=Europe/Berlin:20270406T193000
        RECURRENCE-ID;TZID=Europe/Berlin:20270406T180000
        UID:chor@google.com
        STATUS:CANCELLED
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:19800512
        DTEND;VALUE=DATE:19800513
        RRULE:FREQ=YEARLY
        UID:geburtstag@google.com
        TRANSP:TRANSPARENT
        END:VEVENT
        END:VCALENDAR
        """;

    /// <summary>Apple: a duration instead of an end, a whole day without an end, a night.</summary>
    public const string Apple =
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        CALSCALE:GREGORIAN
        PRODID:-//Apple Inc.//macOS 15.1//EN
        BEGIN:VTIMEZONE
        TZID:Europe/Berlin
        BEGIN:DAYLIGHT
        TZOFFSETFROM:+0100
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        DTSTART:19810329T020000
        TZNAME:MESZ
        TZOFFSETTO:+0200
        END:DAYLIGHT
        END:VTIMEZONE
        BEGIN:VEVENT
        CREATED:20261101T101010Z
        UID:6F1B2A9E-1111-4B5C-9B1E-000000000001
        DTSTART;TZID=Europe/Berlin:20261205T220000
        DURATION:PT8H
        SUMMARY:Nachtzug
        SEQUENCE:1
        X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC
        END:VEVENT
        BEGIN:VEVENT
        UID:6F1B2A9E-1111-4B5C-9B1E-000000000002
        DTSTART;VALUE=DATE:20261206
        SUMMARY:Umzug
        END:VEVENT
        END:VCALENDAR
        """;

    public static string Of(params string[] eventLines) =>
        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:one\r\n{string.Join("\r\n", eventLines)}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
}
