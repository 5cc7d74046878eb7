using System.Net;
using System.Text.Json;
using Npgsql;
using Videodolmetschen.Server.Tests.Billing.Budgets;
using Videodolmetschen.Server.Tests.Fixtures;
using Videodolmetschen.Server.Tests.Reporting;

namespace Videodolmetschen.Server.Tests.Billing;

/// <summary>Somebody says that a line is wrong: held back, answered once, corrected by a further line, and never silently.</summary>
public sealed class DisputeTests(RealPostgres postgres)
{
    [Fact]
    public async Task A_disputed_service_is_held_back_and_the_preview_says_so()
    {
        await using var stage = await InterpreterWorld.OpenAsync(postgres, conversations: 2);
        await stage.DisputeAsync();
        var party = (await stage.PreviewAsync()).GetProperty("parties")[0];
        Assert.Equal((1, 14.25m, 1, 14.25m), (party.GetProperty("services").GetInt32(), party.GetProperty("net").GetDecimal(), party.GetProperty("disputed").GetInt32(), party.GetProperty("disputedNet").GetDecimal()));
        var finding = Assert.Single(party.GetProperty("findings").EnumerateArray(), one => one.GetProperty("code").GetString() == "disputed_lines");
        Assert.False(finding.GetProperty("blocks").GetBoolean());
        await stage.World.RunAsync("interpreter", [stage.Interpreter]);
        Assert.Equal($"GS-{stage.World.Today[..4]}-00001 self_billed 14.25 2.71 16.96", await stage.World.DocumentsAsync());
    }

    [Fact]
    public async Task Staff_who_tick_it_in_bill_it_all_the_same()
    {
        await using var stage = await InterpreterWorld.OpenAsync(postgres);
        await stage.DisputeAsync();
        var run = await stage.World.Coordinator.OkAsync("/api/billing/runs", new
        {
            key = Guid.NewGuid(), side = "interpreter", from = stage.World.Today, until = stage.World.Today, parties = new[] { stage.Interpreter }, withDisputed = new[] { stage.Interpreter },
        });
        await stage.World.Coordinator.OkAsync($"/api/billing/runs/{run.GetProperty("run").GetProperty("id").GetGuid()}/continue", new { });
        Assert.Equal($"GS-{stage.World.Today[..4]}-00001 self_billed 14.25 2.71 16.96", await stage.World.DocumentsAsync());
    }

    [Fact]
    public async Task An_accepted_dispute_adds_a_line_and_its_words_go_nowhere()
    {
        await using var stage = await InterpreterWorld.OpenAsync(postgres);
        var dispute = await stage.DisputeAsync(words: "KANARIE: es waren zwanzig Minuten.");
        var listed = Assert.Single((await stage.World.Coordinator.ReadAsync("/api/billing/disputes")).GetProperty("disputes").EnumerateArray());
        Assert.Equal(("time", "KANARIE: es waren zwanzig Minuten.", "open", false), (listed.GetProperty("reason").GetString(), listed.GetProperty("words").GetString(), listed.GetProperty("state").GetString(), listed.GetProperty("isOverdue").GetBoolean()));
        Assert.Equal(HttpStatusCode.BadRequest, (await stage.TryAcceptAsync(dispute, new { change = -14.26m, words = "Zu viel." })).Status);
        await stage.World.Coordinator.OkAsync($"/api/billing/disputes/{dispute}/accept", new { change = 4.75m, words = "KANARIE: Sie haben recht." });

        var service = (await stage.EarningsAsync()).GetProperty("services")[0];
        Assert.Equal(19.00m, service.GetProperty("net").GetDecimal());
        Assert.Equal("Nachtrag von 4,75 EUR nach einem Einwand (Zeit).", service.GetProperty("lines")[1].GetProperty("explanation").GetString());
        var seen = service.GetProperty("lines")[0].GetProperty("dispute");
        Assert.Equal(("accepted", "KANARIE: Sie haben recht."), (seen.GetProperty("state").GetString(), seen.GetProperty("answer").GetString()));
        await stage.World.RunAsync("interpreter", [stage.Interpreter]);
        Assert.Equal($"GS-{stage.World.Today[..4]}-00001 self_billed 19.00 3.61 22.61", await stage.World.DocumentsAsync());
        Assert.Equal(0, await stage.World.Stage.QueryAsync<int>("SELECT count(*)::int FROM documents WHERE source::text ILIKE '%kanarie%' OR convert_from(xml, 'UTF8') ILIKE '%kanarie%'"));
        Assert.Equal(0, await stage.World.Stage.QueryAsync<int>("SELECT count(*)::int FROM mails WHERE body_text ILIKE '%kanarie%'"));
        Assert.Equal("Ihr Einwand wurde angenommen", await stage.World.Stage.QueryAsync<string>("SELECT subject FROM mails WHERE kind = 'dispute_answered'"));
    }

