using System.Net;
using Npgsql;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Billing;

/// <summary>A Gutschrift is handed over, and may be objected to, once.</summary>
public sealed class ObjectionTests(RealPostgres postgres)
{
    [Fact]
    public async Task A_Gutschrift_is_written_to_the_interpreter_and_an_invoice_to_nobody()
    {
        await using var stage = await InterpreterWorld.OpenAsync(postgres);
        await stage.World.RunAsync("customer", [stage.Office.Customer.Value]);
        await stage.World.RunAsync("interpreter", [stage.Interpreter]);
        var (to, subject, text) = await stage.World.Stage.QueryAsync<(string, string, string)>(
            "SELECT u.email, m.subject, m.body_text FROM mails m JOIN users u ON u.id = m.recipient_id WHERE m.kind LIKE 'document%'");
        Assert.Equal(("frei-9001@interpreter.example", $"Ihre Gutschrift GS-{stage.World.Today[..4]}-00001"), (to, subject));
        Assert.Contains("/abrechnung?monat=" + stage.Month, text, StringComparison.Ordinal);
        Assert.Contains("16,96", text, StringComparison.Ordinal);
        Assert.All((string[])["KANARIE", "Kurmandschi", "Amt"], word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_objection_counts_once_and_staff_take_the_document_back()
    {
        await using var stage = await InterpreterWorld.OpenAsync(postgres);
        await stage.World.RunAsync("interpreter", [stage.Interpreter]);
        var id = await stage.World.Stage.QueryAsync<Guid>("SELECT id FROM documents");
        var path = $"/api/my-documents/{id}/objection";
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
        {
            using var answer = await stage.Own.PostAsync(path, new { reason = "services", words = "Ein Termin fehlt." });
            return answer.StatusCode;
        }));
        Assert.Equal([HttpStatusCode.NoContent, .. Enumerable.Repeat(HttpStatusCode.Conflict, 4)], answers.Order());
        Assert.Equal("services", (await stage.Own.ReadAsync("/api/my-documents"))[0].GetProperty("objectionReason").GetString());
        var objection = Assert.Single((await stage.World.Coordinator.ReadAsync("/api/billing/disputes")).GetProperty("objections").EnumerateArray());
        Assert.Equal(("Ein Termin fehlt.", id), (objection.GetProperty("words").GetString(), objection.GetProperty("documentId").GetGuid()));
        await stage.World.Coordinator.OkAsync($"/api/billing/documents/{id}/cancel", new { });
        Assert.Equal(0, (await stage.World.Coordinator.ReadAsync("/api/billing/disputes")).GetProperty("objections").GetArrayLength());
        Assert.Equal(1, (await stage.World.Coordinator.ReadAsync("/api/billing/disputes?all=true")).GetProperty("objections").GetArrayLength());
        var refused = await Assert.ThrowsAsync<PostgresException>(() => stage.World.Stage.Server.ExecuteAsStaffAsync("UPDATE document_objections SET reason = 'tax'"));
        Assert.Contains(refused.SqlState, (string[])[PostgresErrorCodes.IntegrityConstraintViolation, PostgresErrorCodes.InsufficientPrivilege]);
    }

    [Fact]
    public async Task Nobody_objects_to_what_is_taken_back_or_somebody_elses()
    {
        await using var stage = await InterpreterWorld.OpenAsync(postgres);
        await stage.World.RunAsync("interpreter", [stage.Interpreter]);
        var id = await stage.World.Stage.QueryAsync<Guid>("SELECT id FROM documents");
        await stage.World.InterpreterAsync(9002);
        using var other = await Browser.SignedInAsync(stage.World.Stage.Server, "frei-9002@interpreter.example");
        Assert.Equal(HttpStatusCode.NotFound, (await other.TryAsync(HttpMethod.Post, $"/api/my-documents/{id}/objection", new { reason = "tax" })).Status);
        await stage.World.Coordinator.OkAsync($"/api/billing/documents/{id}/cancel", new { });
        foreach (var one in new[] { id, await stage.World.Stage.QueryAsync<Guid>("SELECT id FROM documents WHERE cancels_id IS NOT NULL") })
        {
            var late = await stage.Own.TryAsync(HttpMethod.Post, $"/api/my-documents/{one}/objection", new { reason = "tax" });
            Assert.Equal((HttpStatusCode.Conflict, "document_cancelled"), (late.Status, late.Answer.GetProperty("code").GetString()));
        }
    }

    [Fact]
    public async Task Nobody_reads_or_disputes_what_is_somebody_elses()
    {
        await using var stage = await InterpreterWorld.OpenAsync(postgres);
        await stage.World.RunAsync("interpreter", [stage.Interpreter]);
        await stage.World.RunAsync("customer", [stage.Office.Customer.Value]);
        var dispute = await stage.DisputeAsync();
        var (service, line) = await stage.FirstLineAsync();
        var customers = await stage.World.Stage.QueryAsync<Guid>("SELECT id FROM rated_services WHERE side = 'customer'");
        await stage.World.InterpreterAsync(9002);
        using var other = await Browser.SignedInAsync(stage.World.Stage.Server, "frei-9002@interpreter.example");
        Assert.Equal(0, (await other.ReadAsync("/api/my-documents")).GetArrayLength());
        foreach (var id in new[] { await stage.World.Stage.QueryAsync<Guid>("SELECT id FROM documents WHERE side = 'interpreter'"), await stage.World.Stage.QueryAsync<Guid>("SELECT id FROM documents WHERE side = 'customer'") })
        {
            using var xml = await other.GetAsync($"/api/my-documents/{id}.xml");
            using var pdf = await other.GetAsync($"/api/my-documents/{id}.pdf");
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (xml.StatusCode, pdf.StatusCode));
        }

        foreach (var (one, number) in new[] { (service, line.GetProperty("number").GetInt32()), (customers, 1) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.TryAsync(HttpMethod.Post, "/api/my-disputes", new { service = one, line = number, reason = "time", words = "Meins." })).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await other.TryAsync(HttpMethod.Post, $"/api/my-disputes/{dispute}/take-back", new { })).Status);
    }
}
