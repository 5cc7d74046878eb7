using System.Net;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Realtime;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Flows;

/// <summary>A guest from the link to the end, over real sockets.</summary>
public sealed class GuestTests(SharedStage shared, RealPostgres postgres) : IClassFixture<SharedStage>
{
    private readonly Stage _stage = shared.Stage;

    [Fact]
    public async Task A_guest_who_is_let_in_exchanges_signals_with_both_others()
    {
        var (requester, interpreter, session) = await InCallAsync("prs");
        var guest = await InAsync(requester, session);
        var ready = await guest.NextAsync<GuestChanged>("GuestChanged");
        Assert.Equal((GuestState.In, Seat.Guest(1)), (ready.Guest.State, ready.Call!.Seat));
        Assert.Equal(["requester", "interpreter", "guest_1"], ready.Session!.Participants.Select(one => one.Seat.ToString()));
        await guest.InvokeAsync("Signal", session, "interpreter", "from the guest");
        Assert.Equal("guest_1", (await interpreter.NextAsync("SignalReceived")).GetProperty("from").GetString());
        await requester.InvokeAsync("Signal", session, "guest_1", "to the guest");
        Assert.Equal("requester", (await guest.NextAsync("SignalReceived")).GetProperty("from").GetString());
    }

    [Fact]
    public async Task Whoever_waits_knows_where_but_sees_nobody_and_reaches_nobody()
    {
        var (requester, interpreter, session) = await InCallAsync("ckb");
        var guest = await WaitingAsync(requester, session);
        var situation = await guest.ResumeAsync(takeCall: true);
        Assert.Equal((GuestState.Waiting, "Klinikum"), (situation.Guest!.State, situation.Guest.CustomerName));
        Assert.Equal((null, null), (situation.Session, situation.Call));
        Assert.Equal("session_not_found", await Doing.CodeAsync(() => guest.InvokeAsync("Signal", session, "requester", 1)));
        Assert.Equal("signal_receiver_unknown", await Doing.CodeAsync(() => interpreter.InvokeAsync("Signal", session, "guest_1", 1)));
    }

    [Fact]
    public async Task The_interpreter_sees_who_waits_and_who_is_in()
    {
        var (requester, interpreter, session) = await InCallAsync("pes");
        await WaitingAsync(requester, session);
        await interpreter.NextAsync<SessionChanged>("SessionChanged", told => GuestIs(told, ParticipantState.Waiting));
        await requester.InvokeAsync("AdmitGuest", new { sessionId = session, seat = "guest_1" });
        await interpreter.NextAsync<SessionChanged>("SessionChanged", told => GuestIs(told, ParticipantState.In));
    }

