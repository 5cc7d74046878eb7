using Videodolmetschen.Server.Mail;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Mail;

/// <summary>Mail servers are away, busy, or say no.</summary>
public sealed class RetryTests(RealPostgres postgres, SmtpPeer peer) : IClassFixture<SmtpPeer>
{
    [Fact]
    public async Task A_mail_that_finds_no_server_is_tried_again_after_a_while_and_sent_once()
    {
        var port = ServerProcess.FreePort();
        await using var house = await MailHouse.OpenAsync(postgres, port);
        var cause = await house.WriteAsync("spaeter@behoerde.example.de");
        await house.SendAsync();
        Assert.Equal("waiting 1 no_connection", await house.StateAsync(cause));

        await using var back = await SmtpPeer.StartAsync(port);
        house.Time.Advance(29);
        Assert.Equal(0, await house.SendAsync());
        house.Time.Advance(1);
        Assert.Equal(1, await house.SendAsync());
        Assert.Equal(0, await house.SendAsync());
        Assert.Single(await back.MailsAsync("spaeter@behoerde.example.de"));
        Assert.Equal("sent 2", await house.StateAsync(cause));
    }

    [Fact]
    public async Task A_server_that_is_away_costs_one_mail_an_attempt_and_the_others_none()
    {
        await using var house = await MailHouse.OpenAsync(postgres, ServerProcess.FreePort());
        var causes = new[] { await house.WriteAsync("eins@behoerde.example.de"), await house.WriteAsync("zwei@behoerde.example.de"), await house.WriteAsync("drei@behoerde.example.de") };
        await house.SendAsync();
        Assert.Equal(["waiting 1 no_connection", "waiting 0", "waiting 0"], await Task.WhenAll(causes.Select(house.StateAsync)));
    }

    [Fact]
    public async Task The_wait_doubles_up_to_its_most()
    {
        await using var house = await MailHouse.OpenAsync(postgres, peer.Port, "Mail:RetryAtMost=00:03:00");
        var cause = await house.WriteAsync("beschaeftigt-451@behoerde.example.de");
        var waits = new List<double>();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await house.SendAsync();
            var next = await house.Server.QueryAsync<DateTimeOffset>("SELECT next_attempt_at FROM mails WHERE cause = @cause", new { cause });
            waits.Add((next - house.Now).TotalSeconds);
            house.Time.Advance(next - house.Now);
        }

        Assert.Equal([30, 60, 120, 180, 180], waits);
        Assert.Equal("waiting 5 smtp_451", await house.StateAsync(cause));
    }

    [Theory]
    [InlineData("Mail:AttemptsAtMost=2", 2)]
    [InlineData("Mail:GiveUpAfter=00:01:00", 2)]
    public async Task Some_day_it_is_given_up(string setting, int attempts)
    {
        await using var house = await MailHouse.OpenAsync(postgres, peer.Port, setting, "Mail:RetryAfter=00:00:59", "Mail:RetryAtMost=00:00:59");
        var cause = await house.WriteAsync("immer-451@behoerde.example.de");
        await house.SendAsync();
        Assert.Equal("waiting 1 smtp_451", await house.StateAsync(cause));
        house.Time.Advance(59);
        await house.SendAsync();
        house.Time.Advance(59);
        await house.SendAsync();
        Assert.Equal($"given_up {attempts} smtp_451", await house.StateAsync(cause));
        Assert.Equal(0, await house.SendAsync());
    }

    [Fact]
    public async Task A_refusal_for_good_is_given_up_at_once_and_hurts_no_other_mail()
    {
        await using var house = await MailHouse.OpenAsync(postgres, peer.Port);
        var refused = await house.WriteAsync("weg-550@behoerde.example.de");
        var other = await house.WriteAsync("da@behoerde.example.de");
        Assert.Equal(2, await house.SendAsync());
        Assert.Equal(("given_up 1 smtp_550", "sent 1"), (await house.StateAsync(refused), await house.StateAsync(other)));
    }

    [Fact]
    public async Task A_sender_who_is_refused_is_our_own_fault_and_mails_wait()
    {
        await using var house = await MailHouse.OpenAsync(postgres, peer.Port, "Mail:FromAddress=unbekannt@dolmetschen.example.de");
        var cause = await house.WriteAsync("wartet@behoerde.example.de");
        await house.SendAsync();
        Assert.Equal("waiting 1 smtp_550", await house.StateAsync(cause));
    }

    [Fact]
    public async Task A_server_that_cannot_prove_its_name_gets_no_mail()
    {
        await using var house = await MailHouse.OpenAsync(postgres, peer.Port, "Mail:Security=starttls");
        var cause = await house.WriteAsync("geheim@behoerde.example.de");
        await house.SendAsync();
        Assert.Equal("waiting 1 tls", await house.StateAsync(cause));
        Assert.Empty(await peer.MailsAsync("geheim@behoerde.example.de"));
    }

    [Theory]
    [InlineData("richtig", null)]
    [InlineData("falsch", "sign_in_refused")]
    public async Task Who_signs_in_with_a_wrong_password_has_no_line(string password, string? code)
    {
        // Only here without encryption: the server's own configuration refuses that.
        var options = new MailOptions { Host = "127.0.0.1", Port = peer.Port, Security = MailSecurity.None, User = "dispo", Password = password, FromAddress = "a@example.de" };
        await using var line = new SmtpLine(options);
        var mail = new ClaimedMail { Address = $"{password}@behoerde.example.de", Subject = "Hallo", MessageId = $"{password}@example.de" };
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var failure = await line.SendAsync(Letter.Of(mail, options, DateTimeOffset.UnixEpoch), CancellationToken.None);
            Assert.Equal((code, code is not null), (failure?.Code, failure?.IsLineDown ?? false));
        }
    }

    [Fact]
    public async Task Sent_failed_and_waiting_mails_are_measured()
    {
        await using var house = await MailHouse.OpenAsync(postgres, peer.Port);
        using var measures = new Measures(house.Server);
        await house.WriteAsync("gezaehlt@behoerde.example.de");
        await house.WriteAsync("gezaehlt-451@behoerde.example.de");
        await house.WriteAsync("gezaehlt-550@behoerde.example.de");
        await house.SendAsync();
        Assert.Equal("mail.kind=appointment_confirmed", Assert.Single(measures.Of("mail.sent")).Tags);
        Assert.Equal(["mail.error=smtp_451 mail.given_up=false", "mail.error=smtp_550 mail.given_up=true"], measures.Of("mail.failures").Select(one => one.Tags).Order());
        Assert.Equal(1, Assert.Single(measures.Gauge("mail.waiting")).Value);
    }
}
