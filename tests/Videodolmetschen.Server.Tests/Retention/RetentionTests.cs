using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Videodolmetschen.Domain.Retention;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Retention;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Retention;

/// <summary>What is due is forgotten, nothing else, and it can be proved.</summary>
public sealed class RetentionTests(RealPostgres postgres)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static TheoryData<RetentionKind> Kinds => [.. Enum.GetValues<RetentionKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_due_goes_what_is_not_stays_and_a_second_run_changes_nothing(RetentionKind kind)
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var past = await PlantedPast.OpenAsync(stage);
        var before = RetentionClass.Of(kind).Term.DueBefore(stage.Time.GetUtcNow());
        await past.PlantAsync(kind, before + Minute);
        await RunAsync(stage, kind);
        Assert.Equal(1, await past.LeftAsync(kind));

        await past.PlantAsync(kind, before - Minute);
        await RunAsync(stage, kind);
        Assert.Equal(1, await past.LeftAsync(kind));
        await RunAsync(stage, kind);
        Assert.Equal(1, await past.LeftAsync(kind));
        Assert.Equal("0,1,0", await CountedAsync(stage, kind));
        Assert.Equal(before - Minute, await stage.QueryAsync<DateTimeOffset>("SELECT oldest FROM retention_proofs WHERE kind = @kind AND counted = 1", Named(kind)));
    }

    /// <summary>Classes whose period is in days: the same row, before and after the clock has gone on.</summary>
    [Theory]
    [InlineData(RetentionKind.IllnessAbsences)]
    [InlineData(RetentionKind.SignIns)]
    [InlineData(RetentionKind.Notices)]
    [InlineData(RetentionKind.RequestReferences)]
    public async Task The_clock_decides(RetentionKind kind)
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var past = await PlantedPast.OpenAsync(stage);
        await past.PlantAsync(kind, RetentionClass.Of(kind).Term.DueBefore(stage.Time.GetUtcNow()) + Minute);
        await RunAsync(stage, kind);
        Assert.Equal(1, await past.LeftAsync(kind));
        stage.Time.Advance(120);
        await RunAsync(stage, kind);
        Assert.Equal(0, await past.LeftAsync(kind));
    }

    [Fact]
    public async Task With_a_conversation_goes_all_that_hangs_on_it_also_the_search_for_a_relief()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var past = await PlantedPast.OpenAsync(stage);
        var due = RetentionClass.Of(RetentionKind.Conversations).Term.DueBefore(stage.Time.GetUtcNow()) - Minute;
        await past.PlantAsync(RetentionKind.Conversations, due);
        await stage.Server.ExecuteAsStaffAsync(
            """
            INSERT INTO requests (id, key, customer_id, unit_id, requester_id, language, field, modality, priority, needs_section_203, requirements, wishes,
              related_allowed, requested_at, state, ended_at, relief_for)
            SELECT gen_random_uuid(), gen_random_uuid(), customer_id, unit_id, requester_id, language, field, modality, priority, needs_section_203, requirements, wishes,
              related_allowed, requested_at, state, ended_at, id
            FROM requests;
            INSERT INTO handled_feedback (feedback_id, handled_at, handled_by) SELECT id, given_at, @Requester FROM session_feedback
            """,
            new { past.Requester });
        await stage.Server.RunJobAsync("forget-what-is-due");
        Assert.Equal(0, await stage.QueryAsync<int>(
            """
            SELECT (SELECT count(*) FROM requests) + (SELECT count(*) FROM sessions) + (SELECT count(*) FROM session_stints) + (SELECT count(*) FROM offers)
              + (SELECT count(*) FROM guests) + (SELECT count(*) FROM session_feedback) + (SELECT count(*) FROM handled_feedback)
            """));
        Assert.Equal("2", await CountedAsync(stage, RetentionKind.Conversations));
    }

    [Fact]
    public async Task An_appointment_that_became_a_call_goes_with_its_facts_the_night_after_its_conversation()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var past = await PlantedPast.OpenAsync(stage);
        var due = RetentionClass.Of(RetentionKind.Appointments).Term.DueBefore(stage.Time.GetUtcNow()) - Minute;
        await past.PlantAsync(RetentionKind.Appointments, due);
        await stage.Server.ExecuteAsStaffAsync(
            """
            INSERT INTO requests (id, key, customer_id, unit_id, requester_id, language, field, modality, priority, needs_section_203, requirements, wishes,
              related_allowed, requested_at, state, ended_at, appointment_id, promised_interpreter_id, promised_until)
            SELECT id, key, customer_id, unit_id, requester_id, language, field, modality, priority, needs_section_203, requirements, wishes,
              false, starts_at, 'fulfilled', ended_at, id, interpreter_id, ends_at
            FROM appointments;
            INSERT INTO appointment_facts (appointment_id, interpreter_id, outcome, starts_at, ends_at, talked_from, talked_until, counted_seconds, interpreter_late_seconds,
              customer_late_seconds, halved_delay_seconds, overrun_seconds, slot_is_billed, recorded_at)
            SELECT id, interpreter_id, 'held', starts_at, ends_at, starts_at, ends_at, 3600, 0, 0, 0, 0, true, ends_at
            FROM appointments
            """);
        await stage.Server.RunJobAsync("forget-what-is-due");
        Assert.Equal((0, 1), (await past.LeftAsync(RetentionKind.Conversations), await past.LeftAsync(RetentionKind.Appointments)));
        await stage.Server.RunJobAsync("forget-what-is-due");
        Assert.Equal((0, 0), (await past.LeftAsync(RetentionKind.Appointments), await stage.QueryAsync<int>("SELECT count(*) FROM appointment_facts")));
    }

    [Theory]
    [InlineData("customer", RetentionKind.Conversations)]
    [InlineData("customer", RetentionKind.Appointments)]
    [InlineData("customer", RetentionKind.Notices)]
    [InlineData("interpreter", RetentionKind.IllnessAbsences)]
    [InlineData("interpreter", RetentionKind.Conversations)]
    [InlineData("kind", RetentionKind.SignIns)]
    [InlineData("customer", RetentionKind.DisputeWords)]
    [InlineData("interpreter", RetentionKind.ObjectionWords)]
    public async Task A_hold_stops_it_until_it_is_lifted(string what, RetentionKind kind)
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var past = await PlantedPast.OpenAsync(stage);
        var administrator = stage.BrowserOf(await stage.CoordinatorAsync(Roles.Administrator));
        await past.PlantAsync(kind, RetentionClass.Of(kind).Term.DueBefore(stage.Time.GetUtcNow()) - Minute);
        await SetAsync(administrator, what switch
        {
            "customer" => new { customerId = stage.Tenant.Customer.Value, reason = "litigation" },
            "interpreter" => new { interpreterId = past.Interpreter, reason = "complaint" },
            _ => new { kind = SnakeCase.Of(kind), reason = "tax_audit" },
        });
        var held = (await ReadAsync(administrator)).GetProperty("classes").EnumerateArray().Single(one => one.GetProperty("kind").GetString() == SnakeCase.Of(kind));
        Assert.Equal((0, 1), (held.GetProperty("due").GetInt32(), held.GetProperty("held").GetInt32()));
        await RunAsync(stage, kind);
        Assert.Equal(1, await past.LeftAsync(kind));

        var hold = Assert.Single((await ReadAsync(administrator)).GetProperty("holds").EnumerateArray()).GetProperty("id").GetGuid();
        using var lifted = await administrator.SendAsync(new(HttpMethod.Delete, $"/api/retention/holds/{hold}"));
        Assert.Equal(HttpStatusCode.NoContent, lifted.StatusCode);
        await RunAsync(stage, kind);
        Assert.Equal(0, await past.LeftAsync(kind));
        Assert.Equal("legal_hold.set,legal_hold.lifted", await stage.QueryAsync<string>("SELECT string_agg(action, ',' ORDER BY id) FROM audit_entries WHERE subject = @subject", new { subject = $"legal_hold:{hold}" }));
    }

    [Fact]
    public async Task A_run_that_was_killed_has_proof_of_what_it_did_and_the_next_goes_on()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var past = await PlantedPast.OpenAsync(stage);
        var (now, kind) = (stage.Time.GetUtcNow(), RetentionKind.OwnAbsences);
        await past.PlantAsync(kind, now.AddDays(-100), count: 7);
        // Killed after its first batch.
        await stage.Server.Services.GetRequiredService<RetentionStore>().ForgetAsync(Guid.CreateVersion7(), kind, (now, now.AddDays(-90)), 3, TestContext.Current.CancellationToken);
        Assert.Equal(("3", 4), (await CountedAsync(stage, kind), await past.LeftAsync(kind)));
        await RunAsync(stage, kind);
        Assert.Equal(("3,4", 0), (await CountedAsync(stage, kind), await past.LeftAsync(kind)));
    }

    [Fact]
    public async Task Whatever_the_program_says_the_database_lets_nothing_younger_go()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var past = await PlantedPast.OpenAsync(stage);
        await past.PlantAsync(RetentionKind.Conversations, stage.Time.GetUtcNow().AddYears(-7));
        await past.PlantAsync(RetentionKind.Appointments, stage.Time.GetUtcNow().AddYears(-7));
        await past.PlantAsync(RetentionKind.Notices, stage.Time.GetUtcNow().AddDays(-30));
        foreach (var table in new[] { "sessions", "offers", "requests", "appointments", "mails" })
        {
            await stage.Server.ExecuteAsStaffAsync($"DELETE FROM {table}");
            Assert.Equal(1, await stage.QueryAsync<int>($"SELECT count(*) FROM {table}"));
        }
    }

    [Fact]
    public async Task An_ended_row_stays_final_but_for_the_own_reference()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var past = await PlantedPast.OpenAsync(stage);
        await past.PlantAsync(RetentionKind.RequestReferences, stage.Time.GetUtcNow().AddDays(-1));
        await past.PlantAsync(RetentionKind.AppointmentReferences, stage.Time.GetUtcNow().AddDays(-1));
        foreach (var change in new[] { "requests SET own_reference = 'AZ 2'", "requests SET own_reference = NULL, field = 'social'", "appointments SET own_reference = 'AZ 2'", "appointments SET modality = 'audio'" })
        {
            await Assert.ThrowsAnyAsync<Exception>(() => stage.Server.ExecuteAsStaffAsync("UPDATE " + change));
        }
    }

    /// <summary>Six years: what was decided stays for good, and what was said until then.</summary>
    [Fact]
    public async Task Of_a_dispute_only_the_words_go_and_not_before_they_are_due()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var past = await PlantedPast.OpenAsync(stage);
        foreach (var (kind, table) in (List<(RetentionKind, string)>)[(RetentionKind.DisputeWords, "line_disputes SET words = NULL, answer = NULL"), (RetentionKind.ObjectionWords, "document_objections SET words = NULL")])
        {
            await past.PlantAsync(kind, stage.Time.GetUtcNow().AddYears(-5));
            await Assert.ThrowsAsync<Npgsql.PostgresException>(() => stage.Server.ExecuteAsStaffAsync("UPDATE " + table));
            await past.PlantAsync(kind, stage.Time.GetUtcNow().AddYears(-8));
            await RunAsync(stage, kind);
            Assert.Equal(1, await past.LeftAsync(kind));
        }

        Assert.Equal(("rejected time", "services"), await stage.QueryAsync<(string, string)>(
            "SELECT (SELECT state || ' ' || reason FROM line_disputes WHERE words IS NULL), (SELECT reason FROM document_objections WHERE words IS NULL)"));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => stage.Server.ExecuteAsStaffAsync("UPDATE line_disputes SET reason = 'price' WHERE words IS NULL"));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => stage.Server.ExecuteAsStaffAsync("UPDATE document_objections SET words = 'anders' WHERE words IS NULL"));
    }

    [Theory]
    [InlineData("""{"reason":"litigation"}""")]
    [InlineData("""{"kind":"everything","reason":"litigation"}""")]
    [InlineData("""{"kind":"letters","reason":"because"}""")]
    [InlineData("""{"kind":"letters","customerId":"019ad000-0000-7000-8000-000000000000","reason":"litigation"}""")]
    public async Task What_is_no_hold_is_refused(string body)
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var administrator = stage.BrowserOf(await stage.CoordinatorAsync(Roles.Administrator));
        using var answer = await administrator.PostAsync("/api/retention/holds", JsonSerializer.Deserialize<JsonElement>(body));
        Assert.Equal("argument_invalid", await answer.CodeAsync());
    }

    private static async Task RunAsync(Stage stage, RetentionKind kind) =>
        await stage.Server.RunJobAsync(kind == RetentionKind.JobRuns ? "forget-job-runs" : "forget-what-is-due");

    private static object Named(RetentionKind kind) => new { kind = SnakeCase.Of(kind) };

    private static Task<string> CountedAsync(Stage stage, RetentionKind kind) =>
        stage.QueryAsync<string>("SELECT string_agg(counted::text, ',' ORDER BY at, run) FROM retention_proofs WHERE kind = @kind", Named(kind));

    private static async Task SetAsync(Browser administrator, object hold)
    {
        using var answer = await administrator.PostAsync("/api/retention/holds", hold);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private static async Task<JsonElement> ReadAsync(Browser administrator)
    {
        using var answer = await administrator.GetAsync("/api/retention");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
