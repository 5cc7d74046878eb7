using Microsoft.Extensions.DependencyInjection;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Realtime;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Faults;

/// <summary>Races through real connections, 1,000 times each: ten lanes at once, each with its own people and its own language.</summary>
public sealed class RaceTests(RealPostgres postgres)
{
    private const int Rounds = 100;

    private sealed record Lane(string Language, HubClient Requester, List<HubClient> Interpreters);

    private static readonly string[] Languages = ["kmr", "tur", "prs", "pes", "rus", "ukr", "bul", "pol", "ron", "ckb"];

    /// <summary>Who accepts before the cancelling has a session that ends at once; whoever comes after it has none.</summary>
    [Fact]
    public async Task Of_accepting_and_cancelling_at_once_one_is_first_and_both_hear_the_same_end()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var lanes = await LanesAsync(stage, interpreters: 1);
        var accepted = (await Task.WhenAll(lanes.Select(AcceptAgainstCancelAsync))).Sum();
        Assert.InRange(accepted, 1, Languages.Length * Rounds - 1);
        Assert.Equal(accepted, await stage.QueryAsync<int>("SELECT count(*) FROM sessions WHERE state = 'ended' AND started_at IS NULL AND billable_seconds = 0"));
        Assert.Equal(accepted, await stage.QueryAsync<int>("SELECT count(*) FROM offers WHERE state = 'accepted'"));
        Assert.Equal(Languages.Length * Rounds - accepted, await stage.QueryAsync<int>("SELECT count(*) FROM offers WHERE withdrawn_because = 'request_cancelled'"));
        Assert.Equal(Languages.Length * Rounds, await stage.QueryAsync<int>("SELECT count(*) FROM requests WHERE state = 'cancelled'"));
        Assert.Empty(await stage.Server.Services.GetRequiredService<InvariantCheck>().CheckAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Of_two_who_accept_at_once_exactly_one_wins_and_the_other_hears_it()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var lanes = await LanesAsync(stage, interpreters: 2);
        var firstWon = (await Task.WhenAll(lanes.Select(AcceptAgainstAcceptAsync))).Sum();
        Assert.InRange(firstWon, 1, Languages.Length * Rounds - 1);
        Assert.Equal(Languages.Length * Rounds, await stage.QueryAsync<int>("SELECT count(*) FROM sessions WHERE state = 'ended'"));
        Assert.Equal(Languages.Length * Rounds, await stage.QueryAsync<int>("SELECT count(*) FROM offers WHERE withdrawn_because = 'taken_by_other'"));
        Assert.Empty(await stage.Server.Services.GetRequiredService<InvariantCheck>().CheckAsync(CancellationToken.None));
    }

    private static async Task<List<Lane>> LanesAsync(Stage stage, int interpreters)
    {
        List<Lane> lanes = [];
        foreach (var language in Languages)
        {
            var lane = new Lane(language, await stage.RequesterAsync(), []);
            while (lane.Interpreters.Count < interpreters)
            {
                lane.Interpreters.Add(await stage.InterpreterAsync(language));
            }

            lanes.Add(lane);
        }

        return lanes;
    }

    /// <returns>How often the interpreter won. In every second round the other side presses first.</returns>
    private static async Task<int> AcceptAgainstCancelAsync(Lane lane)
    {
        var (requester, interpreter, won) = (lane.Requester, lane.Interpreters[0], 0);
        for (var round = 0; round < Rounds; round++)
        {
            var request = await requester.RequestAsync(lane.Language);
            var offer = await interpreter.OfferAsync();
            var (answer, cancelled) = await BothAsync(
                () => interpreter.AcceptAsync(offer),
                () => requester.InvokeAsync<RequestView>("CancelRequest", new { requestId = request.Id }),
                swapped: round % 2 == 1);
            Assert.Equal(RequestState.Cancelled, cancelled.State);
            if (answer.Session is { Id: var session })
            {
                won++;
                Assert.Equal(session, (await requester.NextAsync<SessionReady>("SessionReady")).Session.Id);
                Assert.Equal(session, (await interpreter.NextAsync<SessionEnded>("SessionEnded")).Session.Id);
                await interpreter.InvokeAsync("EndWrapUp");
            }
            else
            {
                Assert.Equal(("gone", "request_cancelled"), (answer.Outcome, answer.Because));
                Assert.Equal(offer.Id, (await interpreter.NextAsync<OfferWithdrawn>("OfferWithdrawn")).OfferId);
            }
        }

        return won;
    }

    /// <returns>How often the first one won.</returns>
    private static async Task<int> AcceptAgainstAcceptAsync(Lane lane)
    {
        var (requester, one, other, won) = (lane.Requester, lane.Interpreters[0], lane.Interpreters[1], 0);
        for (var round = 0; round < Rounds; round++)
        {
            await requester.RequestAsync(lane.Language);
            var (ones, others) = (await one.OfferAsync(), await other.OfferAsync());
            var (answer, otherAnswer) = await BothAsync(() => one.AcceptAsync(ones), () => other.AcceptAsync(others), swapped: round % 2 == 1);
            var hasWon = answer.Outcome == "accepted";
            var (winner, loser, taken) = hasWon ? (one, other, others) : (other, one, ones);
            var (won1, gone) = hasWon ? (answer, otherAnswer) : (otherAnswer, answer);
            Assert.Equal(("accepted", "gone", "taken_by_other"), (won1.Outcome, gone.Outcome, gone.Because));
            Assert.Equal(taken.Id, (await loser.NextAsync<OfferWithdrawn>("OfferWithdrawn")).OfferId);
            Assert.Equal(won1.Session!.Id, (await requester.NextAsync<SessionReady>("SessionReady")).Session.Id);
            await EndAsync(requester, winner, won1.Session.Id);
            won += hasWon ? 1 : 0;
        }

        return won;
    }

    private static async Task<(T One, TOther Other)> BothAsync<T, TOther>(Func<Task<T>> one, Func<Task<TOther>> other, bool swapped)
    {
        var late = swapped ? other() : null;
        var first = one();
        var second = late ?? other();
        return (await first, await second);
    }

    private static async Task EndAsync(HubClient requester, HubClient interpreter, Guid session)
    {
        await requester.EndAsync(session);
        await interpreter.NextAsync("SessionEnded");
        await interpreter.InvokeAsync("EndWrapUp");
    }
}
