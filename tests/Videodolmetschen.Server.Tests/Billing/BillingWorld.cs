using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Billing;

/// <summary>A stage on which something was rated: conversations planted as the dispatcher would have left them, for as many customers and interpreters as a story needs.</summary>
internal sealed class BillingWorld(Stage stage, Browser coordinator) : IAsyncDisposable
{
    public const string Leitweg = "16901101-0001-78";

    public Stage Stage => stage;

    public Browser Coordinator => coordinator;

    public string Today { get; } = stage.Time.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static async Task<BillingWorld> OpenAsync(RealPostgres postgres)
    {
        var stage = await Stage.OpenAsync(postgres);
        var world = new BillingWorld(stage, stage.BrowserOf(await stage.CoordinatorAsync()));
        await world.Coordinator.AssignAsync(BillingSide.Customer, "per-minute");
        await world.Coordinator.AssignAsync(BillingSide.Interpreter, "interpreter-per-minute");
        await world.PutAsync("/api/billing/issuer", Issuer());
        return world;
    }

    public static object Issuer() => new
    {
        name = "Sprachbrücke Lindenfurt GmbH", street = "Marktplatz 3", postCode = "99999", city = "Lindenfurt", country = "DE", vatId = "DE136695976", number = "K-4711",
        email = "rechnung@sprachbruecke.example", phone = "03601 4711-0", contactName = "Doris Disponentin", iban = "DE02120300000000202051", paymentDays = 30,
    };

    public static object Office(string name = "Stadt Lindenfurt") => new
    {
        name, street = "Rathausplatz 1", postCode = "99999", city = "Lindenfurt", country = "DE", leitwegId = Leitweg, email = "rechnung@lindenfurt.example", paymentDays = 30,
    };

    public static object Freelancer(string name = "Ina Interpretin") => new
    {
        name, street = "Gartenweg 5", postCode = "99998", city = "Weinbergen", country = "DE", taxNumber = "156/141/00123", number = "D-0001", email = "ina@interpreter.example",
        phone = "0170 1234567", contactName = name, iban = "DE02120300000000202051", paymentDays = 14,
    };

    /// <summary>A customer with data for invoices.</summary>
    public async Task<Tenant> CustomerAsync(string name)
    {
        var tenant = await stage.Server.AddTenantAsync(name, "authority");
        await PutAsync($"/api/billing/customers/{tenant.Customer.Value}", Office(name));
        return tenant;
    }

    /// <summary>So many conversations of a minute today, or long ago, rated for both sides.</summary>
    public async Task TalkedAsync(Tenant tenant, Guid interpreter, int conversations = 1, DateTimeOffset? at = null)
    {
        var requester = Guid.CreateVersion7();
        await stage.Server.ExecuteAsStaffAsync(
            """
            INSERT INTO users (id, user_name, normalized_user_name, email, normalized_email, security_stamp, concurrency_stamp, display_name, customer_id, unit_id)
            VALUES (@requester, @requester::text, @requester::text, @requester::text, @requester::text, '', '', 'KANARIE Anna', @customer, @unit);
            WITH made AS (
              INSERT INTO requests (id, key, customer_id, unit_id, requester_id, language, field, modality, priority, needs_section_203, requirements, wishes, related_allowed, own_reference, requested_at, state, ended_at)
              SELECT gen_random_uuid(), gen_random_uuid(), @customer, @unit, @requester, 'kmr', 'health', 'video', 'normal', false, '[]', '[]', false, 'KANARIE Akte', @at, 'fulfilled', @at
              FROM generate_series(1, @conversations)
              RETURNING id),
            talks AS (
              INSERT INTO sessions (id, request_id, interpreter_id, requester_id, customer_id, language, modality, state, end_reason, created_at, started_at, ended_at, counted_seconds, billable_seconds)
              SELECT gen_random_uuid(), id, @interpreter, @requester, @customer, 'kmr', 'video', 'ended', 'hang_up_requester', @at, @at, @at + interval '60 seconds', 60, 60
              FROM made
              RETURNING id)
            INSERT INTO session_stints (id, session_id, interpreter_id, customer_id, number, state, joined_at, took_over_at, left_at, seconds_before, billable_seconds)
            SELECT gen_random_uuid(), id, @interpreter, @customer, 1, 'left', @at, @at, @at + interval '60 seconds', 0, 60
            FROM talks
            """,
            new { requester, customer = tenant.Customer.Value, unit = tenant.Unit.Value, interpreter, conversations, at = at ?? stage.Time.GetUtcNow() });
        await stage.RateAsync();
    }

    public async Task<Guid> InterpreterAsync(int number = 9001) => (await stage.Server.AddInterpreterAsync($"frei-{number}@interpreter.example", number)).Value;

    public async Task PutAsync(string path, object body)
    {
        using var answer = await coordinator.PutAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    public object Order(string side, IEnumerable<Guid> parties, Guid? key = null, string? from = null) => new { key = key ?? Guid.NewGuid(), side, from = from ?? Today, until = Today, parties };

    /// <summary>From the press until nothing is left.</summary>
    public async Task<System.Text.Json.JsonElement> RunAsync(string side, IEnumerable<Guid> parties, string? from = null)
    {
        var run = await coordinator.OkAsync("/api/billing/runs", Order(side, parties, from: from));
        while (run.GetProperty("run").GetProperty("state").GetString() == "issuing")
        {
            run = await coordinator.OkAsync($"/api/billing/runs/{run.GetProperty("run").GetProperty("id").GetGuid()}/continue", new { });
        }

        return run;
    }

    public Task<string?> DocumentsAsync() => stage.QueryAsync<string?>("SELECT string_agg(concat_ws(' ', number, kind, net, tax, gross), E'\n' ORDER BY position) FROM documents");

    public ValueTask DisposeAsync() => stage.DisposeAsync();
}
