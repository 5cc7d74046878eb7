using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Mail;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Mail;

/// <summary>The page of coordinators that shows what was sent, what waits, and what would have been sent.</summary>
public sealed class OutboxTests(RealPostgres postgres, SmtpPeer peer) : IClassFixture<SmtpPeer>
{
    [Fact]
    public async Task The_newest_stand_first_in_pages_and_can_be_narrowed_to_a_state()
    {
        await using var house = await MailHouse.OpenAsync(postgres, peer.Port);
        await house.WriteAsync("gesendet@behoerde.example.de", "Gesendet");
        await house.SendAsync();
        for (var number = 1; number <= 51; number++)
        {
            house.Time.Advance(1);
            await house.WriteAsync("wartet@behoerde.example.de", $"Nummer {number}");
        }

        using var browser = await StaffAsync(house);
        var all = await ReadAsync(browser, "/api/mails");
        Assert.Equal((true, 52, 2, 50), (all.Sends, all.Total, all.Pages, all.Rows.Count));
        Assert.Equal(("Nummer 51", "wartet@behoerde.example.de", "waiting"), (all.Rows[0].Subject, all.Rows[0].To, all.Rows[0].State));
        Assert.Equal(["Nummer 1", "Gesendet"], (await ReadAsync(browser, "/api/mails?page=2")).Rows.Select(row => row.Subject));
        var sent = await ReadAsync(browser, "/api/mails?state=sent");
        Assert.Equal((1, "Gesendet"), (sent.Total, Assert.Single(sent.Rows).Subject));
        Assert.Equal(["sent 1", "waiting 51"], sent.Counts.Select(one => $"{one.State} {one.Count}").Order());
        Assert.Equal("argument_invalid", await (await browser.GetAsync("/api/mails?state=lost")).CodeAsync());
        Assert.Equal("argument_invalid", await (await browser.GetAsync("/api/mails?page=0")).CodeAsync());
    }

    [Fact]
    public async Task In_development_everything_that_would_have_been_sent_can_be_read()
    {
        await using var house = await MailHouse.OpenAsync(postgres, peer.Port, "Mail:Host=");
        var person = await house.PersonAsync("entwicklung");
        await house.AddAsync(house.Appointments.Confirmed(InvitationTests.Facts(), person, MailSide.Requester));
        using var browser = await StaffAsync(house);
        var list = await ReadAsync(browser, "/api/mails");
        Assert.False(list.Sends);
        var id = Assert.Single(list.Rows).Id;
        var content = JsonSerializer.Deserialize<MailContent>(await TextAsync(browser, $"/api/mails/{id}"), JsonSerializerOptions.Web)!;
        Assert.Contains("Guten Tag Anna Anforderin,", content.Text, StringComparison.Ordinal);
        using var html = await browser.GetAsync($"/api/mails/{id}/html");
        Assert.Equal(("text/html", "attachment"), (html.Content.Headers.ContentType?.MediaType, html.Content.Headers.ContentDisposition?.DispositionType));
        var calendar = await peer.ParseAsync(await TextAsync(browser, $"/api/mails/{id}/calendar"));
        Assert.Equal("REQUEST", calendar.Method);
    }

    [Fact]
    public async Task A_mail_that_was_given_up_can_be_sent_again_and_no_other()
    {
        await using var house = await MailHouse.OpenAsync(postgres, peer.Port);
        var cause = await house.WriteAsync("nochmal-once-550@behoerde.example.de");
        var expiring = await house.WriteAsync("zuspaet-550@behoerde.example.de", expires: house.Now.AddMinutes(10));
        await house.SendAsync();
        Assert.Equal("given_up 1 smtp_550", await house.StateAsync(cause));
        using var browser = await StaffAsync(house);
        using var again = await browser.SendAsync(new(HttpMethod.Post, await PathAsync(house, cause)));
        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
        Assert.Equal(1, await house.SendAsync());
        Assert.Single(await peer.MailsAsync("nochmal-once-550@behoerde.example.de"));
        Assert.Equal(1, await house.Server.QueryAsync<int>("SELECT count(*) FROM audit_entries WHERE action = 'mail.sent_again'"));

        house.Time.Advance(600);
        foreach (var refused in new[] { cause, expiring })
        {
            using var answer = await browser.SendAsync(new(HttpMethod.Post, await PathAsync(house, refused)));
            Assert.Equal((HttpStatusCode.Conflict, "mail_not_resendable"), (answer.StatusCode, await answer.CodeAsync()));
        }
    }

    [Theory]
    [InlineData("Mail:FromAddress=niemand")]
    [InlineData("Mail:FromAddress=Anna <anna@example.de>")]
    [InlineData("Mail:ReplyTo=x")]
    [InlineData("Mail:PublicAddress=javascript:alert(1)")]
    [InlineData("Mail:User=dispo")]
    [InlineData("Mail:Port=70000")]
    [InlineData("Mail:Lease=00:01:00")]
    [InlineData("Mail:RetryAfter=00:00:00")]
    public async Task Settings_that_cannot_work_stop_the_start(string setting) =>
        await Assert.ThrowsAsync<OptionsValidationException>(() => MailHouse.OpenAsync(postgres, peer.Port, setting));

    private static async Task<Browser> StaffAsync(MailHouse house)
    {
        var email = $"{Guid.NewGuid():N}@dolmetschen.example.de";
        await house.Server.AddStaffAsync(email, Roles.Coordinator);
        return await Browser.SignedInAsync(house.Server, email);
    }

    private static async Task<MailEndpoints.OutboxView> ReadAsync(Browser browser, string path) =>
        JsonSerializer.Deserialize<MailEndpoints.OutboxView>(await TextAsync(browser, path), JsonSerializerOptions.Web)!;

    private static async Task<string> TextAsync(Browser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    private static async Task<string> PathAsync(MailHouse house, string cause) =>
        $"/api/mails/{await house.Server.QueryAsync<Guid>("SELECT id FROM mails WHERE cause = @cause", new { cause })}/again";
}
