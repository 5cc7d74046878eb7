using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Interpreters;

/// <summary>A coordinator says who alone may serve a customer, and the dispatcher obeys at once.</summary>
public sealed class AllowListTests(RealPostgres postgres)
{
    [Fact]
    public async Task The_first_name_on_the_list_silences_everybody_else_at_once_and_all_are_rung_again_when_it_is_cleared()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (chosen, other) = (await stage.InterpreterAsync(), await stage.InterpreterAsync());
        var (requester, coordinator) = (await stage.RequesterAsync(), stage.BrowserOf(await stage.CoordinatorAsync()));
        await requester.RequestAsync();
        await Task.WhenAll(chosen.OfferAsync(), other.OfferAsync());

        await AllowAsync(stage, coordinator, [await IdOfAsync(stage, chosen)]);
        await other.NextAsync("OfferWithdrawn");
        Assert.Empty((await other.ResumeAsync()).Offers);
        Assert.Single((await chosen.ResumeAsync()).Offers);

        using var cleared = await coordinator.SendAsync(new(HttpMethod.Delete, Path(stage)));
        Assert.Equal(HttpStatusCode.NoContent, cleared.StatusCode);
        await other.OfferAsync();
    }

    [Fact]
    public async Task Who_is_taken_off_the_list_is_rung_no_more_and_who_is_put_on_it_is()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (first, second) = (await stage.InterpreterAsync(), await stage.InterpreterAsync());
        var (requester, coordinator) = (await stage.RequesterAsync(), stage.BrowserOf(await stage.CoordinatorAsync()));
        await AllowAsync(stage, coordinator, [await IdOfAsync(stage, first)]);
        await requester.RequestAsync();
        await first.OfferAsync();
        Assert.Empty((await second.ResumeAsync()).Offers);

        await AllowAsync(stage, coordinator, [await IdOfAsync(stage, second)]);
        await second.OfferAsync();
        using var removed = await coordinator.SendAsync(new(HttpMethod.Delete, $"{Path(stage)}/{await IdOfAsync(stage, first)}"));
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        await first.NextAsync("OfferWithdrawn");
        Assert.Equal(
            ["allowed_interpreter.added", "allowed_interpreter.added", "allowed_interpreter.removed"],
            (await stage.QueryAsync<string>("SELECT string_agg(action, ',' ORDER BY id) FROM audit_entries WHERE subject = @subject", new { subject = $"customer:{stage.Tenant.Customer.Value}" })).Split(','));
    }

    [Fact]
    public async Task The_last_name_cannot_be_taken_off_for_an_empty_list_would_let_everybody_in()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var people = new[] { await IdOfAsync(stage, await stage.InterpreterOffDutyAsync()), await IdOfAsync(stage, await stage.InterpreterOffDutyAsync()) };
        var coordinator = stage.BrowserOf(await stage.CoordinatorAsync());
        await AllowAsync(stage, coordinator, people);

        var answers = await Task.WhenAll(people.Select(person => coordinator.SendAsync(new(HttpMethod.Delete, $"{Path(stage)}/{person}"))));

        var refused = Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Conflict);
        Assert.Equal("last_allowed_interpreter", await refused.CodeAsync());
        var customer = Assert.Single(await ReadAsync(coordinator, "/api/customers"));
        Assert.Single(customer.GetProperty("allowed").EnumerateArray());
    }

    [Fact]
    public async Task Interpreters_are_found_by_a_part_of_the_name_or_number_and_nobody_unknown_is_put_on_a_list()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        await stage.InterpreterOffDutyAsync();
        var coordinator = stage.BrowserOf(await stage.CoordinatorAsync());
        Assert.Single(await ReadAsync(coordinator, "/api/interpreters?named=interPRET"));
        Assert.Single(await ReadAsync(coordinator, "/api/interpreters?named=D-00"));
        Assert.Empty(await ReadAsync(coordinator, "/api/interpreters?named=%25"));
        using var unknown = await coordinator.PostAsync(Path(stage), new { interpreters = new[] { Guid.NewGuid() } });
        Assert.Equal("not_found", await unknown.CodeAsync());
        using var nowhere = await coordinator.SendAsync(new(HttpMethod.Delete, $"/api/customers/{Guid.NewGuid()}/allowed"));
        Assert.Equal("not_found", await nowhere.CodeAsync());
    }

    private static string Path(Stage stage) => $"/api/customers/{stage.Tenant.Customer.Value}/allowed";

    private static async Task AllowAsync(Stage stage, Browser coordinator, Guid[] interpreters)
    {
        using var answer = await coordinator.PostAsync(Path(stage), new { interpreters });
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private static Task<Guid> IdOfAsync(Stage stage, HubClient interpreter) =>
        stage.QueryAsync<Guid>("SELECT interpreter_id FROM users WHERE email = @Email", new { interpreter.Email });

    private static async Task<List<JsonElement>> ReadAsync(Browser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).EnumerateArray()];
    }
}
