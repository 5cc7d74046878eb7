using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Videodolmetschen.Server.Mail;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Mail;

/// <summary>The moment between the mail server's yes and the row.</summary>
public sealed class CrashTests(RealPostgres postgres, SmtpPeer peer) : IClassFixture<SmtpPeer>
{
    [Fact]
    public async Task Whoever_could_not_note_a_mail_notes_it_later_and_does_not_send_it_again()
    {
        await using var house = await MailHouse.OpenAsync(postgres, peer.Port);
        var cause = await SendWithoutNotingAsync(house, "vermerk@behoerde.example.de");
        Assert.Equal("waiting 1", await house.StateAsync(cause));
        Assert.Equal(1, await house.SendAsync());
        Assert.Equal("sent 1", await house.StateAsync(cause));
        Assert.Single(await peer.MailsAsync("vermerk@behoerde.example.de"));
    }

    [Fact]
    public async Task A_sender_that_died_before_noting_is_replaced_after_its_lease_with_the_same_message()
    {
        await using var next = await MailHouse.OpenAsync(postgres, peer.Port);
        string cause;
        await using (var died = await next.AnotherAsync(peer.Port))
        {
            cause = await SendWithoutNotingAsync(died, "absturz@behoerde.example.de");
        }

        next.Time.Advance(299);
        Assert.Equal(0, await next.SendAsync());
        next.Time.Advance(1);
        Assert.Equal(1, await next.SendAsync());
        var twice = await peer.MailsAsync("absturz@behoerde.example.de");
        Assert.Equal(2, twice.Length);
        Assert.Equal(twice[0].MessageId, twice[1].MessageId);
        Assert.Equal("sent 2", await next.StateAsync(cause));
    }

    [Fact]
    public async Task A_server_that_stops_tells_the_mail_on_its_way_to_the_end_and_leaves_the_rest_to_others()
    {
        await using var house = await MailHouse.OpenAsync(postgres, peer.Port);
        var (first, second) = (await house.WriteAsync("feierabend@behoerde.example.de"), await house.WriteAsync("feierabend@behoerde.example.de"));
        using var stop = new CancellationTokenSource();
        await peer.HoldAsync();
        var sending = house.Server.Services.GetRequiredService<SendMailJob>().RunAsync(stop.Token);
        await peer.HoldsOneAsync();
        await stop.CancelAsync();
        await peer.ReleaseAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.Equal(("sent 1", "waiting 0"), (await house.StateAsync(first), await house.StateAsync(second)));
        Assert.Equal(1, await house.SendAsync());
        Assert.Equal(2, (await peer.MailsAsync("feierabend@behoerde.example.de")).Length);
    }

    [Fact]
    public async Task A_mail_that_kills_its_sender_each_time_is_given_up()
    {
        await using var house = await MailHouse.OpenAsync(postgres, peer.Port, "Mail:AttemptsAtMost=2");
        var cause = await house.WriteAsync("gift@behoerde.example.de");
        await house.Server.ExecuteAsStaffAsync(
            "UPDATE mails SET attempts = 2, claimed_by = gen_random_uuid(), claimed_until = @now WHERE cause = @cause", new { cause, now = house.Now });
        await house.SendAsync();
        Assert.Equal("given_up 3 too_many_attempts", await house.StateAsync(cause));
        Assert.Empty(await peer.MailsAsync("gift@behoerde.example.de"));
    }

    [Theory]
    [InlineData("UPDATE mails SET subject = 'anders'")]
    [InlineData("UPDATE mails SET recipient_address = 'anders@example.de'")]
    [InlineData("UPDATE mails SET state = 'waiting', sent_at = NULL WHERE state = 'sent'")]
    [InlineData("UPDATE mails SET message_id = 'anders@example.de' WHERE message_id IS NOT NULL")]
    [InlineData("INSERT INTO mails SELECT (m).* FROM (SELECT mails AS m FROM mails LIMIT 1) AS again")]
    [InlineData("UPDATE mails SET last_error = '550 no mailbox anna@behoerde.example.de'")]
    public async Task What_was_written_and_what_was_sent_stays(string sql)
    {
        await using var house = await MailHouse.OpenAsync(postgres, peer.Port);
        await house.WriteAsync("fest@behoerde.example.de");
        await house.SendAsync();
        await house.WriteAsync("fest@behoerde.example.de");
        await Assert.ThrowsAsync<PostgresException>(() => house.Server.ExecuteAsStaffAsync(sql));
    }

    [Fact]
    public async Task A_mail_is_not_deleted_before_it_is_due()
    {
        await using var house = await MailHouse.OpenAsync(postgres, peer.Port);
        await house.WriteAsync("fest@behoerde.example.de");
        await house.SendAsync();
        Assert.Equal(0, await house.Server.ExecuteAsStaffAsync("DELETE FROM mails"));
        Assert.Equal(1, await house.Server.QueryAsync<int>("SELECT count(*) FROM mails"));
    }

    /// <summary>The mail server has the mail and says so; the table can be read and not be written.</summary>
    private async Task<string> SendWithoutNotingAsync(MailHouse house, string address)
    {
        var cause = await house.WriteAsync(address);
        await peer.HoldAsync();
        var sending = house.SendAsync();
        await peer.HoldsOneAsync();
        await using var owner = new NpgsqlConnection(house.Server.ConnectionString);
        await owner.OpenAsync();
        await owner.ExecuteAsync("BEGIN; LOCK TABLE mails IN EXCLUSIVE MODE");
        await peer.ReleaseAsync();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => sending);
        await owner.ExecuteAsync("ROLLBACK");
        return cause;
    }
}
