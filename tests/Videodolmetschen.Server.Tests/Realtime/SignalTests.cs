using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Realtime;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Realtime;

public sealed class SignalTests(SharedStage shared) : IClassFixture<SharedStage>
{
    private readonly Stage _stage = shared.Stage;

    [Fact]
    public async Task A_signal_reaches_the_other_participant_as_it_was_sent()
    {
        var (requester, interpreter, session) = await InCallAsync("pes");
        await interpreter.InvokeTextAsync("Signal", $$"""["{{session}}","requester",{"sdp":"v=0\r\n","ü":[1,2.50,null,"\u00e4"]}]""");
        var signal = await requester.NextAsync("SignalReceived");
        Assert.Equal("interpreter", signal.GetProperty("from").GetString());
        Assert.Equal("""{"sdp":"v=0\r\n","ü":[1,2.50,null,"\u00e4"]}""", signal.GetProperty("payload").GetRawText());
    }

    [Fact]
    public async Task Nobody_else_can_signal_into_a_session()
    {
        var (_, _, session) = await InCallAsync("ukr");
        var stranger = await _stage.RequesterAsync();
        var coordinator = await _stage.CoordinatorAsync();
        Assert.Equal("session_not_found", await Doing.CodeAsync(() => stranger.InvokeAsync("Signal", session, "interpreter", 1)));
        Assert.Equal("forbidden", await Doing.CodeAsync(() => coordinator.InvokeAsync("Signal", session, "interpreter", 1)));
    }

    [Fact]
    public async Task A_signal_of_more_than_16_KiB_is_refused_and_the_connection_lives_on()
    {
        var (requester, interpreter, session) = await InCallAsync("arb");
        Assert.Equal("signal_too_large", await Doing.CodeAsync(() => interpreter.InvokeAsync("Signal", session, "requester", new string('x', (16 * 1024) - 1))));
        await interpreter.InvokeAsync("Signal", session, "requester", new string('x', (16 * 1024) - 2));
        await requester.NextAsync("SignalReceived");
    }

    [Fact]
    public async Task A_signal_to_ones_own_side_has_no_receiver()
    {
        var (requester, _, session) = await InCallAsync("som");
        Assert.Equal("signal_receiver_unknown", await Doing.CodeAsync(() => requester.InvokeAsync("Signal", session, "requester", 1)));
    }

    [Theory]
    [InlineData("interpreter_2", "signal_receiver_unknown")]
    [InlineData("guest_1", "signal_receiver_unknown")]
    [InlineData("guest_01", "argument_invalid")]
    [InlineData("coordinator", "argument_invalid")]
    public async Task A_signal_to_a_seat_that_nobody_has_is_refused(string seat, string code)
    {
        var (requester, _, session) = await InCallAsync("fra");
        Assert.Equal(code, await Doing.CodeAsync(() => requester.InvokeAsync("Signal", session, seat, 1)));
        await requester.EndAsync(session);
    }

    [Fact]
    public async Task The_later_sitter_stands_later_among_the_participants()
    {
        var interpreter = await _stage.InterpreterAsync("spa");
        var requester = await _stage.RequesterAsync();
        await requester.RequestAsync("spa");
        var session = (await interpreter.AcceptAsync(await interpreter.OfferAsync())).Session!;
        Assert.Equal([Seat.Requester, Seat.Interpreter], session.Participants.Select(one => one.Seat));
    }

    [Fact]
    public async Task Signals_end_with_the_session()
    {
        var (requester, interpreter, session) = await InCallAsync("tir");
        await requester.EndAsync(session);
        Assert.Equal("session_not_found", await Doing.CodeAsync(() => interpreter.InvokeAsync("Signal", session, "requester", 1)));
    }

    [Fact]
    public async Task A_signal_of_an_earlier_session_does_not_reach_the_next_one_of_the_same_two()
    {
        var (requester, interpreter, earlier) = await InCallAsync("amh");
        await requester.EndAsync(earlier);
        await interpreter.InvokeAsync("EndWrapUp");
        var session = await requester.ConnectWithAsync(interpreter, "amh");
        Assert.Equal("session_not_found", await Doing.CodeAsync(() => requester.InvokeAsync("Signal", earlier, "interpreter", "late")));
        await requester.InvokeAsync("Signal", session.Id, "interpreter", "in time");
        Assert.Equal("in time", (await interpreter.NextAsync("SignalReceived")).GetProperty("payload").GetString());
    }

