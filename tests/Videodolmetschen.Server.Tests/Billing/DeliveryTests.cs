using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Videodolmetschen.Server.Mail;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Billing;

/// <summary>That a Gutschrift was handed over (§ 14 (2) UStG) can be shown: when it was announced, and when it was fetched first.</summary>
public sealed class DeliveryTests(RealPostgres postgres)
{
    [Fact]
    public async Task A_Gutschrift_is_announced_once_its_mail_was_sent_and_handed_over_once_it_was_fetched()
    {
        await using var stage = await InterpreterWorld.OpenAsync(postgres);
        await stage.World.RunAsync("interpreter", [stage.Interpreter]);
        Assert.Equal((null, null), await DeliveryAsync(stage));
        var announced = await SendMailsAsync(stage);
        Assert.Equal((announced, null), await DeliveryAsync(stage));
        stage.World.Stage.Time.Advance(TimeSpan.FromHours(1));
        var id = await stage.World.Stage.QueryAsync<Guid>("SELECT id FROM documents");
        Assert.Equal(HttpStatusCode.OK, await FetchAsync(stage.World.Coordinator, $"/api/billing/documents/{id}.pdf"));
        Assert.Equal((announced, null), await DeliveryAsync(stage));
        Assert.Equal(HttpStatusCode.OK, await FetchAsync(stage.Own, $"/api/my-documents/{id}.xml"));
        Assert.Equal((announced, announced.AddHours(1)), await DeliveryAsync(stage));
    }

    [Fact]
    public async Task The_first_time_counts_and_never_changes()
    {
        await using var stage = await InterpreterWorld.OpenAsync(postgres);
        await stage.World.RunAsync("interpreter", [stage.Interpreter]);
        var announced = await SendMailsAsync(stage);
        var id = await stage.World.Stage.QueryAsync<Guid>("SELECT id FROM documents");
        foreach (var file in (string[])["pdf", "pdf", "xml"])
        {
            Assert.Equal(HttpStatusCode.OK, await FetchAsync(stage.Own, $"/api/my-documents/{id}.{file}"));
            stage.World.Stage.Time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal("mail 0, pdf 0, xml 2", await stage.World.Stage.QueryAsync<string>(
            "SELECT string_agg(channel || ' ' || round(extract(epoch FROM at - @announced) / 3600), ', ' ORDER BY channel) FROM document_deliveries", new { announced }));
        foreach (var change in (string[])["UPDATE document_deliveries SET at = now()", "DELETE FROM document_deliveries"])
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => stage.World.Stage.Server.ExecuteAsStaffAsync(change));
            Assert.Contains(refused.SqlState, (string[])[PostgresErrorCodes.IntegrityConstraintViolation, PostgresErrorCodes.InsufficientPrivilege]);
        }
    }

    [Fact]
    public async Task What_is_asked_for_by_somebody_else_was_not_handed_over()
    {
        await using var stage = await InterpreterWorld.OpenAsync(postgres);
        await stage.World.RunAsync("interpreter", [stage.Interpreter]);
        await stage.World.InterpreterAsync(9002);
        using var other = await Browser.SignedInAsync(stage.World.Stage.Server, "frei-9002@interpreter.example");
        Assert.Equal(HttpStatusCode.NotFound, await FetchAsync(other, $"/api/my-documents/{await stage.World.Stage.QueryAsync<Guid>("SELECT id FROM documents")}.pdf"));
        Assert.Equal((null, null), await DeliveryAsync(stage));
    }

    private static async Task<HttpStatusCode> FetchAsync(Browser browser, string path)
    {
        using var file = await browser.GetAsync(path);
        return file.StatusCode;
    }

    /// <summary>As staff see it.</summary>
    private static async Task<(DateTimeOffset? Announced, DateTimeOffset? Fetched)> DeliveryAsync(InterpreterWorld stage)
    {
        var row = (await stage.World.Coordinator.ReadAsync("/api/billing/documents"))[0];
        return (Instant(row.GetProperty("announcedAt")), Instant(row.GetProperty("fetchedAt")));
    }

    private static DateTimeOffset? Instant(JsonElement value) =>
        value.GetString() is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>As the job does once the mail server has taken them.</summary>
    private static async Task<DateTimeOffset> SendMailsAsync(InterpreterWorld stage)
    {
        var (store, now) = (stage.World.Stage.Server.Services.GetRequiredService<SenderStore>(), stage.World.Stage.Time.GetUtcNow());
        foreach (var mail in await store.ClaimAsync(new MailClaim(Guid.NewGuid(), now.AddMinutes(1)) { AtMost = 10, Domain = "sprachbruecke.example" }, now.AddMinutes(1), CancellationToken.None))
        {
            await store.NoteSentAsync(mail.Id, now, CancellationToken.None);
        }

        return now;
    }
}
