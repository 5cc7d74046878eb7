using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Hosting;
using Videodolmetschen.Server.Mail;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Mail;

/// <summary>Reminders that are due while something dies, sent by the real engine: none is lost, and nobody reads one twice.</summary>
public sealed class MailFaultTests(RealPostgres postgres, SmtpPeer peer) : IClassFixture<SmtpPeer>
{
    private const string Sent = "SELECT count(*) FROM mails WHERE state = 'sent'";

    private string[] Settings =>
    [
        "Hosting:BuildWeb=false", "Jobs:Enabled=true", "Jobs:NodeSilentFor=00:00:02", "Mail:Host=127.0.0.1", $"Mail:Port={peer.Port}", "Mail:Security=none",
        "Mail:FromAddress=termine@dolmetschen.example.de", "Mail:PublicAddress=https://dolmetschen.example.de", "Mail:ConnectWithin=00:00:01", "Mail:SendWithin=00:00:02", "Mail:Lease=00:00:06",
    ];

    [Fact]
    public async Task A_sender_killed_after_the_yes_of_the_mail_server_sends_the_same_message_once_more_and_the_others_once()
    {
        using var folder = TemporaryFolder.Create();
        var (database, order) = (await postgres.CreateDatabaseAsync(), Path.Combine(folder.Path, "crash"));
        await using var server = new ServerProcess(database, Settings);
        server.Environment[CrashPoint.Variable] = order;
        await using var beside = await RealServer.BesideAsync(database, new Uri(server.Address));
        await server.StartAgainAsync();
        await File.WriteAllTextAsync(order, "mail_taken", TestContext.Current.CancellationToken);
        await WriteAsync(beside, "getoetet@behoerde.example.de", 5);
        await server.EndedAsync();
        await server.StartAgainAsync();
        await Until.SoAsync(() => beside.QueryAsync<int>(Sent), sent => sent == 5);
        var received = await peer.MailsAsync("getoetet@behoerde.example.de");
        Assert.Equal((6, 5), (received.Length, received.Select(mail => mail.MessageId).Distinct().Count()));
    }

    [Theory]
    [InlineData(5)]
    public Task A_database_that_is_away_while_reminders_fall_due_costs_none_of_them(int seconds) => DieForAsync(TimeSpan.FromSeconds(seconds));

    /// <summary>As long as the issue says; run it with <c>-explicit on</c>.</summary>
    [Fact(Explicit = true)]
    public Task A_database_that_is_away_for_a_minute_while_reminders_fall_due_costs_none_of_them() => DieForAsync(TimeSpan.FromSeconds(60));

    private async Task DieForAsync(TimeSpan time)
    {
        using var folder = postgres.Made.Copy();
        var first = RealPostgres.CreateEmbedded(folder.Path);
        await first.StartAsync(CancellationToken.None);
        await using var server = await RealServer.StartAsync(first.ConnectionString, null, Settings);
        var reader = $"weg-{time.TotalSeconds}@behoerde.example.de";
        await WriteAsync(server, reader, 12, secondsApart: time.TotalSeconds / 8);
        TemporaryFolder.KillServer(Path.Combine(folder.Path, "postgres"));
        var outage = Task.Delay(time);
        await first.DisposeAsync();
        await outage;
        await using var second = RealPostgres.CreateEmbedded(folder.Path, new NpgsqlConnectionStringBuilder(first.ConnectionString).Port);
        await second.StartAsync(CancellationToken.None);
        await Until.SoAsync(() => CountAsync(server), sent => sent == 12);
        var received = await peer.MailsAsync(reader);
        Assert.Equal((12, 12), (received.Length, received.Select(mail => mail.MessageId).Distinct().Count()));
    }

    /// <summary>Zero while the database is not back yet.</summary>
    private static async Task<int> CountAsync(RealServer server)
    {
        try
        {
            return await server.QueryAsync<int>(Sent);
        }
        catch (NpgsqlException)
        {
            return 0;
        }
    }

    private static async Task WriteAsync(RealServer beside, string reader, int count, double secondsApart = 0)
    {
        await using var staff = await beside.Services.GetRequiredService<TenantScope>().OpenForStaffAsync(CancellationToken.None);
        for (var i = 0; i < count; i++)
        {
            var text = new MailText("Erinnerung an Ihren Termin", "Guten Tag,", ["es geht los."]);
            var mail = new OutgoingMail($"test:{Guid.NewGuid()}", MailKind.AppointmentReminder, MailRecipient.Of(reader), text) { NotBefore = DateTimeOffset.UtcNow.AddSeconds(i * secondsApart) };
            await beside.Services.GetRequiredService<MailStore>().AddAsync(staff.Transaction, mail, CancellationToken.None);
        }

        await staff.CommitAsync(CancellationToken.None);
    }
}