    [Fact]
    public async Task Another_tab_takes_the_call_only_when_it_is_told_to()
    {
        var (requester, interpreter, session) = await InCallAsync("tur");
        var second = await _stage.AgainAsync(requester);
        Assert.Null((await second.ResumeAsync()).Call);
        Assert.Equal("call_on_other_device", await Doing.CodeAsync(() => second.InvokeAsync("Signal", session, "interpreter", 1)));
        Assert.NotNull((await second.ResumeAsync(takeCall: true)).Call);
        Assert.Equal(session, (await requester.NextAsync<CallMoved>("CallMoved")).SessionId);
        await interpreter.InvokeAsync("Signal", session, "requester", "to the new tab");
        Assert.Equal("to the new tab", (await second.NextAsync("SignalReceived")).GetProperty("payload").GetString());
        Assert.Equal("call_on_other_device", await Doing.CodeAsync(() => requester.ReportMediaAsync(session)));
    }

    [Fact]
    public async Task A_reload_brings_the_tab_back_into_its_call()
    {
        var (requester, interpreter, session) = await InCallAsync("rus");
        await requester.DisposeAsync();
        var reloaded = await _stage.AgainAsync(requester, requester.Device);
        var situation = await reloaded.ResumeAsync();
        Assert.Equal((session, Seat.Requester), (situation.Session!.Id, situation.Call!.Seat));
        await interpreter.InvokeAsync("Signal", session, "requester", "hello again");
        await reloaded.NextAsync("SignalReceived");
    }

    [Fact]
    public async Task Only_the_accepting_tab_is_given_the_call()
    {
        var interpreter = await _stage.InterpreterAsync("vie");
        var second = await _stage.AgainAsync(interpreter);
        await second.ResumeAsync();
        var requester = await _stage.RequesterAsync();
        await requester.RequestAsync("vie");
        await interpreter.OfferAsync();
        var answer = await second.AcceptAsync(await second.OfferAsync());
        Assert.NotNull(answer.Call);
        Assert.Null((await interpreter.NextAsync<SessionReady>("SessionReady")).Call);
        Assert.NotNull((await second.NextAsync<SessionReady>("SessionReady")).Call);
    }

    [Fact]
    [SuppressMessage("Security", "CA5350", Justification = "what coturn checks")]
    public async Task Interpreters_relay_and_both_sides_get_credentials_that_the_relay_can_check()
    {
        var interpreter = await _stage.InterpreterAsync("ron");
        var requester = await _stage.RequesterAsync();
        await requester.RequestAsync("ron");
        var call = (await interpreter.AcceptAsync(await interpreter.OfferAsync())).Call!;
        var others = (await requester.NextAsync<SessionReady>("SessionReady")).Call!;
        Assert.Equal((Seat.Interpreter, true, Seat.Requester, false), (call.Seat, call.RelayOnly, others.Seat, others.RelayOnly));
        var server = Assert.Single(call.IceServers);
        var expected = System.Security.Cryptography.HMACSHA1.HashData("north"u8, System.Text.Encoding.UTF8.GetBytes(server.Username!));
        Assert.Equal(Convert.ToBase64String(expected), server.Credential);
    }

    [Fact]
    public async Task A_client_that_does_not_read_is_cut_and_nobody_waits_for_it()
    {
        var (requester, interpreter, session) = await InCallAsync("hye");
        await using var deaf = await HubClient.ConnectAsync(_stage.BrowserOf(requester), _stage.Server.Address, reads: false);
        await deaf.SendAsync(JsonSerializer.Serialize(new { type = 1, target = "Resume", arguments = new object[] { new { deviceId = deaf.Device, takeCall = true } } }));
        await requester.NextAsync("CallMoved");
        var code = await Doing.CodeAsync(() => FloodAsync(interpreter, session));
        Assert.Equal("signal_receiver_unknown", code);
        await requester.EndAsync(session);
    }

    private static async Task FloodAsync(HubClient interpreter, Guid session)
    {
        var payload = new string('x', 15 * 1024);
        for (var sent = 0; sent < 10_000; sent++)
        {
            await interpreter.InvokeAsync("Signal", session, "requester", payload);
        }
    }

    private async Task<(HubClient Requester, HubClient Interpreter, Guid Session)> InCallAsync(string language)
    {
        var interpreter = await _stage.InterpreterAsync(language);
        var requester = await _stage.RequesterAsync();
        var session = await requester.ConnectWithAsync(interpreter, language);
        return (requester, interpreter, session.Id);
    }
}
