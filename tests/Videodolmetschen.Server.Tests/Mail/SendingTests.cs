using Dapper;
using Videodolmetschen.Domain;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Mail;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Mail;

/// <summary>A mail is a row first; the job brings it to a real mail server, once.</summary>
public sealed class SendingTests(RealPostgres postgres, SmtpPeer peer) : IClassFixture<SmtpPeer>
{
    [Fact]
    public async Task A_mail_arrives_with_text_and_html_and_its_own_id()
    {
        await using var house = await MailHouse.OpenAsync(postgres, peer.Port, "Mail:ReplyTo=disposition@dolmetschen.example.de");
        var person = await house.PersonAsync("ankunft", "Jürgen Größe-Öztürk");
        await house.AddAsync(new OutgoingMail("test:arrives", MailKind.AppointmentConfirmed, MailRecipient.Of(person.Id), new MailText(
            "Bestätigt: Grüße aus Görlitz", "Guten Tag Jürgen Größe-Öztürk,", ["schön, dass es klappt: 100 % < 200 % & mehr €."])));
        Assert.Equal(1, await house.SendAsync());
        var mail = Assert.Single(await peer.MailsAsync(person.Address));
        Assert.Equal(("Bestätigt: Grüße aus Görlitz", "\"Jürgen Größe-Öztürk\" <ankunft@behoerde.example.de>"), (mail.Subject, mail.To));
        Assert.Equal(("\"Videodolmetschen\" <termine@dolmetschen.example.de>", "disposition@dolmetschen.example.de"), (mail.From, mail.ReplyTo));
        Assert.Contains("schön, dass es klappt: 100 % < 200 % & mehr €.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("schön, dass es klappt: 100 % &lt; 200 % &amp; mehr €.", mail.Html, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"de\">", mail.Html, StringComparison.Ordinal);
        Assert.Contains("auto-submitted", mail.Headers);
        Assert.Matches("^<[0-9a-f]{32}@dolmetschen.example.de>$", mail.MessageId);
        Assert.Equal("sent 1", await house.StateAsync("test:arrives"));
    }

    [Fact]
    public async Task The_same_cause_is_one_mail_however_often_it_is_told()
    {
        await using var house = await MailHouse.OpenAsync(postgres, peer.Port);
        var mail = new OutgoingMail("test:once", MailKind.AppointmentReminder, MailRecipient.Of("einmal@behoerde.example.de"), new MailText("Morgen", "Guten Tag,", ["morgen."]));
        Assert.True(await house.AddAsync(mail));
        Assert.False(await house.AddAsync(mail with { Text = mail.Text with { Subject = "Doch noch einmal" } }));
        await house.SendAsync();
        Assert.False(await house.AddAsync(mail));
        Assert.Equal(0, await house.SendAsync());
        Assert.Equal("Morgen", Assert.Single(await peer.MailsAsync("einmal@behoerde.example.de")).Subject);
    }

    [Fact]
    public async Task Whoever_books_causes_mails_in_the_own_transaction_and_reads_none()
    {
        await using var house = await MailHouse.OpenAsync(postgres, peer.Port);
        var scope = (TenantScope)house.Server.Services.GetService(typeof(TenantScope))!;
        var store = (MailStore)house.Server.Services.GetService(typeof(MailStore))!;
        var mail = new OutgoingMail("test:customer", MailKind.AppointmentConfirmed, MailRecipient.Of("kunde@behoerde.example.de"), new MailText("Ihr Termin", "Guten Tag,", []));
        await using (var undone = await scope.OpenForCustomerAsync(new CustomerId(Guid.NewGuid()), CancellationToken.None))
        {
            Assert.True(await store.AddAsync(undone.Transaction, mail, CancellationToken.None));
        }

        Assert.Equal(0, await house.SendAsync());
        await using (var customer = await scope.OpenForCustomerAsync(new CustomerId(Guid.NewGuid()), CancellationToken.None))
        {
            Assert.True(await store.AddAsync(customer.Transaction, mail, CancellationToken.None));
            Assert.False(await store.AddAsync(customer.Transaction, mail, CancellationToken.None));
            Assert.Equal(0, await customer.Connection.ExecuteScalarAsync<int>("SELECT count(*) FROM mails", transaction: customer.Transaction));
            await customer.CommitAsync(CancellationToken.None);
        }

        Assert.Equal(1, await house.SendAsync());
    }

