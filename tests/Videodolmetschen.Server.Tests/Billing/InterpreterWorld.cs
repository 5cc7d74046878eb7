using System.Text.Json;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Billing;

/// <summary>One interpreter who is signed in, with all that a Gutschrift asks for, and one office.</summary>
internal sealed record InterpreterWorld(BillingWorld World, Tenant Office, Guid Interpreter, Browser Own) : IAsyncDisposable
{
    public string Month => World.Today[..7];

    /// <param name="treatment">Null where nothing is on record.</param>
    public static async Task<InterpreterWorld> OpenAsync(RealPostgres postgres, string? treatment = "standard", int conversations = 1)
    {
        var world = await BillingWorld.OpenAsync(postgres);
        var (office, interpreter) = (await world.CustomerAsync("Amt"), await world.InterpreterAsync());
        await world.PutAsync($"/api/billing/interpreters/{interpreter}", BillingWorld.Freelancer());
        if (treatment is not null)
        {
            await world.Coordinator.OkAsync($"/api/billing/interpreters/{interpreter}/agreement", new { agreed = true, since = "2026-01-01" });
            await world.Coordinator.OkAsync($"/api/billing/interpreters/{interpreter}/vat", new { validFrom = "2026-01-01", treatment });
        }

        if (conversations > 0)
        {
            await world.TalkedAsync(office, interpreter, conversations);
        }

        return new InterpreterWorld(world, office, interpreter, await Browser.SignedInAsync(world.Stage.Server, "frei-9001@interpreter.example"));
    }

    public Task<JsonElement> EarningsAsync() => Own.ReadAsync($"/api/my-earnings?month={Month}");

    /// <summary>The first line of the first service.</summary>
    public async Task<(Guid Service, JsonElement Line)> FirstLineAsync()
    {
        var service = (await EarningsAsync()).GetProperty("services")[0];
        return (service.GetProperty("id").GetGuid(), service.GetProperty("lines")[0]);
    }

    public async Task<Guid> DisputeAsync(string reason = "time", string words = "Es waren zwanzig Minuten.")
    {
        var (service, line) = await FirstLineAsync();
        return (await Own.OkAsync("/api/my-disputes", new { service, line = line.GetProperty("number").GetInt32(), reason, words })).GetProperty("id").GetGuid();
    }

    public Task<JsonElement> PreviewAsync() => World.Coordinator.OkAsync("/api/billing/preview", World.Order("interpreter", []));

    public async Task<IReadOnlyList<string?>> FindingsAsync() =>
        [.. (await PreviewAsync()).GetProperty("parties")[0].GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("code").GetString())];

    public Task<(System.Net.HttpStatusCode Status, JsonElement Answer)> TryAcceptAsync(Guid dispute, object order) =>
        World.Coordinator.TryAsync(HttpMethod.Post, $"/api/billing/disputes/{dispute}/accept", order);

    /// <summary>As if a Gutschrift of so much had been issued in that year.</summary>
    public Task PlantTurnoverAsync(int year, decimal net) => World.Stage.Server.ExecuteAsStaffAsync(
        """
        INSERT INTO number_series (series, year, last) VALUES ('GS', @year, 1) ON CONFLICT (series, year) DO UPDATE SET last = number_series.last + 1;
        INSERT INTO documents (id, kind, series, year, serial, number, side, interpreter_id, issued_on, from_day, until_day, net, tax, gross, specification, source, xml, pdf, hash, position, link, issued_by, issued_at)
        SELECT gen_random_uuid(), 'self_billed', 'GS', @year, n.last, 'GS-' || @year || '-' || n.last, 'interpreter', @Interpreter, make_date(@year, 2, 1), make_date(@year, 1, 1), make_date(@year, 1, 31),
          @net, 0, @net, '', '{}', '', '', encode(sha256(''), 'hex'), 1 + coalesce((SELECT max(position) FROM documents), 0), encode(sha256(''), 'hex'), (SELECT id FROM users LIMIT 1), now()
        FROM number_series n
        WHERE n.series = 'GS'
          AND n.year = @year
        """,
        new { year, net, Interpreter });

    public async ValueTask DisposeAsync()
    {
        Own.Dispose();
        await World.DisposeAsync();
    }
}
