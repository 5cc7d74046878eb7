using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Videodolmetschen.Server.Tests.Fixtures;
using static Videodolmetschen.Server.Tests.Flows.AppointmentTests;

namespace Videodolmetschen.Server.Tests.Scheduling;

/// <summary>What cancelling costs is a property of the customer, and an appointment keeps what held when it was booked.</summary>
public sealed class CancellationContractTests(RealPostgres postgres)
{
    [Fact]
    public async Task Nobody_has_said_anything_and_the_usual_ladder_holds()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var contract = await GetAsync(stage.BrowserOf(await stage.CoordinatorAsync()), Path(stage));
        Assert.Equal("""{"version":0,"ladder":"usual","steps":[],"history":[]}""", contract.GetRawText());
    }

    [Theory]
    [InlineData("jveg", "[]", 100)]
    [InlineData("own", """[{"hours":96,"percent":20},{"hours":60,"percent":35}]""", 35)]
    [InlineData("usual", "[]", 0)]
    public async Task The_contract_decides_what_a_cancellation_costs(string ladder, string steps, int percent)
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var requester = stage.BrowserOf(await stage.RequesterAsync());
        await ChangedAsync(stage.BrowserOf(await stage.CoordinatorAsync()), stage, 0, ladder, steps);
        using var check = await requester.PostAsync("/api/appointments/check", Order(stage, days: 2));
        Assert.Equal(percent == 0, (await check.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("freeUntil").ValueKind == JsonValueKind.String);
        var id = Text(Assert.Single(await BookAsync(requester, Order(stage, days: 2))), "id");
        Assert.Equal(percent, (await GetAsync(requester, $"/api/appointments/{id}/cancellation")).GetProperty("percent").GetInt32());
        Assert.Equal(HttpStatusCode.OK, await PostAsync(requester, $"/api/appointments/{id}/cancel", new { percent }));
        Assert.Equal(percent, await stage.QueryAsync<int>("SELECT cancel_percent FROM appointments"));
    }

    [Fact]
    public async Task What_was_booked_before_keeps_its_ladder()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, coordinator) = (stage.BrowserOf(await stage.RequesterAsync()), stage.BrowserOf(await stage.CoordinatorAsync()));
        var before = Text(Assert.Single(await BookAsync(requester, Order(stage, days: 2))), "id");
        stage.Time.Advance(1);
        await ChangedAsync(coordinator, stage, 0, "jveg", "[]");
        var after = Text(Assert.Single(await BookAsync(requester, Order(stage, days: 2, minutes: 60))), "id");
        Assert.Equal((0, 100), (await PercentAsync(requester, before), await PercentAsync(requester, after)));
    }

    [Fact]
    public async Task Another_customers_contract_does_not_count()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        await ChangedAsync(stage.BrowserOf(await stage.CoordinatorAsync()), stage, 0, "jveg", "[]");
        var other = stage.BrowserOf(await stage.RequesterAsync(await stage.Server.AddTenantAsync()));
        Assert.Equal(0, await PercentAsync(other, Text(Assert.Single(await BookAsync(other, Order(stage, days: 2))), "id")));
    }

    [Fact]
    public async Task A_change_is_in_the_audit_with_before_and_after_and_a_late_one_is_told()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var coordinator = stage.BrowserOf(await stage.CoordinatorAsync());
        await ChangedAsync(coordinator, stage, 0, "own", """[{"hours":24,"percent":50}]""");
        var now = await ChangedAsync(coordinator, stage, 1, "jveg", "[]");
        Assert.Equal(["jveg", "own"], now.GetProperty("history").EnumerateArray().Select(change => Text(change, "ladder")));
        Assert.Equal("Doris Disponentin", Text(now.GetProperty("history")[0], "by"));
        Assert.Equal(
            """{"after": {"steps": [], "ladder": "jveg"}, "before": {"steps": [{"hours": 24, "percent": 50}], "ladder": "own"}, "version": 2}""",
            await stage.QueryAsync<string>("SELECT details::text FROM audit_entries WHERE action = 'cancellation_contract.changed' ORDER BY id DESC LIMIT 1"));
        using var late = await PutAsync(coordinator, Path(stage), 1, "usual", "[]");
        Assert.Equal("policy_changed_meanwhile", await late.CodeAsync());
    }

    [Fact]
    public async Task Steps_that_cannot_be_are_named_at_their_place()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var coordinator = stage.BrowserOf(await stage.CoordinatorAsync());
        using var answer = await PutAsync(coordinator, Path(stage), 0, "own", """[{"hours":24,"percent":50},{"hours":30,"percent":100}]""");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("policy_invalid", Text(problem, "code"));
        Assert.Equal("""[{"step":1,"code":"hours_out_of_order"}]""", problem.GetProperty("violations").GetRawText());
        using var unknown = await PutAsync(coordinator, $"/api/customers/{Guid.NewGuid()}/cancellation", 0, "jveg", "[]");
        Assert.Equal("not_found", await unknown.CodeAsync());
        using var invented = await PutAsync(coordinator, Path(stage), 0, "free", "[]");
        Assert.Equal("argument_invalid", await invented.CodeAsync());
    }

    private static string Path(Stage stage) => $"/api/customers/{stage.Tenant.Customer.Value}/cancellation";

    private static async Task<int> PercentAsync(Browser requester, string appointment) =>
        (await GetAsync(requester, $"/api/appointments/{appointment}/cancellation")).GetProperty("percent").GetInt32();

    private static async Task<JsonElement> ChangedAsync(Browser coordinator, Stage stage, int version, string ladder, string steps)
    {
        using var answer = await PutAsync(coordinator, Path(stage), version, ladder, steps);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static Task<HttpResponseMessage> PutAsync(Browser coordinator, string path, int version, string ladder, string steps) =>
        coordinator.PutAsync(path, new { version, ladder, steps = JsonSerializer.Deserialize<JsonElement>(steps) });
}