    [Fact]
    public async Task What_stands_on_a_document_is_taken_back_with_the_answer_and_billed_anew()
    {
        await using var stage = await InterpreterWorld.OpenAsync(postgres, conversations: 2);
        await stage.World.RunAsync("interpreter", [stage.Interpreter]);
        var (dispute, year) = (await stage.DisputeAsync("not_held"), stage.World.Today[..4]);
        // Whoever answers must have seen what goes with it.
        var refused = await stage.TryAcceptAsync(dispute, new { withdraw = true, words = "Stimmt." });
        Assert.Equal((HttpStatusCode.Conflict, "disputed_line_billed"), (refused.Status, refused.Answer.GetProperty("code").GetString()));
        await stage.World.Coordinator.OkAsync($"/api/billing/disputes/{dispute}/accept", new { withdraw = true, cancels = $"GS-{year}-00001", words = "Stimmt." });
        await stage.World.RunAsync("interpreter", [stage.Interpreter]);
        Assert.Equal(
            string.Join('\n', $"GS-{year}-00001 self_billed 28.50 5.42 33.92", $"ST-{year}-00001 self_billed_cancellation 28.50 5.42 33.92", $"GS-{year}-00002 self_billed 14.25 2.71 16.96"),
            await stage.World.DocumentsAsync());
        Assert.Equal(14.25m, (await stage.EarningsAsync()).GetProperty("net").GetDecimal());
        Assert.Equal(
            ["document_cancelled", "document_issued", "document_issued"],
            (await stage.World.Stage.QueryAsync<string[]>("SELECT array_agg(kind) FROM mails WHERE kind LIKE 'document%'")).Order());
    }

