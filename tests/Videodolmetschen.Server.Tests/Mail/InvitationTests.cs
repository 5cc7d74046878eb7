using Videodolmetschen.Server.Mail;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Mail;

/// <summary>Calendars take, update and cancel what we send; an independent parser reads it.</summary>
public sealed class InvitationTests(RealPostgres postgres, SmtpPeer peer) : IClassFixture<SmtpPeer>
{
    private static readonly CalendarPerson Dispo = new("Videodolmetschen", "termine@dolmetschen.example.de");

    [Fact]
    public async Task An_appointment_comes_into_the_calendar_moves_in_it_and_goes()
    {
        await using var house = await MailHouse.OpenAsync(postgres, peer.Port);
        var person = await house.PersonAsync("kalender", "Änne Öztürk");
        var facts = Facts();
        await house.AddAsync(house.Appointments.Confirmed(facts, person, MailSide.Requester));
        await house.SendAsync();
        var entry = Assert.Single(await peer.CalendarAsync(person.Address));
        Assert.Equal((facts.Start, 45, "Dolmetschen: Tigrinya (Video)"), (entry.Start, entry.Minutes, entry.Summary));

        var moved = facts with { Sequence = 1, Start = facts.Start.AddHours(2), End = facts.End.AddHours(2) };
        await house.AddAsync(house.Appointments.Changed(moved, person, GermanTime.Period(facts.Start, facts.End)));
        await house.SendAsync();
        Assert.Equal(moved.Start, Assert.Single(await peer.CalendarAsync(person.Address)).Start);

        await house.AddAsync(house.Appointments.Cancelled(moved with { Sequence = 2 }, person));
        await house.SendAsync();
        Assert.Empty(await peer.CalendarAsync(person.Address));
        var last = (await peer.MailsAsync(person.Address))[^1].Calendars[0];
        Assert.Equal(("CANCEL", "CANCELLED", 2, entry.Uid), (last.Method, last.Status, last.Sequence, last.Uid));
    }

    [Fact]
    public async Task The_invitation_is_an_alternative_with_its_method_and_a_file()
    {
        await using var house = await MailHouse.OpenAsync(postgres, peer.Port);
        var person = await house.PersonAsync("teile", "Änne Öztürk");
        await house.AddAsync(house.Appointments.Confirmed(Facts(), person, MailSide.Requester));
        await house.SendAsync();
        var mail = Assert.Single(await peer.MailsAsync(person.Address));
        Assert.Equal([new ReceivedPart("text/calendar", null), new ReceivedPart("application/ics", "termin.ics")], mail.Parts.Select(part => part with { FileName = part.Type == "text/calendar" ? null : part.FileName }));
        Assert.Equal(["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar", "application/ics"], mail.ContentTypes.Select(type => type.Split(';')[0]));
        Assert.Contains("method=REQUEST", mail.ContentTypes[4], StringComparison.Ordinal);
        Assert.Contains("charset=utf-8", mail.ContentTypes[4], StringComparison.Ordinal);
        Assert.Equal(mail.Calendars[0].StartText, mail.Calendars[1].StartText);
        Assert.Equal("Änne Öztürk", mail.Calendars[0].AttendeeName);
        Assert.Equal(("mailto:termine@dolmetschen.example.de", "mailto:teile@behoerde.example.de"), (mail.Calendars[0].Organizer, mail.Calendars[0].Attendee));
        Assert.Equal((-10, "Europe/Berlin"), (mail.Calendars[0].AlarmMinutes, Assert.Single(mail.Calendars[0].Zones)));
    }

    [Theory]
    [InlineData("2026-11-26T09:00Z", "2026-11-26T09:45Z", "DTSTART;TZID=Europe/Berlin:20261126T100000")]
    [InlineData("2026-07-01T07:00Z", "2026-07-01T08:00Z", "DTSTART;TZID=Europe/Berlin:20260701T090000")]
    [InlineData("2026-10-24T22:30Z", "2026-10-25T02:30Z", "DTSTART;TZID=Europe/Berlin:20261025T003000")]
    [InlineData("2026-10-25T00:30Z", "2026-10-25T01:30Z", "DTSTART:20261025T003000Z")]
    [InlineData("2026-10-25T01:30Z", "2026-10-25T02:15Z", "DTSTART:20261025T013000Z")]
    [InlineData("2027-03-28T00:30Z", "2027-03-28T01:30Z", "DTSTART;TZID=Europe/Berlin:20270328T013000")]
    [InlineData("2026-12-31T22:30Z", "2027-01-01T00:30Z", "DTSTART;TZID=Europe/Berlin:20261231T233000")]
    public async Task Every_moment_is_the_same_moment_in_the_calendar(string start, string end, string text)
    {
        var (from, to) = (At(start), At(end));
        var read = await peer.ParseAsync(CalendarText.Of(Invitation() with { Start = from, End = to }, from));
        Assert.Equal((from, to, text), (read.Start, read.End, read.StartText));
    }

    [Fact]
    public async Task Commas_semicolons_long_lines_and_line_ends_survive_and_nothing_grows_from_them()
    {
        var hostile = Invitation() with
        {
            Summary = "Dolmetschen, jetzt; \\n sofort\r\nX-EVIL:1",
            Description = string.Join(' ', Enumerable.Repeat("Größe, Übung; ß", 20)) + "\r\nEND:VEVENT\nzweite Zeile",
            Attendee = new CalendarPerson("Eva \"die\" Gute\r\nX-EVIL:2;X=1", "eva@example.de\r\nX-EVIL:3"),
        };
        var read = await peer.ParseAsync(CalendarText.Of(hostile, DateTimeOffset.UnixEpoch));
        Assert.Equal("Dolmetschen, jetzt; \\n sofort X-EVIL:1", read.Summary);
        Assert.Equal(hostile.Description.ReplaceLineEndings("\n"), read.Description);
        Assert.Equal("Eva 'die' Gute X-EVIL:2;X=1", read.AttendeeName);
        Assert.DoesNotContain("x-evil", read.Properties);
        Assert.InRange(read.LongestLine, 60, 75);
    }

    [Fact]
    public async Task A_calendar_that_others_may_see_names_no_customer()
    {
        await using var house = await MailHouse.OpenAsync(postgres, peer.Port);
        var mail = house.Appointments.Confirmed(Facts(), await house.PersonAsync("neutral"), MailSide.Interpreter);
        var calendar = CalendarText.Of(mail.Calendar!, DateTimeOffset.UnixEpoch);
        Assert.DoesNotContain("Klinikum", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("Notaufnahme", calendar, StringComparison.Ordinal);
        Assert.Contains("CLASS:PRIVATE", calendar, StringComparison.Ordinal);
    }

    internal static AppointmentFacts Facts() => new(Guid.NewGuid(), 0)
    {
        Start = At("2028-11-23T09:00Z"),
        End = At("2028-11-23T09:45Z"),
        Language = "Tigrinya",
        Customer = "Klinikum Süd",
        Unit = "Notaufnahme",
        Link = new Uri("https://dolmetschen.example.de/termine/7"),
    };

    internal static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static CalendarInvitation Invitation() => new(CalendarInvitation.UidOf(Guid.NewGuid()), 0, CalendarMethod.Request)
    {
        Start = At("2026-11-26T09:00Z"),
        End = At("2026-11-26T09:45Z"),
        Summary = "Dolmetschen: Tigrinya (Video)",
        Organizer = Dispo,
        Attendee = new CalendarPerson("Anna", "anna@example.de"),
        Alarm = TimeSpan.FromMinutes(10),
    };
}
