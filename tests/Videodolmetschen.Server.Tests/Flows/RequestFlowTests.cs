using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Realtime;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Flows;

public sealed class RequestFlowTests(RealPostgres postgres)
{
    [Fact]
    public async Task A_request_rings_an_interpreter_and_ends_as_a_session_with_its_billable_seconds()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var interpreter = await stage.InterpreterAsync();
        var requester = await stage.RequesterAsync();
        var session = await requester.ConnectWithAsync(interpreter);
        stage.Time.Advance(25);
        var ended = await requester.EndAsync(session.Id);
        Assert.Equal((SessionState.Ended, EndReason.HangUpRequester, 25), (ended.State, ended.EndReason!.Value, ended.BillableSeconds!.Value));
        Assert.Equal(SessionState.Ended, (await interpreter.NextAsync<SessionEnded>("SessionEnded")).Session.State);
        Assert.Equal(25, await stage.QueryAsync<int>("SELECT billable_seconds FROM sessions WHERE state = 'ended' AND id = @id", new { id = session.Id }));
        Assert.Equal("fulfilled", await stage.QueryAsync<string>("SELECT state FROM requests"));
    }

    [Fact]
    public async Task A_declined_request_rings_the_next_interpreter()
    {
        await using var stage = await Stage.OpenAsync(postgres, "Dispatch:Policy:FirstWaveSize=1");
        var interpreters = new[] { await stage.InterpreterAsync(), await stage.InterpreterAsync() };
        var requester = await stage.RequesterAsync();
        await requester.RequestAsync();
        var first = await Rung(interpreters);
        await first.InvokeAsync("DeclineOffer", new { offerId = (await first.OfferAsync()).Id, reason = "no_time" });
        var next = interpreters.Single(one => one != first);
        Assert.Equal("accepted", (await next.AcceptAsync(await next.OfferAsync())).Outcome);
    }

    [Fact]
    public async Task An_unanswered_offer_goes_to_the_next_interpreter()
    {
        await using var stage = await Stage.OpenAsync(postgres, "Dispatch:Policy:FirstWaveSize=1", "Dispatch:Policy:FirstWaveAlone=00:10:00", "Dispatch:Policy:EverybodyAfter=00:10:00", "Dispatch:Policy:UnservedAfter=00:20:00");
        var interpreters = new[] { await stage.InterpreterAsync(), await stage.InterpreterAsync() };
        var requester = await stage.RequesterAsync();
        await requester.RequestAsync();
        var first = await Rung(interpreters);
        var missed = await first.OfferAsync();
        stage.Time.Advance(20);
        Assert.Equal(missed.Id, (await first.NextAsync<OfferExpired>("OfferExpired")).OfferId);
        var next = interpreters.Single(one => one != first);
        Assert.Equal("accepted", (await next.AcceptAsync(await next.OfferAsync())).Outcome);
    }

    [Fact]
    public async Task Cancelling_stops_the_ringing()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var interpreter = await stage.InterpreterAsync();
        var requester = await stage.RequesterAsync();
        var request = await requester.RequestAsync();
        var offer = await interpreter.OfferAsync();
        await requester.InvokeAsync("CancelRequest", new { requestId = request.Id });
        var withdrawn = await interpreter.NextAsync<OfferWithdrawn>("OfferWithdrawn");
        Assert.Equal((offer.Id, WithdrawnBecause.RequestCancelled), (withdrawn.OfferId, withdrawn.Because));
        var late = await interpreter.AcceptAsync(offer);
        Assert.Equal(("gone", "request_cancelled"), (late.Outcome, late.Because));
    }

    [Fact]
    public async Task The_same_press_twice_is_one_request()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var requester = await stage.RequesterAsync();
        var interpreter = await stage.InterpreterAsync();
        var key = Guid.NewGuid();
        var both = await Task.WhenAll(requester.RequestAsync(key: key), requester.RequestAsync(key: key));
        Assert.Equal(both[0].Id, both[1].Id);
        Assert.Equal(1, await stage.QueryAsync<int>("SELECT count(*) FROM requests"));
        await interpreter.OfferAsync();
    }

    [Fact]
    public async Task Of_two_who_accept_together_exactly_one_wins()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var interpreters = new[] { await stage.InterpreterAsync(), await stage.InterpreterAsync() };
        await (await stage.RequesterAsync()).RequestAsync();
        var offers = await Task.WhenAll(interpreters.Select(one => one.OfferAsync()));
        var answers = await Task.WhenAll(interpreters.Zip(offers, (one, offer) => one.AcceptAsync(offer)));
        Assert.Equal(["accepted", "gone"], answers.Select(answer => answer.Outcome).Order());
        Assert.Equal("taken_by_other", answers.Single(answer => answer.Outcome == "gone").Because);
        Assert.Equal(1, await stage.QueryAsync<int>("SELECT count(*) FROM sessions"));
    }

    [Fact]
    public async Task With_nobody_on_duty_the_search_ends_at_once_with_its_cause_and_the_other_choices()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        await stage.InterpreterOffDutyAsync();
        var requester = await stage.RequesterAsync();
        var request = await requester.RequestAsync();
        Assert.Equal((RequestState.Unserved, UnservedCause.NoneOnDuty), (request.State, request.UnservedBecause!.Value));
        Assert.Equal(request.RequestedAt, request.ChoicesAt);
        Assert.Equal("none_on_duty", await stage.QueryAsync<string>("SELECT unserved_because FROM requests WHERE id = @id", new { id = request.Id }));
    }

    private static async Task<HubClient> Rung(HubClient[] interpreters) =>
        await await Task.WhenAny(interpreters.Select(one => one.HasComeAsync("OfferReceived")));
}