    [Fact]
    public async Task One_is_open_about_a_line_and_answered_once()
    {
        await using var stage = await InterpreterWorld.OpenAsync(postgres);
        var dispute = await stage.DisputeAsync();
        var (service, _) = await stage.FirstLineAsync();
        var again = await stage.Own.TryAsync(HttpMethod.Post, "/api/my-disputes", new { service, line = 1, reason = "price", words = "Und der Preis." });
        Assert.Equal((HttpStatusCode.Conflict, "line_disputed"), (again.Status, again.Answer.GetProperty("code").GetString()));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => stage.TryAcceptAsync(dispute, new { change = 1m, words = "Ja." }).ContinueWith(_ => { }, TaskScheduler.Default)));
        Assert.Equal(15.25m, (await stage.EarningsAsync()).GetProperty("net").GetDecimal());
        foreach (var step in (string[])["reject", "take-back", "accept"])
        {
            var late = await stage.World.Coordinator.TryAsync(HttpMethod.Post, $"/api/billing/disputes/{dispute}/{step}", new { words = "Nein.", change = 2m });
            Assert.Equal((HttpStatusCode.Conflict, "dispute_over"), (late.Status, late.Answer.GetProperty("code").GetString()));
        }

        var refused = await Assert.ThrowsAsync<PostgresException>(() => stage.World.Stage.Server.ExecuteAsStaffAsync("UPDATE line_disputes SET state = 'rejected', answer = 'doch nicht', correction_number = NULL"));
        Assert.Equal(PostgresErrorCodes.IntegrityConstraintViolation, refused.SqlState);
        // Whoever finds the answer wrong raises another one.
        Assert.NotEqual(dispute, await stage.DisputeAsync());
    }

    [Fact]
    public async Task Taken_back_or_rejected_it_holds_nothing_back()
    {
        await using var stage = await InterpreterWorld.OpenAsync(postgres);
        await stage.Own.OkAsync($"/api/my-disputes/{await stage.DisputeAsync()}/take-back", new { });
        Assert.DoesNotContain("disputed_lines", await stage.FindingsAsync());
        var second = await stage.DisputeAsync();
        Assert.Contains("disputed_lines", await stage.FindingsAsync());
        await stage.World.Coordinator.OkAsync($"/api/billing/disputes/{second}/reject", new { words = "Die Uhr lief bis 09:15." });
        Assert.DoesNotContain("disputed_lines", await stage.FindingsAsync());
        var line = (await stage.FirstLineAsync()).Line;
        Assert.Equal("Die Uhr lief bis 09:15.", line.GetProperty("dispute").GetProperty("answer").GetString());
    }

    [Fact]
    public async Task Whoever_waits_too_long_is_counted()
    {
        await using var stage = await InterpreterWorld.OpenAsync(postgres);
        await stage.World.TalkedAsync(stage.Office, stage.Interpreter);
        await stage.DisputeAsync();
        await stage.World.Stage.Server.ExecuteAsStaffAsync(
            """
            INSERT INTO line_disputes (id, service_id, line_number, reason, words, raised_by, raised_at, answer_by)
            SELECT gen_random_uuid(), l.service_id, l.number, 'time', 'Längst.', d.raised_by, d.raised_at - interval '40 days', (d.raised_at AT TIME ZONE 'Europe/Berlin')::date - 1
            FROM line_disputes d, billing_lines l
            JOIN rated_services s ON s.id = l.service_id
            WHERE s.side = 'interpreter'
              AND NOT EXISTS (SELECT FROM line_disputes o WHERE o.service_id = l.service_id)
            """);
        var list = await stage.World.Coordinator.ReadAsync("/api/billing/disputes");
        Assert.Equal((2, 1), (list.GetProperty("open").GetInt32(), list.GetProperty("overdue").GetInt32()));
        Assert.Equal([true, false], list.GetProperty("disputes").EnumerateArray().Select(one => one.GetProperty("isOverdue").GetBoolean()));
    }

    [Fact]
    public async Task A_customer_on_the_telephone_reads_out_number_and_position()
    {
        await using var stage = await InterpreterWorld.OpenAsync(postgres);
        await stage.World.RunAsync("customer", [stage.Office.Customer.Value]);
        var number = $"RE-{stage.World.Today[..4]}-00001";
        Assert.Equal(HttpStatusCode.NotFound, (await stage.World.Coordinator.TryAsync(HttpMethod.Post, "/api/billing/disputes", new { document = number, position = 2, reason = "price", words = "Anruf" })).Status);
        var dispute = (await stage.World.Coordinator.OkAsync("/api/billing/disputes", new { document = number, position = 1, reason = "price", words = "Anruf vom 3. 11." })).GetProperty("id").GetGuid();
        var row = (await stage.World.Coordinator.ReadAsync("/api/billing/disputes")).GetProperty("disputes")[0];
        Assert.Equal(("customer", "Amt", number), (row.GetProperty("side").GetString(), row.GetProperty("party").GetString(), row.GetProperty("document").GetString()));
        await stage.World.Coordinator.OkAsync($"/api/billing/disputes/{dispute}/accept", new { change = -1.75m, cancels = number, words = "Nachlass." });
        await stage.World.RunAsync("customer", [stage.Office.Customer.Value]);
        Assert.EndsWith($"RE-{stage.World.Today[..4]}-00002 invoice 20.00 3.80 23.80", await stage.World.DocumentsAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await stage.World.Stage.QueryAsync<int>("SELECT count(*)::int FROM mails"));
    }

    [Fact]
    public async Task What_was_agreed_counts_in_reports_and_budgets()
    {
        await using var stage = await InterpreterWorld.OpenAsync(postgres, conversations: 2);
        var (world, number) = (stage.World, $"RE-{stage.World.Today[..4]}-00001");
        await world.Coordinator.OkAsync("/api/budgets", BudgetWorld.Order(1000m, stage.Office.Customer.Value));
        await world.RunAsync("customer", [stage.Office.Customer.Value]);
        var discount = (await world.Coordinator.OkAsync("/api/billing/disputes", new { document = number, position = 1, reason = "price", words = "Anruf." })).GetProperty("id").GetGuid();
        await world.Coordinator.OkAsync($"/api/billing/disputes/{discount}/accept", new { change = -1.75m, cancels = number, words = "Nachlass." });
        await world.Coordinator.OkAsync($"/api/billing/disputes/{await stage.DisputeAsync("not_held")}/accept", new { withdraw = true, words = "Stimmt." });
        await world.SumAsync();
        Assert.Equal((41.75m, 14.25m), await world.Stage.QueryAsync<(decimal, decimal)>("SELECT (SELECT sum(net) FROM report_usage), (SELECT sum(earned) FROM report_interpreters)"));
        Assert.Equal(41.75m, (await world.Coordinator.ReadAsync("/api/budgets")).GetProperty("budgets")[0].GetProperty("used").GetDecimal());
    }
}
