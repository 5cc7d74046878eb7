using Videodolmetschen.Domain;
using Videodolmetschen.Server.Mail;
using Videodolmetschen.Server.Tests.Fixtures;
using static Videodolmetschen.Server.Tests.Mail.InvitationTests;

namespace Videodolmetschen.Server.Tests.Mail;

/// <summary>What mails say, to whom, and what nobody can slip into them.</summary>
public sealed class MailTextTests(RealPostgres postgres, SmtpPeer peer) : IClassFixture<SmtpPeer>
{
    private static readonly MailPerson Person = new(new UserId(Guid.NewGuid()), "Ina Interpretin", "ina@example.de");

    [Theory]
    [InlineData("2026-11-26T09:00Z", "2026-11-26T09:45Z", "Donnerstag, 26. November 2026, 10:00 bis 10:45 Uhr")]
    [InlineData("2026-03-02T22:30Z", "2026-03-02T23:15Z", "Montag, 2. März 2026, 23:30 Uhr bis Dienstag, 3. März 2026, 00:15 Uhr")]
    [InlineData("2026-10-24T23:30Z", "2026-10-25T00:30Z", "Sonntag, 25. Oktober 2026, 01:30 bis 02:30 Uhr (Sommerzeit)")]
    [InlineData("2026-10-25T00:30Z", "2026-10-25T01:30Z", "Sonntag, 25. Oktober 2026, 02:30 Uhr (Sommerzeit) bis 02:30 Uhr (Winterzeit)")]
    [InlineData("2027-03-28T00:30Z", "2027-03-28T01:30Z", "Sonntag, 28. März 2027, 01:30 bis 03:30 Uhr")]
    public void Times_are_said_as_people_say_them(string start, string end, string sentence) => Assert.Equal(sentence, GermanTime.Period(At(start), At(end)));

    [Fact]
    public void Reminders_come_a_day_an_hour_and_ten_minutes_before_and_each_until_the_next()
    {
        var facts = Facts();
        var reminders = Appointments().Reminders(facts, Person, MailSide.Interpreter, facts.Start.AddDays(-7)).ToList();
        Assert.Equal([(-1440, -60), (-60, -10), (-10, 0)], reminders.Select(mail => ((int)(mail.NotBefore! - facts.Start).Value.TotalMinutes, (int)(mail.ExpiresAt! - facts.Start).Value.TotalMinutes)));
        Assert.Equal(3, reminders.Select(mail => mail.Cause).Distinct().Count());
        Assert.All(reminders, mail => Assert.StartsWith(facts.Causes, mail.Cause, StringComparison.Ordinal));
        Assert.Equal(2, Appointments().Reminders(facts, Person, MailSide.Interpreter, facts.Start.AddHours(-5)).Count());
    }

    [Fact]
    public void The_day_before_is_at_the_same_clock_time_over_a_change_of_the_clocks()
    {
        var facts = Facts() with { Start = At("2026-10-25T09:00Z"), End = At("2026-10-25T09:45Z") };
        Assert.Equal(At("2026-10-24T08:00Z"), Appointments().Reminders(facts, Person, MailSide.Requester, facts.Start.AddDays(-7)).First().NotBefore);
    }

    /// <summary>Mails that wait since before the rules could be changed keep their causes, so that none is sent twice.</summary>
    [Fact]
    public void The_usual_reminders_have_the_causes_that_they_always_had()
    {
        var facts = Facts();
        Assert.Equal(
            ["reminder-1d", "reminder-1h", "reminder-10m"],
            Appointments().Reminders(facts, Person, MailSide.Requester, facts.Start.AddDays(-7)).Select(mail => mail.Cause[facts.Causes.Length..].Split(':')[0]));
    }

    [Theory]
    [InlineData(1, "in einer Minute", "eine Minute")]
    [InlineData(10, "in zehn Minuten", "zehn Minuten")]
    [InlineData(60, "in einer Stunde", "eine Stunde")]
    [InlineData(90, "in 90 Minuten", "90 Minuten")]
    [InlineData(1440, "morgen", "einen Tag")]
    [InlineData(2160, "in 36 Stunden", "36 Stunden")]
    [InlineData(2880, "in zwei Tagen", "zwei Tage")]
    public void Lead_times_are_said_as_people_say_them(int minutes, string ahead, string span) =>
        Assert.Equal((ahead, span), (GermanTime.Ahead(TimeSpan.FromMinutes(minutes)), GermanTime.Span(TimeSpan.FromMinutes(minutes))));