    [Fact]
    public async Task Two_senders_at_once_send_each_mail_once()
    {
        await using var first = await MailHouse.OpenAsync(postgres, peer.Port, "Mail:BatchAtMost=3");
        await using var second = await first.AnotherAsync(peer.Port, "Mail:BatchAtMost=3");
        for (var number = 0; number < 30; number++)
        {
            await first.WriteAsync("viele@behoerde.example.de", $"Nummer {number}");
        }

        var settled = await Task.WhenAll(first.SendAsync(), second.SendAsync(), first.SendAsync());
        Assert.Equal(30, settled.Sum());
        var mails = await peer.MailsAsync("viele@behoerde.example.de");
        Assert.Equal((30, 30), (mails.Length, mails.Select(mail => mail.MessageId).Distinct().Count()));
    }

    [Fact]
    public async Task What_is_not_due_waits_and_what_would_come_too_late_is_marked_and_not_sent()
    {
        await using var house = await MailHouse.OpenAsync(postgres, peer.Port);
        const string address = "erinnerung@behoerde.example.de";
        var mail = new OutgoingMail("test:early", MailKind.AppointmentReminder, MailRecipient.Of(address), new MailText("Morgen", "Guten Tag,", ["morgen."]));
        await house.AddAsync(mail with { NotBefore = house.Now.AddHours(1) });
        await house.AddAsync(mail with { Cause = "test:late", ExpiresAt = house.Now.AddMinutes(30) });
        house.Time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(1, await house.SendAsync());
        Assert.Equal(("waiting 0", "expired 0"), (await house.StateAsync("test:early"), await house.StateAsync("test:late")));
        house.Time.Advance(TimeSpan.FromMinutes(30));
        await house.SendAsync();
        Assert.Single(await peer.MailsAsync(address));
    }

    [Fact]
    public async Task What_was_taken_back_is_not_sent()
    {
        await using var house = await MailHouse.OpenAsync(postgres, peer.Port);
        var cause = await house.WriteAsync("zurueck@behoerde.example.de");
        var scope = (TenantScope)house.Server.Services.GetService(typeof(TenantScope))!;
        await using (var customer = await scope.OpenForCustomerAsync(new CustomerId(Guid.NewGuid()), CancellationToken.None))
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => MailStore.WithdrawAsync(customer.Transaction, cause, CancellationToken.None));
        }

        await using (var staff = await scope.OpenForStaffAsync(CancellationToken.None))
        {
            Assert.Equal(0, await MailStore.WithdrawAsync(staff.Transaction, "test:_", CancellationToken.None));
            Assert.Equal(1, await MailStore.WithdrawAsync(staff.Transaction, cause[..20], CancellationToken.None));
            await staff.CommitAsync(CancellationToken.None);
        }

        Assert.Equal(0, await house.SendAsync());
        Assert.Equal("withdrawn 0", await house.StateAsync(cause));
    }

    [Fact]
    public async Task Without_a_mail_server_everything_stays_in_the_outbox()
    {
        await using var house = await MailHouse.OpenAsync(postgres, peer.Port, "Mail:Host=");
        var cause = await house.WriteAsync("niemand@behoerde.example.de");
        Assert.Equal(0, await house.SendAsync());
        Assert.Equal("waiting 0", await house.StateAsync(cause));
    }

    [Fact]
    public async Task An_account_gets_its_mail_where_it_is_read_now_and_a_closed_one_gets_none()
    {
        await using var house = await MailHouse.OpenAsync(postgres, peer.Port);
        var (moved, closed) = (await house.PersonAsync("alt"), await house.PersonAsync("geschlossen"));
        foreach (var person in new[] { moved, closed })
        {
            await house.AddAsync(new OutgoingMail($"test:{person.Address}", MailKind.AppointmentConfirmed, MailRecipient.Of(person.Id), new MailText("Ihr Termin", "Guten Tag,", [])));
        }

        await house.Server.ExecuteAsStaffAsync("UPDATE users SET email = 'neu@behoerde.example.de' WHERE id = @id", new { id = moved.Id.Value });
        await house.Server.ExecuteAsStaffAsync("UPDATE users SET disabled_at = now() WHERE id = @id", new { id = closed.Id.Value });
        await house.SendAsync();
        Assert.Single(await peer.MailsAsync("neu@behoerde.example.de"));
        Assert.Equal("given_up 1 no_recipient", await house.StateAsync($"test:{closed.Address}"));
    }
}
