using System.Globalization;
using Videodolmetschen.Domain;
using Videodolmetschen.Server.Scheduling;

namespace Videodolmetschen.Server.Tests.Scheduling;

/// <summary>What becomes of calendars as Outlook, Google and Apple write them, and of files that are none.</summary>
public sealed class CalendarReaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Outlook_names_zones_its_own_way_and_moves_and_deletes_dates_of_a_series() =>
        Assert.Equal(
            ["2026-12-01 08:00/2026-12-01 09:30", "2026-12-09 13:00/2026-12-09 14:00", "2026-12-15 08:00/2026-12-15 09:30"],
            Times(CalendarSamples.Outlook));

    [Fact]
    public void Google_has_whole_days_and_a_series_over_the_change_of_the_clock_and_birthdays_block_nothing()
    {
        Assert.Equal(
            ["2026-12-03 07:30/2026-12-03 08:30", "2026-12-23 23:00/2027-01-01 23:00", "2027-03-23 17:00/2027-03-23 18:30", "2027-03-30 16:00/2027-03-30 17:30"],
            Times(CalendarSamples.Google));
        Assert.Equal((2, 0), (Read(CalendarSamples.Google).Free, Read(CalendarSamples.Google).Unreadable));
    }

    [Fact]
    public void Apple_writes_durations_and_days_without_an_end() =>
        Assert.Equal(["2026-12-05 21:00/2026-12-06 05:00", "2026-12-05 23:00/2026-12-06 23:00"], Times(CalendarSamples.Apple));

    [Theory]
    [InlineData("DTSTART;TZID=W. Europe Standard Time:20261201T090000", "08:00")]
    [InlineData("DTSTART;TZID=\"(UTC+01:00) Amsterdam, Berlin, Bern\":20261201T090000", "08:00")]
    [InlineData("DTSTART;TZID=Mitteleuropäische Zeit:20261201T090000", "08:00")]
    [InlineData("DTSTART;TZID=/mozilla.org/20250101_1/Europe/London:20261201T090000", "09:00")]
    [InlineData("DTSTART;TZID=Eastern Standard Time:20261201T090000", "14:00")]
    [InlineData("DTSTART;TZID=Customized Time Zone:20261201T090000", null)]
    [InlineData("DTSTART:20261201T090000", "08:00")]
    [InlineData("DTSTART:20261201T090000Z", "09:00")]
    public void A_zone_is_understood_or_its_event_is_left_out_and_counted(string start, string? begins)
    {
        var zone = start.Split("TZID=") is [_, var rest] ? rest.Split(":2026")[0].Trim('"') : "x";
        var offsets = zone.StartsWith("Custom", StringComparison.Ordinal) ? "+0300" : "+0100";
        var described = $"BEGIN:VTIMEZONE\nTZID:{zone}\nBEGIN:STANDARD\nTZOFFSETTO:{offsets}\nEND:STANDARD\nBEGIN:DAYLIGHT\nTZOFFSETTO:+0200\nEND:DAYLIGHT\nEND:VTIMEZONE\n";
        var reading = Read(CalendarSamples.Of(start, "DURATION:PT1H").Replace("BEGIN:VEVENT", described + "BEGIN:VEVENT", StringComparison.Ordinal));

        Assert.Equal(begins, reading.Absences.SingleOrDefault()?.When.From.ToString("HH:mm", CultureInfo.InvariantCulture));
        Assert.Equal(begins is null ? 1 : 0, reading.Unreadable);
    }

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20250101", "RRULE:FREQ=DAILY", 366)]
    [InlineData("DTSTART;VALUE=DATE:20261130", "RRULE:FREQ=WEEKLY;BYDAY=MO,FR;COUNT=6", 6)]
    [InlineData("DTSTART;VALUE=DATE:20261130", "RRULE:FREQ=MONTHLY;BYDAY=-1MO", 12)]
    [InlineData("DTSTART;VALUE=DATE:20281130", "", 0)]
    [InlineData("DTSTART;VALUE=DATE:20261101", "DTEND;VALUE=DATE:20261127", 0)]
    [InlineData("DTSTART;VALUE=DATE:20261101", "DTEND;VALUE=DATE:20261201", 1)]
    public void Only_the_coming_twelve_months_count(string start, string more, int absences) =>
        Assert.Equal(absences, Read(CalendarSamples.Of(start, more)).Absences.Count);

    [Theory]
    [InlineData("DTSTART:19700101T080000Z", "RRULE:FREQ=SECONDLY")]
    [InlineData("DTSTART:20261201T080000Z", "RRULE:FREQ=DAILY;BYSECOND=1,2,3")]
    [InlineData("DTSTART:20260101T080000Z", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("DTSTART:19000101T080000Z", "RRULE:FREQ=DAILY")]
    [InlineData("DTSTART:20261201T080000Z", "RRULE:FREQ=SOMETIMES")]
    [InlineData("DTSTART:2026", "DURATION:PT1H")]
    [InlineData("SUMMARY:ohne Zeit", "DURATION:PT1H")]
    public void A_broken_or_endless_event_is_counted_and_breaks_nothing(string start, string more)
    {
        var text = CalendarSamples.Of(start, more).Replace("END:VCALENDAR", "BEGIN:VEVENT\nUID:two\nDTSTART:20261201T080000Z\nDTEND:20261201T090000Z\nEND:VEVENT\nEND:VCALENDAR", StringComparison.Ordinal);

        Assert.Equal((1, 1), (Read(text).Absences.Count, Read(text).Unreadable));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Hallo, das ist kein Kalender.")]
    [InlineData("{}")]
    [InlineData("\u0089PNG\r\n\u001a\n\0\0")]
    [InlineData("BEGIN:VCARD\r\nFN:Ina Beispiel\r\nEND:VCARD")]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:2026")]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\nEND:VEVENT")]
    public void Rubbish_is_called_rubbish(string text) => Assert.Equal(ErrorCode.CalendarUnreadable, Refused(text));

    [Fact]
    public void More_than_somebody_can_be_absent_is_too_large()
    {
        var days = string.Concat(Enumerable.Range(0, 4).Select(hour => $"BEGIN:VEVENT\nUID:{hour}\nDTSTART:20260101T{hour:00}0000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY\nEND:VEVENT\n"));

        Assert.Equal(ErrorCode.CalendarTooLarge, Refused($"BEGIN:VCALENDAR\n{days}END:VCALENDAR\n"));
    }

    [Fact]
    public void An_event_keeps_its_key_when_it_is_moved_and_another_of_the_series_has_another()
    {
        var before = Read(CalendarSamples.Of("DTSTART:20261201T080000Z", "DURATION:PT1H")).Absences.Single();
        var after = Read(CalendarSamples.Of("DTSTART:20261202T100000Z", "DURATION:PT2H")).Absences.Single();

        Assert.Equal(before.Key, after.Key);
        Assert.Equal(5, Read(CalendarSamples.Of("DTSTART:20261201T080000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=5")).Absences.DistinctBy(absence => absence.Key).Count());
    }

    private static CalendarReading Read(string text) => new CalendarReader(TimeProvider.System).Read(text, Now);

    private static ErrorCode Refused(string text) => Assert.Throws<DomainException>(() => Read(text)).Code;

    private static IEnumerable<string> Times(string text) => Read(text).Absences.Select(absence =>
        string.Create(CultureInfo.InvariantCulture, $"{absence.When.From:yyyy-MM-dd HH:mm}/{absence.When.Until:yyyy-MM-dd HH:mm}"));
}