    [Fact]
    public async Task No_guest_learns_a_name()
    {
        var (requester, _, session) = await InCallAsync("urd");
        var guest = await InAsync(requester, session);
        var told = (await guest.NextAsync("GuestChanged")).GetRawText();
        Assert.Equal("", (await guest.ResumeAsync()).Session!.InterpreterName);
        Assert.DoesNotContain("linkHash", told, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_link_opens_once_and_every_other_link_is_refused_in_the_same_way()
    {
        var (requester, _, session) = await InCallAsync("som");
        var (used, revoked) = (await requester.InviteAsync(session), await requester.InviteAsync(session));
        using var browser = new Browser(_stage.Server);
        Assert.Equal(HttpStatusCode.NoContent, (await browser.ArriveAsync(used)).StatusCode);
        await requester.InvokeAsync("DismissGuest", new { sessionId = session, seat = "guest_2" });
        foreach (var token in new[] { used, revoked, Invitation.NewToken(), "short", used + "x", "", null })
        {
            using var stranger = new Browser(_stage.Server);
            using var answer = await stranger.ArriveAsync(token);
            Assert.Equal((HttpStatusCode.NotFound, "guest_link_unusable"), (answer.StatusCode, await answer.CodeAsync()));
            Assert.Empty(stranger.Cookies.GetAllCookies());
        }
    }

    [Fact]
    public async Task A_link_expires()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        var session = await requester.ConnectWithAsync(interpreter);
        var token = await requester.InviteAsync(session.Id);
        for (var waited = 0; waited <= 15 * 60; waited += 25)
        {
            stage.Time.Advance(25);
            await requester.ReportMediaAsync(session.Id);
            await interpreter.ReportMediaAsync(session.Id);
        }

        using var browser = new Browser(stage.Server);
        Assert.Equal("guest_link_unusable", await (await browser.ArriveAsync(token)).CodeAsync());
        await requester.NextAsync<SessionChanged>("SessionChanged", told => told.Session.Participants.Count == 2);
    }

    [Fact]
    public async Task The_token_is_nowhere_in_the_tables()
    {
        var (requester, _, session) = await InCallAsync("hye");
        var token = await requester.InviteAsync(session);
        var row = await _stage.QueryAsync<string>("SELECT guests::text FROM guests WHERE session_id = @session", new { session });
        Assert.DoesNotContain(token, row, StringComparison.Ordinal);
        Assert.Contains(Invitation.HashOf(token), row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_sent_away_is_told_so_and_cut_off_and_the_cookie_is_worth_nothing()
    {
        var (requester, interpreter, session) = await InCallAsync("tur");
        var guest = await InAsync(requester, session);
        await guest.NextAsync("GuestChanged");
        await requester.InvokeAsync("DismissGuest", new { sessionId = session, seat = "guest_1" });
        Assert.Equal(GuestEndReason.Removed, (await guest.NextAsync<GuestChanged>("GuestChanged")).Guest.EndReason);
        await guest.Closed.WaitAsync(TimeSpan.FromSeconds(20));
        using var answer = await _stage.BrowserOf(guest).GetAsync("/api/guests/me");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("signal_receiver_unknown", await Doing.CodeAsync(() => interpreter.InvokeAsync("Signal", session, "guest_1", 1)));
    }

    [Fact]
    public async Task Guests_go_when_the_session_ends()
    {
        var (requester, interpreter, session) = await InCallAsync("rus");
        var (one, other) = (await InAsync(requester, session), await WaitingAsync(requester, session));
        await interpreter.EndAsync(session);
        foreach (var guest in new[] { one, other })
        {
            await guest.NextAsync<GuestChanged>("GuestChanged", told => told.Guest.EndReason == GuestEndReason.SessionEnded);
            await guest.Closed.WaitAsync(TimeSpan.FromSeconds(20));
        }
    }

    [Fact]
    public async Task A_reload_of_the_guests_tab_brings_the_call_back()
    {
        var (requester, _, session) = await InCallAsync("ukr");
        var guest = await InAsync(requester, session);
        await guest.DisposeAsync();
        var reloaded = await HubClient.ConnectAsync(_stage.BrowserOf(guest), _stage.Server.Address, guest.Device, path: RealtimeSetup.GuestHubPath);
        var situation = await reloaded.ResumeAsync();
        Assert.Equal((GuestState.In, Seat.Guest(1)), (situation.Guest!.State, situation.Call!.Seat));
        await reloaded.DisposeAsync();
    }

    [Fact]
    public async Task A_guest_may_call_nothing_else()
    {
        var (requester, _, session) = await InCallAsync("vie");
        var guest = await InAsync(requester, session);
        foreach (var (method, args) in Forbidden(session))
        {
            Assert.Equal("forbidden", await Doing.CodeAsync(() => guest.InvokeAsync(method, args)));
        }
    }

    [Fact]
    public async Task A_guests_cookie_opens_nothing_but_the_guests_hub()
    {
        var (requester, _, session) = await InCallAsync("ron");
        var browser = _stage.BrowserOf(await InAsync(requester, session));
        foreach (var path in new[] { "/api/me", "/api/sessions", "/api/languages", "/api/units" })
        {
            using var answer = await browser.GetAsync(path);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        await Assert.ThrowsAnyAsync<System.Net.WebSockets.WebSocketException>(() => HubClient.ConnectAsync(browser, _stage.Server.Address));
        await Assert.ThrowsAnyAsync<System.Net.WebSockets.WebSocketException>(
            () => HubClient.ConnectAsync(_stage.BrowserOf(requester), _stage.Server.Address, path: RealtimeSetup.GuestHubPath));
    }

    [Fact]
    public async Task A_stranger_can_neither_invite_nor_open_the_door_nor_signal()
    {
        var (requester, interpreter, session) = await InCallAsync("fra");
        await WaitingAsync(requester, session);
        var stranger = await _stage.RequesterAsync();
        Assert.Equal("session_not_found", await Doing.CodeAsync(() => stranger.InvokeAsync("InviteGuest", Invitation.Of(session, Invitation.NewToken()))));
        Assert.Equal("guest_not_found", await Doing.CodeAsync(() => stranger.InvokeAsync("AdmitGuest", new { sessionId = session, seat = "guest_1" })));
        Assert.Equal("guest_not_found", await Doing.CodeAsync(() => stranger.InvokeAsync("DismissGuest", new { sessionId = session, seat = "guest_1" })));
        Assert.Equal("session_not_found", await Doing.CodeAsync(() => stranger.InvokeAsync("Signal", session, "guest_1", 1)));
        Assert.Equal("forbidden", await Doing.CodeAsync(() => interpreter.InvokeAsync("AdmitGuest", new { sessionId = session, seat = "guest_1" })));
    }

    [Fact]
    public async Task A_guest_who_goes_is_gone()
    {
        var (requester, _, session) = await InCallAsync("ita");
        var guest = await InAsync(requester, session);
        await guest.LeaveAsync();
        await requester.NextAsync<SessionChanged>("SessionChanged", told => told.Session.Participants.Count == 2);
    }

    [Fact]
    public async Task A_restart_keeps_the_guest_who_is_in()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var requester = await stage.RequesterAsync();
        var session = await requester.ConnectWithAsync(await stage.InterpreterAsync());
        var guest = await InAsync(requester, session.Id, stage);
        await stage.RestartAsync();
        await using var back = await stage.InsistAsync(() => HubClient.ConnectAsync(stage.BrowserOf(guest), stage.Server.Address, guest.Device, path: RealtimeSetup.GuestHubPath));
        var situation = await stage.InsistAsync(() => back.ResumeAsync(holds: session.Id));
        Assert.Equal((GuestState.In, session.Id), (situation.Guest!.State, situation.Session!.Id));
    }

    private static (string Method, object?[] Args)[] Forbidden(Guid session) =>
    [
        ("RequestInterpreter", [Doing.Order()]),
        ("CancelRequest", [new { requestId = session }]),
        ("SetPresence", [new { wanted = "available" }]),
        ("AcceptOffer", [new { offerId = session }]),
        ("ReportMedia", [new { sessionId = session, flowing = true, forSeconds = 0 }]),
        ("HoldSession", [new { sessionId = session, on = true }]),
        ("EndSession", [new { sessionId = session, secondsAgo = 0 }]),
        ("InviteGuest", [Invitation.Of(session, Invitation.NewToken())]),
        ("AdmitGuest", [new { sessionId = session, seat = "guest_1" }]),
        ("DismissGuest", [new { sessionId = session, seat = "guest_1" }]),
        ("EndWrapUp", []),
        ("WatchFloor", []),
    ];

    private static bool GuestIs(SessionChanged told, ParticipantState state) =>
        told.Session.Participants.Any(one => one.Seat == Seat.Guest(1) && one.State == state && !one.Away);

    private async Task<(HubClient Requester, HubClient Interpreter, Guid Session)> InCallAsync(string language)
    {
        var interpreter = await _stage.InterpreterAsync(language);
        var requester = await _stage.RequesterAsync();
        var session = await requester.ConnectWithAsync(interpreter, language);
        return (requester, interpreter, session.Id);
    }

    private async Task<HubClient> WaitingAsync(HubClient requester, Guid session, Stage? stage = null) =>
        await (stage ?? _stage).GuestAsync(await requester.InviteAsync(session));

    private async Task<HubClient> InAsync(HubClient requester, Guid session, Stage? stage = null)
    {
        var guest = await WaitingAsync(requester, session, stage);
        var seat = (await guest.ResumeAsync()).Guest!.Seat.ToString();
        await requester.InvokeAsync("AdmitGuest", new { sessionId = session, seat });
        await guest.HasComeAsync("GuestChanged");
        return guest;
    }
}
