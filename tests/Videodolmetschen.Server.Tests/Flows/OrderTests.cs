using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Server.Realtime;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Flows;

/// <summary>What a requester may ask for.</summary>
public sealed class OrderTests(SharedStage shared) : IClassFixture<SharedStage>
{
    [Fact]
    public async Task A_clinic_may_call_an_emergency()
    {
        var request = await AskAsync(await shared.Stage.RequesterAsync(), "emergency", true);
        Assert.Equal(Priority.Emergency, request.Priority);
    }

    [Theory]
    [InlineData("authority")]
    [InlineData("district")]
    public async Task Nobody_else_may_call_an_emergency(string kind)
    {
        var requester = await shared.Stage.RequesterAsync(await shared.Stage.Server.AddTenantAsync("Amt", kind));
        Assert.Equal("forbidden", await Doing.CodeAsync(() => AskAsync(requester, "emergency", true)));
    }

    [Fact]
    public async Task Police_and_child_protection_may_ask_before_others_and_an_emergency_is_more()
    {
        var office = await shared.Stage.Server.AddTenantAsync("Jugendamt", "district");
        await shared.Stage.Server.ExecuteAsStaffAsync("UPDATE units SET may_ask_urgently = true WHERE id = @unit", new { unit = office.Unit.Value });
        var requester = await shared.Stage.RequesterAsync(office);
        Assert.Equal(Priority.PoliceOrChildProtection, (await AskAsync(requester, "urgent", true)).Priority);
        using var me = await shared.Stage.BrowserOf(requester).GetAsync("/api/me");
        Assert.True((await me.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("mayAskUrgently").GetBoolean());
    }

    [Theory]
    [InlineData("district")]
    [InlineData("clinic")]
    public async Task Nobody_else_may_ask_before_others(string kind)
    {
        var requester = await shared.Stage.RequesterAsync(await shared.Stage.Server.AddTenantAsync("Amt", kind));
        Assert.Equal("forbidden", await Doing.CodeAsync(() => AskAsync(requester, "urgent", true)));
    }

    [Fact]
    public async Task A_variety_of_the_catalogue_can_be_asked_for()
    {
        var request = await AskAsync(await shared.Stage.RequesterAsync(), "wishes", WishFor("Badini"));
        Assert.Equal(new Wish(new Requirement.SpeaksVariety("Badini"), TimeSpan.FromSeconds(30)), Assert.Single(request.Wishes));
    }

    [Theory]
    [InlineData("Kabul")]
    [InlineData("Herr Rustami, geb. 1.1.1990")]
    public async Task Words_of_ones_own_are_no_variety_and_nor_is_one_of_another_language(string variety)
    {
        var requester = await shared.Stage.RequesterAsync();
        Assert.Equal("variety_unknown", await Doing.CodeAsync(() => AskAsync(requester, "wishes", WishFor(variety))));
        Assert.Equal("variety_unknown", await Doing.CodeAsync(() => AskAsync(requester, "requirements", new JsonArray(Variety(variety)))));
    }

    [Theory]
    [InlineData(" AZ 1 ", "AZ 1")]
    [InlineData("12345678901234567890", "12345678901234567890")]
    [InlineData("  ", null)]
    public async Task The_own_reference_is_kept_without_the_space_around_it(string given, string? kept)
    {
        var request = await AskAsync(await shared.Stage.RequesterAsync(), "ownReference", given);
        Assert.Equal(kept, request.OwnReference);
    }

    [Fact]
    public async Task An_own_reference_of_more_than_twenty_characters_is_refused()
    {
        var requester = await shared.Stage.RequesterAsync();
        Assert.Equal("own_reference_too_long", await Doing.CodeAsync(() => AskAsync(requester, "ownReference", new string('x', 21))));
    }

    private static JsonArray WishFor(string variety) => [new JsonObject { ["what"] = Variety(variety), ["releasedAfterSeconds"] = 30 }];

    private static JsonObject Variety(string variety) => new() { ["kind"] = "variety", ["value"] = variety };

    private static Task<RequestView> AskAsync(HubClient requester, string field, JsonNode value)
    {
        var order = JsonSerializer.SerializeToNode(Doing.Order())!;
        order[field] = value;
        return requester.InvokeAsync<RequestView>("RequestInterpreter", order);
    }
}
