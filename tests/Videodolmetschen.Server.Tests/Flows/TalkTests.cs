using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Realtime;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Flows;

/// <summary>Rules around a session: complaints, checks whether anybody is still there, a second life for an offer.</summary>
public sealed class TalkTests(RealPostgres postgres)
{
    [Fact]
    public async Task A_complaint_ends_the_session_unbilled_and_asking_again_rings_somebody_else()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var first = await stage.InterpreterAsync();
        var requester = await stage.RequesterAsync();
        var session = await requester.ConnectWithAsync(first);
        var second = await stage.InterpreterAsync();
        stage.Time.Advance(25);
        var ended = await requester.InvokeAsync<SessionView>("ComplainOfQuality", new { sessionId = session.Id, reason = "understanding" });
        Assert.Equal((EndReason.QualityComplaint, 0, 25), (ended.EndReason, ended.BillableSeconds, (int)ended.Clock.Seconds));
        await first.InvokeAsync("EndWrapUp");
        await requester.InvokeAsync("AskAgain", new { sessionId = session.Id, key = Guid.NewGuid() });
        await requester.InvokeAsync("Resume", new { deviceId = requester.Device, takeCall = false });
        Assert.Equal("accepted", (await second.AcceptAsync(await second.OfferAsync())).Outcome);
        Assert.Equal("understanding", await stage.QueryAsync<string>("SELECT complaint FROM sessions WHERE complaint IS NOT NULL"));
        Assert.Equal(1, await stage.QueryAsync<int>("SELECT count(*) FROM requests WHERE cardinality(excluded) = 1 AND place_since < requested_at"));
    }

    [Fact]
    public async Task Only_the_requester_complains_and_only_in_time()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var interpreter = await stage.InterpreterAsync();
        var requester = await stage.RequesterAsync();
        var session = await requester.ConnectWithAsync(interpreter);
        Assert.Equal(stage.Time.Steady.AddSeconds(120), session.ComplaintUntil);
        var complaint = new { sessionId = session.Id, reason = "bias" };
        Assert.Equal("forbidden", await Doing.CodeAsync(() => interpreter.InvokeAsync("ComplainOfQuality", complaint)));
        Assert.Equal("session_not_found", await Doing.CodeAsync(() => requester.InvokeAsync("AskAgain", new { sessionId = session.Id, key = Guid.NewGuid() })));
        Assert.Equal("argument_invalid", await Doing.CodeAsync(() => requester.InvokeAsync("ComplainOfQuality", new { sessionId = session.Id, reason = "boring" })));
        await TalksAsync(stage, session.Id, 130, requester, interpreter);
        Assert.Equal("complaint_too_late", await Doing.CodeAsync(() => requester.InvokeAsync("ComplainOfQuality", complaint)));
    }

    [Fact]
    public async Task A_side_that_gives_no_sign_is_asked_and_an_answer_lets_the_session_go_on()
    {
        await using var stage = await Stage.OpenAsync(postgres, "Dispatch:Policy:SilenceUntilCheck=00:01:00");
        var interpreter = await stage.InterpreterAsync();
        var requester = await stage.RequesterAsync();
        var session = await requester.ConnectWithAsync(interpreter);
        await TalksAsync(stage, session.Id, 70, interpreter);
        var asked = (await requester.NextAsync<SessionChanged>("SessionChanged")).Session.Check!;
        Assert.Equal((1, AskedSides.Requester), (asked.Number, asked.Asked));
        var view = await requester.InvokeAsync<SessionView>("ConfirmHere", new { sessionId = session.Id });
        Assert.Equal((SessionState.Active, null), (view.State, view.Check));
        Assert.Null((await interpreter.NextAsync<SessionChanged>("SessionChanged", changed => changed.Session.Check is null)).Session.Check);
    }

    [Fact]
    public async Task A_session_left_alone_ends_and_is_billed_until_the_first_question_though_the_server_restarts()
    {
        await using var stage = await Stage.OpenAsync(postgres, "Dispatch:Policy:SilenceUntilCheck=00:01:00");
        var interpreter = await stage.InterpreterAsync();
        var requester = await stage.RequesterAsync();
        var session = await requester.ConnectWithAsync(interpreter);
        await TalksAsync(stage, session.Id, 70, interpreter);
        await stage.RestartAsync();
        interpreter = await stage.AgainAsync(interpreter, interpreter.Device);
        await interpreter.ResumeAsync(session.Id);
        await TalksAsync(stage, session.Id, 80, interpreter);
        stage.Time.Advance(10);
        await stage.SettleAsync();
        Assert.Equal(("left_alone", 60), await stage.QueryAsync<(string, int)>("SELECT end_reason, billable_seconds FROM sessions"));
    }

    [Fact]
    public async Task An_offer_that_is_given_more_time_can_be_accepted_after_its_first_end()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var interpreter = await stage.InterpreterAsync();
        var requester = await stage.RequesterAsync();
        await requester.RequestAsync();
        var offer = await interpreter.OfferAsync();
        Assert.False(offer.Extended);
        await interpreter.InvokeAsync("ExtendOffer", new { offerId = offer.Id });
        var extended = await interpreter.OfferAsync();
        Assert.Equal((true, offer.ExpiresAt.AddSeconds(20)), (extended.Extended, extended.ExpiresAt));
        stage.Time.Advance(30);
        Assert.Equal("accepted", (await interpreter.AcceptAsync(extended)).Outcome);
    }

    /// <summary>Media flows for so long; only those named speak.</summary>
    private static async Task TalksAsync(Stage stage, Guid session, int seconds, params HubClient[] people)
    {
        for (var i = 0; i < seconds / 10; i++)
        {
            stage.Time.Advance(10);
            await stage.SettleAsync();
            foreach (var person in people)
            {
                await person.InvokeAsync("ReportMedia", new { sessionId = session, flowing = true, forSeconds = 10, active = true, heard = false });
            }
        }
    }
}
