using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Realtime;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Faults;

/// <summary>The server is killed at each point of RELIABILITY.md 3, and started again. The places are those of <c>CrashPoint</c>.</summary>
public sealed class KilledServerTests(KillableServer server) : IClassFixture<KillableServer>
{
    [Fact]
    public async Task A_request_that_was_decided_but_not_stored_is_made_by_the_same_press_again()
    {
        var (requester, interpreter, key) = (await server.Crowd.RequesterAsync(), await server.Crowd.InterpreterAsync("kmr"), Guid.NewGuid());
        await server.DieAsync("decided_request", () => requester.RequestAsync("kmr", key));
        (requester, interpreter) = (await server.Crowd.AgainAsync(requester), await server.Crowd.AgainAsync(interpreter));
        Assert.Null((await requester.ResumeAsync()).Request);
        await interpreter.ResumeAsync();
        await requester.RequestAsync("kmr", key);
        await TalkAsync(requester, interpreter, await interpreter.AcceptAsync(await interpreter.OfferAsync()));
    }

    [Fact]
    public async Task An_offer_that_was_stored_but_not_told_rings_after_the_restart()
    {
        var (requester, interpreter, key) = (await server.Crowd.RequesterAsync(), await server.Crowd.InterpreterAsync("tur"), Guid.NewGuid());
        await server.DieAsync("stored_offer", () => requester.RequestAsync("tur", key));
        (requester, interpreter) = (await server.Crowd.AgainAsync(requester), await server.Crowd.AgainAsync(interpreter));
        var resumed = (await requester.ResumeAsync()).Request!;
        Assert.Equal((resumed.Id, RequestState.Offered), (await requester.RequestAsync("tur", key) is var same ? same.Id : default, resumed.State));
        var offer = Assert.Single((await interpreter.ResumeAsync()).Offers);
        await TalkAsync(requester, interpreter, await interpreter.AcceptAsync(offer));
    }

    [Theory]
    [InlineData("decided_session", "prs")]
    [InlineData("stored_session", "pes")]
    public async Task An_acceptance_without_an_answer_is_one_session_when_it_is_said_again(string place, string language)
    {
        var (requester, interpreter) = (await server.Crowd.RequesterAsync(), await server.Crowd.InterpreterAsync(language));
        var request = await requester.RequestAsync(language);
        var offer = await interpreter.OfferAsync();
        await server.DieAsync(place, () => interpreter.AcceptAsync(offer));
        (requester, interpreter) = (await server.Crowd.AgainAsync(requester), await server.Crowd.AgainAsync(interpreter));
        var found = (await requester.ResumeAsync()).Session;
        await interpreter.ResumeAsync();
        var again = await interpreter.AcceptAsync(offer);
        Assert.Equal(place == "stored_session" ? again.Session!.Id : null, found?.Id);
        await TalkAsync(requester, interpreter, again, isTold: found is null);
        Assert.Equal(1, await server.QueryAsync<int>("SELECT count(*) FROM sessions WHERE request_id = @Id", new { request.Id }));
    }

    [Fact]
    public async Task Signals_pass_again_after_a_restart_in_the_middle_of_them()
    {
        var (requester, interpreter) = (await server.Crowd.RequesterAsync(), await server.Crowd.InterpreterAsync("rus"));
        await requester.RequestAsync("rus");
        var accepted = await interpreter.AcceptAsync(await interpreter.OfferAsync());
        await requester.NextAsync("SessionReady");
        await server.DieAsync("signal", () => SignalAsync(requester, accepted.Session!.Id));
        (requester, interpreter) = (await server.Crowd.AgainAsync(requester), await server.Crowd.AgainAsync(interpreter));
        Assert.NotNull((await requester.ResumeAsync()).Call);
        Assert.NotNull((await interpreter.ResumeAsync()).Call);
        await SignalAsync(requester, accepted.Session!.Id);
        Assert.Equal(accepted.Session.Id, (await interpreter.NextAsync("SignalReceived")).GetProperty("sessionId").GetGuid());
        await TalkAsync(requester, interpreter, accepted, isTold: false);
    }

