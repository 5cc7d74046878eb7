using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Server.Realtime;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Flows;

/// <summary>Why was it offered to these, and why not to those.</summary>
public sealed class ReasonTests(RealPostgres postgres)
{
    [Fact]
    public async Task Each_offer_is_explained_with_how_it_ended_and_whoever_had_none_with_what_is_in_the_way_also_after_the_end()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, coordinator) = (await stage.RequesterAsync(), await stage.CoordinatorAsync());
        var (first, offDuty) = (await stage.InterpreterAsync(), await stage.InterpreterOffDutyAsync());
        await stage.InterpreterAsync("tir");
        var request = await requester.RequestAsync();
        var offer = await first.OfferAsync();
        Assert.Equal((4, false, (string?)null), (offer.Reasons.Level, offer.Reasons.KnowsField, offer.Reasons.Related));
        var running = await ReasonsAsync(stage, coordinator, request.Id);
        Assert.Equal((offer.Id, OfferState.Open, 1), (running.Offers[0].OfferId, running.Offers[0].State, running.Offers[0].Rank));
        await first.DeclineAsync(offer);

        var ended = await ReasonsAsync(stage, coordinator, request.Id);
        Assert.False(ended.IsOpen);
        Assert.Equal((OfferState.Declined, DeclineReason.NoTime, 4), (ended.Offers.Single().State, ended.Offers[0].DeclineReason, ended.Offers[0].Reasons.Level));
        var (interpreter, obstacles) = Assert.Single(ended.NotOffered);
        Assert.Equal(["not_free"], obstacles);
        Assert.Equal(Domain.Interpreters.PresenceState.Offline, interpreter.Presence.State);

        stage.Time.Advance(600);
        await offDuty.InvokeAsync("SetPresence", new { wanted = "available" });
        Assert.Empty((await ReasonsAsync(stage, coordinator, request.Id)).NotOffered.Single().Obstacles);
    }

    [Fact]
    public async Task What_does_not_exist_cannot_be_explained()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        using var answer = await stage.BrowserOf(await stage.CoordinatorAsync()).GetAsync($"/api/requests/{Guid.NewGuid()}/reasons");
        Assert.Equal((HttpStatusCode.NotFound, "request_not_found"), (answer.StatusCode, await answer.CodeAsync()));
    }

    private static async Task<ReasonsView> ReasonsAsync(Stage stage, HubClient coordinator, Guid request)
    {
        using var answer = await stage.BrowserOf(coordinator).GetAsync($"/api/requests/{request}/reasons");
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).Deserialize<ReasonsView>(WireJson.Options)!;
    }
}
