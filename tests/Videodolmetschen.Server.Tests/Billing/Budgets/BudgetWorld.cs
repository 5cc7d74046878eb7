using System.Net;
using System.Text.Json;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Server.Realtime;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Billing.Budgets;

/// <summary>A clinic that pays by the minute (a conversation costs 21.75 EUR at least, an appointment of 45 minutes 65.25), and a coordinator who keeps its budgets.</summary>
internal sealed class BudgetWorld(Stage stage, Browser coordinator) : IAsyncDisposable
{
    public const decimal Talk = 21.75m;
    public const decimal Appointment = 65.25m;

    public Stage Stage => stage;

    public Browser Coordinator => coordinator;

    public Guid Clinic => stage.Tenant.Customer.Value;

    public static async Task<BudgetWorld> OpenAsync(RealPostgres postgres, string family = "per-minute", ManualTime? time = null)
    {
        var stage = time is null ? await Stage.OpenAsync(postgres) : await Stage.OpenAsync(await postgres.CreateDatabaseAsync(), time);
        var world = new BudgetWorld(stage, stage.BrowserOf(await stage.CoordinatorAsync()));
        await world.Coordinator.AssignAsync(BillingSide.Customer, family);
        return world;
    }

    public static object Order(decimal amount, Guid customer, Guid? unit = null, string name = "Klinikum", string from = "2026-01-01", string until = "2027-12-31", int[]? warnAt = null, bool stops = true) => new
    {
        customerId = customer, unitId = unit, name, from, until, amount, warnAt = warnAt ?? [80], stops, contact = "Controlling, Haus 2",
    };

    public async Task<JsonElement> BudgetAsync(decimal amount, Guid? unit = null, string name = "Klinikum", string from = "2026-01-01", string until = "2027-12-31", int[]? warnAt = null, bool stops = true)
    {
        var all = await coordinator.OkAsync("/api/budgets", Order(amount, Clinic, unit, name, from, until, warnAt, stops));
        return all.GetProperty("budgets").EnumerateArray().Single(one => one.GetProperty("name").GetString() == name);
    }

    public async Task<JsonElement> SeenAsync(string name = "Klinikum") =>
        (await coordinator.ReadAsync("/api/budgets")).GetProperty("budgets").EnumerateArray().Single(one => one.GetProperty("name").GetString() == name);

    public async Task<(decimal Used, decimal Committed)> TakenAsync(string name = "Klinikum")
    {
        var seen = await SeenAsync(name);
        return (seen.GetProperty("used").GetDecimal(), seen.GetProperty("committed").GetDecimal());
    }

    /// <summary>A conversation of 25 seconds, rated or not.</summary>
    public async Task TalkAsync(HubClient requester, HubClient interpreter, bool rated = true)
    {
        var session = await requester.ConnectWithAsync(interpreter);
        stage.Time.Advance(25);
        await requester.EndAsync(session.Id);
        await interpreter.InvokeAsync("EndWrapUp");
        if (rated)
        {
            await stage.RateAsync();
        }

        Forget();
    }

    /// <summary>What is kept at hand is older than it may be.</summary>
    public void Forget() => stage.Time.Advance(6);

    /// <summary>The code of the refusal, or null.</summary>
    public static async Task<string?> PressAsync(HubClient requester, bool emergency = false, Guid? key = null)
    {
        try
        {
            await requester.InvokeAsync<RequestView>("RequestInterpreter", new
            {
                key = key ?? Guid.NewGuid(), language = "kmr", field = "health", modality = "video", emergency, requirements = Array.Empty<object>(), wishes = Array.Empty<object>(),
                relatedAllowed = false, ownReference = (string?)null,
            });
            return null;
        }
        catch (HubFailureException refused)
        {
            return refused.Code;
        }
    }

    public static async Task<JsonElement> NoteAsync(Browser requester) =>
        (await requester.ReadAsync("/api/price?language=kmr&modality=video")).GetProperty("budget");

    /// <summary>The code of the refusal, or null.</summary>
    public static async Task<string?> BookAsync(Browser browser, object order)
    {
        using var answer = await browser.PostAsync("/api/appointments", order);
        return answer.StatusCode == HttpStatusCode.OK ? null : await answer.CodeAsync();
    }

    public async ValueTask DisposeAsync() => await stage.DisposeAsync();
}
