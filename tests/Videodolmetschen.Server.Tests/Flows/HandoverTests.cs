using System.Net.Http.Json;
using System.Text.Json;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Realtime;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Flows;

/// <summary>A running session goes over to another interpreter on the real server and its tables.</summary>
public sealed class HandoverTests(RealPostgres postgres)
{
    [Fact]
    public async Task A_relief_is_rung_with_how_long_the_conversation_runs_and_everybody_hears_how_far_it_is()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, first, relief, session) = await TalkingAsync(stage);
        await first.SeekReliefAsync(session.Id);
        Assert.Equal(HandoverState.Searching, (await HandoverAsync(requester, HandoverState.Searching)).Handover!.State);
        var offer = await relief.OfferAsync();
        Assert.Equal(session.StartedAt, offer.ReliefSince);
        var answer = await relief.AcceptAsync(offer);
        Assert.Equal((session.Id, "interpreter_2"), (answer.Session!.Id, answer.Call!.Seat.ToString()));
        var joining = await HandoverAsync(requester, HandoverState.Joining);
        Assert.Equal(["requester", "interpreter", "interpreter_2"], joining.Participants.Select(one => one.Seat.ToString()));
        Assert.Equal(Seat.Interpreter, joining.InterpreterSeat);
        await relief.ReportMediaAsync(session.Id);
        Assert.Equal(stage.Time.GetUtcNow().AddSeconds(30), (await HandoverAsync(first, HandoverState.Overlapping)).Handover!.HandsOverAt!.Value, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task All_three_signal_to_each_other_until_the_first_has_left()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, first, relief, session) = await TalkingAsync(stage);
        await first.SeekReliefAsync(session.Id);
        await relief.JoinAsync();
        await relief.InvokeAsync("Signal", session.Id, "requester", new { sdp = "a" });
        await relief.InvokeAsync("Signal", session.Id, "interpreter", new { sdp = "b" });
        Assert.Equal("interpreter_2", (await requester.NextAsync("SignalReceived")).GetProperty("from").GetString());
        Assert.Equal("interpreter_2", (await first.NextAsync("SignalReceived")).GetProperty("from").GetString());
        await first.HandOverAsync(session.Id);
        Assert.Equal("signal_receiver_unknown", await Doing.CodeAsync(() => relief.InvokeAsync("Signal", session.Id, "interpreter", 1)));
        Assert.Equal("session_not_found", await Doing.CodeAsync(() => first.InvokeAsync("Signal", session.Id, "requester", 1)));
    }

    [Fact]
    public async Task After_the_overlap_the_first_is_out_with_her_minutes_and_the_customer_keeps_one_clock()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, first, relief, session) = await TalkingAsync(stage);
        stage.Time.Advance(20);
        await first.SeekReliefAsync(session.Id);
        await relief.JoinAsync();
        await Task.WhenAll(requester.ReportMediaAsync(session.Id), first.ReportMediaAsync(session.Id));
        stage.Time.Advance(30);
        var left = await first.NextAsync<StintEnded>("StintEnded");
        Assert.Equal((Seat.Interpreter, 50), (left.Stint.Seat, left.Stint.BillableSeconds));
        await first.NextAsync<PresenceChanged>("PresenceChanged", fact => fact.Presence.State == PresenceState.WrapUp);
        await requester.ReportMediaAsync(session.Id);
        stage.Time.Advance(10);
        Assert.Equal(60, (await requester.EndAsync(session.Id)).BillableSeconds);
        Assert.Equal("50, 10", await StintSecondsAsync(stage, session.Id));
    }

    [Fact]
    public async Task Handing_over_now_does_not_wait()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, first, relief, session) = await TalkingAsync(stage);
        await first.SeekReliefAsync(session.Id);
        await relief.JoinAsync();
        var after = await first.HandOverAsync(session.Id);
        Assert.Equal(["requester", "interpreter_2"], after.Participants.Select(one => one.Seat.ToString()));
        await requester.NextAsync<SessionChanged>("SessionChanged", fact => fact.Session.InterpreterSeat.ToString() == "interpreter_2");
        Assert.Null((await first.ResumeAsync()).Session);
        Assert.Equal(session.Id, (await relief.ResumeAsync(holds: session.Id)).Session!.Id);
    }

    [Fact]
    public async Task A_restart_in_the_middle_of_the_overlap_hands_over_all_the_same()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, first, relief, session) = await TalkingAsync(stage);
        await first.SeekReliefAsync(session.Id);
        await relief.JoinAsync();
        stage.Time.Advance(10);
        await stage.RestartAsync();
        var again = await Task.WhenAll(new[] { requester, first, relief }.Select(one => stage.AgainAsync(one, one.Device)));
        var situations = await Task.WhenAll(again.Select(one => one.ResumeAsync(holds: session.Id)));
        Assert.All(situations, situation => Assert.Equal((HandoverState.Overlapping, true), (situation.Session!.Handover!.State, situation.Call is not null)));
        stage.Time.Advance(20);
        Assert.Equal(30, (await again[1].NextAsync<StintEnded>("StintEnded")).Stint.BillableSeconds);
        await again[0].EndAsync(session.Id);
        Assert.Equal("30, 0", await StintSecondsAsync(stage, session.Id));
    }

    [Fact]
    public async Task The_end_of_the_session_takes_the_offers_back()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, first, relief, session) = await TalkingAsync(stage);
        await first.SeekReliefAsync(session.Id);
        var offer = await relief.OfferAsync();
        await requester.EndAsync(session.Id);
        Assert.Equal(offer.Id, (await relief.NextAsync<OfferWithdrawn>("OfferWithdrawn")).OfferId);
        Assert.Equal("session_end", await stage.QueryAsync<string>("SELECT cancelled_by FROM requests WHERE relief_for = @id", new { id = session.Id }));
    }

    [Fact]
    public async Task Nobody_else_on_duty_is_said_at_once_and_the_conversation_goes_on()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (_, first, relief, session) = await TalkingAsync(stage);
        await relief.InvokeAsync("SetPresence", new { wanted = "offline" });
        var after = await first.SeekReliefAsync(session.Id);
        Assert.Equal((HandoverState.NotFound, SessionState.Active), (after.Handover!.State, after.State));
    }

    [Fact]
    public async Task A_coordinator_starts_it_from_the_floor_and_sees_who_interprets_when()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (_, first, relief, session) = await TalkingAsync(stage);
        var coordinator = await stage.CoordinatorAsync();
        await coordinator.SeekReliefAsync(session.Id);
        var floor = await coordinator.InvokeAsync<FloorView>("WatchFloor");
        Assert.Equal(session.Id, Assert.Single(floor.Requests).ReliefFor);
        await relief.JoinAsync();
        await first.HandOverAsync(session.Id);
        floor = await coordinator.InvokeAsync<FloorView>("WatchFloor");
        Assert.Equal(["left", "interpreting"], Assert.Single(floor.Sessions).Stints.Select(stint => stint.State.ToString().ToLowerInvariant()));
    }

    [Fact]
    public async Task The_list_of_conversations_says_who_interpreted_when_and_to_an_interpreter_only_the_own_part()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, first, relief, session) = await TalkingAsync(stage);
        stage.Time.Advance(15);
        await first.SeekReliefAsync(session.Id);
        await relief.JoinAsync();
        await first.HandOverAsync(session.Id);
        stage.Time.Advance(5);
        await requester.EndAsync(session.Id);
        Assert.Equal("interpreter 15, interpreter_2 5", await StintsSeenByAsync(stage, requester));
        Assert.Equal("interpreter 15", await StintsSeenByAsync(stage, first));
        Assert.Equal("interpreter_2 5", await StintsSeenByAsync(stage, relief));
    }

    private static async Task<(HubClient Requester, HubClient First, HubClient Relief, SessionView Session)> TalkingAsync(Stage stage)
    {
        var (requester, first) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        var session = await requester.ConnectWithAsync(first);
        return (requester, first, await stage.InterpreterAsync(), session);
    }

    private static async Task<SessionView> HandoverAsync(HubClient person, HandoverState state) =>
        (await person.NextAsync<SessionChanged>("SessionChanged", fact => fact.Session.Handover?.State == state)).Session;

    private static async Task<string> StintSecondsAsync(Stage stage, Guid session) => await stage.QueryAsync<string>(
        "SELECT string_agg(billable_seconds::text, ', ' ORDER BY number) FROM session_stints WHERE session_id = @session", new { session });

    private static async Task<string> StintsSeenByAsync(Stage stage, HubClient person)
    {
        using var answer = await stage.BrowserOf(person).GetAsync("/api/sessions");
        var record = Assert.Single((await answer.Content.ReadFromJsonAsync<JsonElement>()).EnumerateArray());
        return string.Join(", ", record.GetProperty("stints").EnumerateArray().Select(stint => $"{stint.GetProperty("seat")} {stint.GetProperty("billableSeconds")}"));
    }
}
