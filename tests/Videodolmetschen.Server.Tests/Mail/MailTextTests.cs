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
    public void The_day_before_is_at_the_same_clock_time_over_a_change_of_the_clocks() =>
        Assert.Equal(At("2026-10-24T08:00Z"), (Facts() with { Start = At("2026-10-25T09:00Z") }).DayBefore);

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
