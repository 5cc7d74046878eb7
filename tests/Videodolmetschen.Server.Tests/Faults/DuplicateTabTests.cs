using Videodolmetschen.Server.Realtime;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Faults;

/// <summary>One person, several tabs and devices.</summary>
public sealed class DuplicateTabTests(RealPostgres postgres)
{
    [Fact]
    public async Task The_same_press_in_two_tabs_at_once_is_one_request_and_both_tabs_hear_of_it()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (one, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        var other = await stage.AgainAsync(one);
        await other.ResumeAsync();
        var (first, second) = (CodeOrIdAsync(one), CodeOrIdAsync(other));
        var answers = new[] { await first, await second };
        var request = (await one.NextAsync<RequestChanged>("RequestChanged")).Request;
        Assert.Equal(["request_unfinished", request.Id.ToString()], answers.OrderDescending());
        Assert.Equal(request.Id, (await other.NextAsync<RequestChanged>("RequestChanged")).Request.Id);
        await interpreter.OfferAsync();
        Assert.Equal(1, await stage.QueryAsync<int>("SELECT count(*) FROM requests"));
    }

    [Fact]
    public async Task An_offer_is_told_on_every_device_and_the_last_one_to_accept_has_the_call()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, one) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        var other = await stage.AgainAsync(one);
        await other.ResumeAsync();
        await requester.RequestAsync();
        var offers = new[] { await one.OfferAsync(), await other.OfferAsync() };
        Assert.Equal(offers[0].Id, offers[1].Id);
        var first = await one.AcceptAsync(offers[0]);
        var last = await other.AcceptAsync(offers[1]);
        Assert.Equal(("accepted", first.Session!.Id), (last.Outcome, last.Session!.Id));
        Assert.Equal(first.Session.Id, (await one.NextAsync<CallMoved>("CallMoved")).SessionId);
        Assert.Equal("call_on_other_device", await Doing.CodeAsync(() => one.ReportMediaAsync(first.Session.Id)));
        await requester.InvokeAsync("Signal", first.Session.Id, "interpreter", new { });
        await other.NextAsync("SignalReceived");
        Assert.Equal(0, one.Count("SignalReceived"));
        Assert.Equal(1, await stage.QueryAsync<int>("SELECT count(*) FROM sessions"));
    }

    private static async Task<string> CodeOrIdAsync(HubClient requester)
    {
        try
        {
            return (await requester.RequestAsync()).Id.ToString();
        }
        catch (HubFailureException refused)
        {
            return refused.Code!;
        }
    }
}