    [Fact]
    public async Task A_call_whose_start_was_stored_but_not_told_goes_on_and_is_billed_as_one()
    {
        var (requester, interpreter) = (await server.Crowd.RequesterAsync(), await server.Crowd.InterpreterAsync("ukr"));
        await requester.RequestAsync("ukr");
        var session = (await interpreter.AcceptAsync(await interpreter.OfferAsync())).Session!;
        await requester.NextAsync("SessionReady");
        await requester.ReportMediaAsync(session.Id);
        await server.DieAsync("stored_start", () => interpreter.ReportMediaAsync(session.Id), () => server.AgeAsync(session.Id));
        (requester, interpreter) = (await server.Crowd.AgainAsync(requester), await server.Crowd.AgainAsync(interpreter));
        var resumed = await requester.ResumeAsync(holds: session.Id);
        await interpreter.ResumeAsync(holds: session.Id);
        Assert.Equal((session.Id, SessionState.Active), (resumed.Session!.Id, resumed.Session.State));
        await ReportAsync(requester, interpreter, resumed.Session);
        await EndAsync(requester, interpreter, session.Id);
    }

    [Theory]
    [InlineData("decided_end", "bul")]
    [InlineData("stored_end", "pol")]
    public async Task Hanging_up_without_an_answer_ends_the_session_once_and_bills_to_the_true_end(string place, string language)
    {
        var (requester, interpreter) = (await server.Crowd.RequesterAsync(), await server.Crowd.InterpreterAsync(language));
        var session = await requester.ConnectWithAsync(interpreter, language);
        await server.DieAsync(place, () => requester.EndAsync(session.Id), place == "decided_end" ? () => server.AgeAsync(session.Id) : null);
        (requester, interpreter) = (await server.Crowd.AgainAsync(requester), await server.Crowd.AgainAsync(interpreter));
        var resumed = (await requester.ResumeAsync(holds: session.Id)).Session;
        await interpreter.ResumeAsync(holds: session.Id);
        Assert.Equal(place == "stored_end", resumed is null);
        if (resumed is not null)
        {
            await ReportAsync(requester, interpreter, resumed);
        }

        await EndAsync(requester, interpreter, session.Id);
    }

    private static Task SignalAsync(HubClient person, Guid session) =>
        person.InvokeAsync("Signal", session, "interpreter", new { candidate = KillableServer.Canary });

    /// <summary>The media ran on all the time: both browsers say so by their own clocks.</summary>
    private static async Task ReportAsync(HubClient requester, HubClient interpreter, SessionView session)
    {
        var flowed = (DateTimeOffset.UtcNow - session.StartedAt!.Value).TotalSeconds;
        await requester.ReportMediaAsync(session.Id, forSeconds: flowed);
        await interpreter.ReportMediaAsync(session.Id, forSeconds: flowed);
    }

    /// <param name="isTold">The requester hears of the session now, and has no seat in it before.</param>
    private async Task TalkAsync(HubClient requester, HubClient interpreter, AcceptAnswer accepted, bool isTold = true)
    {
        Assert.Equal("accepted", accepted.Outcome);
        var session = accepted.Session!.Id;
        if (isTold)
        {
            await requester.NextAsync("SessionReady");
        }

        await requester.ReportMediaAsync(session);
        await interpreter.ReportMediaAsync(session);
        await requester.NextAsync("SessionStarted");
        await EndAsync(requester, interpreter, session);
    }

    /// <summary>Both hang up, and again: one end, one figure, and it is the time from start to end.</summary>
    private async Task EndAsync(HubClient requester, HubClient interpreter, Guid id)
    {
        var ended = await requester.EndAsync(id);
        Assert.Equal((SessionState.Ended, ended.BillableSeconds), ((await interpreter.EndAsync(id)).State, (await requester.EndAsync(id)).BillableSeconds));
        var (counted, billable, state) = await server.QueryAsync<(decimal, int, string)>(
            "SELECT counted_seconds, billable_seconds, requests.state FROM sessions JOIN requests ON requests.id = request_id WHERE sessions.id = @id AND sessions.state = 'ended'",
            new { id });
        Assert.Equal((ended.EndedAt - ended.StartedAt)!.Value.TotalSeconds, (double)counted, tolerance: 0.001);
        Assert.Equal((counted < 10 ? 0 : (int)counted, "fulfilled"), (billable, state));
        Assert.Equal(billable, ended.BillableSeconds);
        await server.AssertUnharmedAsync();
    }
}