    [Fact]
    public void A_reminder_says_whether_the_room_is_open_by_then()
    {
        var facts = Facts() with { Rules = new() { RoomOpensBefore = TimeSpan.FromMinutes(30), RemindersBefore = [TimeSpan.FromHours(2), TimeSpan.FromMinutes(30)] } };
        var texts = Appointments().Reminders(facts, Person, MailSide.Interpreter, facts.Start.AddDays(-7)).Select(mail => MailLayout.Text(mail.Text)).ToList();
        Assert.Contains("in zwei Stunden beginnt Ihr Termin. Der Raum öffnet 30 Minuten vorher.", texts[0], StringComparison.Ordinal);
        Assert.Contains("in 30 Minuten beginnt Ihr Termin. Der Raum ist offen: Bitte melden Sie sich jetzt bereit.", texts[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_moved_appointment_is_told_again_and_the_same_version_is_not()
    {
        var facts = Facts();
        Assert.Equal(Appointments().Changed(facts, Person).Cause, Appointments().Changed(facts, Person).Cause);
        Assert.NotEqual(Appointments().Changed(facts, Person).Cause, Appointments().Changed(facts with { Sequence = 1 }, Person).Cause);
    }

    [Fact]
    public void Both_forms_say_the_same_and_the_HTML_loads_nothing()
    {
        var facts = Facts();
        var mail = AppointmentMails.Question(facts, Person, (new Uri("https://dolmetschen.example.de/ja?a=1&b=2"), new Uri("https://dolmetschen.example.de/nein")), facts.Start.AddDays(-3));
        var (text, html) = (MailLayout.Text(mail.Text), MailLayout.Html(mail.Text));
        foreach (var said in new[] { "Guten Tag Ina Interpretin,", "Montag, 20. November 2028, 10:00 Uhr", "Donnerstag, 23. November 2028, 10:00 bis 10:45 Uhr", "Tigrinya", "Klinikum Süd", "Notaufnahme", "Ja, ich übernehme" })
        {
            Assert.Contains(said, text, StringComparison.Ordinal);
            Assert.Contains(said, html, StringComparison.Ordinal);
        }

        Assert.Contains("https://dolmetschen.example.de/ja?a=1&b=2", text, StringComparison.Ordinal);
        Assert.Contains("href=\"https://dolmetschen.example.de/ja?a=1&amp;b=2\"", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("<(img|link|script|iframe)|url\\(|src=", html);
    }

    [Fact]
    public void Names_are_text_and_no_markup()
    {
        var html = MailLayout.Html(new MailText("<b>Hallo</b>", "Guten Tag <script>alert(1)</script>,", ["eins\nzwei"]) { Facts = [new("\"><img src=x>", "<i>")] });
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        Assert.Contains("eins<br>zwei", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("<(script|img|b|i)>", html);
    }

    [Fact]
    public async Task Nobody_writes_headers_of_their_own()
    {
        await using var house = await MailHouse.OpenAsync(postgres, peer.Port, "Mail:FromName=Video\r\nBcc: fremd@example.net");
        var person = await house.PersonAsync("kopf", "Eva\r\nBcc: fremd@example.net\r\n\r\nText");
        await house.AddAsync(new OutgoingMail("test:header", MailKind.AppointmentConfirmed, MailRecipient.Of(person.Id), new MailText("Hallo\r\nBcc: fremd@example.net\u2028X-A: 1", "Guten Tag,", ["eins"])));
        await house.WriteAsync("eins@example.de\r\nRCPT TO:<fremd@example.net>");
        await house.WriteAsync("eins@example.de, fremd@example.net");
        await house.SendAsync();
        var mail = Assert.Single(await peer.MailsAsync(person.Address));
        Assert.Equal("Hallo Bcc: fremd@example.net X-A: 1", mail.Subject);
        Assert.Equal([person.Address], mail.EnvelopeTo);
        Assert.DoesNotContain("bcc", mail.Headers);
        Assert.DoesNotContain("x-a", mail.Headers);
        Assert.Empty(await peer.MailsAsync("fremd@example.net"));
        Assert.Equal(2, await house.Server.QueryAsync<int>("SELECT count(*) FROM mails WHERE state = 'given_up' AND last_error = 'address_invalid'"));
    }

    [Fact]
    public async Task Logs_name_nobody_and_quote_nothing()
    {
        await using var house = await MailHouse.OpenAsync(postgres, peer.Port);
        foreach (var localPart in new[] { "kanarie", "kanarie-550", "kanarie-451" })
        {
            var person = await house.PersonAsync(localPart, "Karla Kanarienvogel");
            await house.AddAsync(house.Appointments.Confirmed(Facts() with { Unit = "Vogelstation" }, person, MailSide.Requester));
        }

        await house.SendAsync();
        Assert.Contains("is given up: smtp_550", house.Log, StringComparison.Ordinal);
        foreach (var secret in new[] { "kanarie", "Karla", "behoerde.example.de", "Tigrinya", "Vogelstation", "termine/7", "Termin bestätigt" })
        {
            Assert.DoesNotContain(secret, house.Log, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static AppointmentMails Appointments() => new(Microsoft.Extensions.Options.Options.Create(new MailOptions()));
}
