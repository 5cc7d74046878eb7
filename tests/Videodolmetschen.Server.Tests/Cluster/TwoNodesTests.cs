using System.Net.Http.Json;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Cluster;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Realtime;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Cluster;

public sealed class TwoNodesTests(RealPostgres postgres)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Requester_and_interpreter_on_two_nodes_go_through_a_whole_session(bool requesterAtTheHolder)
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var other = await stage.AddNodeAsync();
        var (requester, interpreter) = (await EnterRequesterAsync(stage, requesterAtTheHolder ? stage.Server : other), await EnterInterpreterAsync(stage, requesterAtTheHolder ? other : stage.Server));
        var session = await requester.ConnectWithAsync(interpreter);
        Assert.Equal(session.Id, (await interpreter.NextAsync<SessionStarted>("SessionStarted")).Session.Id);
        stage.Time.Advance(25);
        var ended = await requester.EndAsync(session.Id);
        Assert.Equal((SessionState.Ended, EndReason.HangUpRequester, 25), (ended.State, ended.EndReason!.Value, ended.BillableSeconds!.Value));
        Assert.Equal(SessionState.Ended, (await interpreter.NextAsync<SessionEnded>("SessionEnded")).Session.State);
    }

    [Fact]
    public async Task Coordinators_on_both_nodes_see_the_same_floor()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var other = await stage.AddNodeAsync();
        var interpreter = await EnterInterpreterAsync(stage, other);
        var requester = await EnterRequesterAsync(stage, other);
        await requester.RequestAsync();
        await interpreter.OfferAsync();
        foreach (var node in stage.Nodes)
        {
            stage.Door = node;
            var floor = await (await stage.CoordinatorAsync()).InvokeAsync<FloorView>("WatchFloor");
            Assert.Single(Assert.Single(floor.Requests).Offers);
            Assert.True(Assert.Single(floor.Interpreters).Connected);
        }
    }

    [Fact]
    public async Task Signals_cross_nodes_as_they_were_sent_small_and_large()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var other = await stage.AddNodeAsync();
        var (requester, interpreter) = (await EnterRequesterAsync(stage, stage.Server), await EnterInterpreterAsync(stage, other));
        var session = await requester.ConnectWithAsync(interpreter);
        const string Small = """{"sdp":"v=0\r\n","ü":[1,2.50,null]}""";
        var large = $"\"{new string('x', NodeBundle.BytesAtMost * 2)}\"";
        // Too long for a notification even when compressed.
        var random = $"\"{Convert.ToBase64String(RandomNumberGenerator.GetBytes(NodeBundle.BytesAtMost))}\"";
        foreach (var payload in new[] { Small, large, random })
        {
            await interpreter.InvokeTextAsync("Signal", $"""["{session.Id}","requester",{payload}]""");
            await requester.InvokeTextAsync("Signal", $"""["{session.Id}","interpreter",{payload}]""");
            Assert.Equal(payload, (await requester.NextAsync("SignalReceived")).GetProperty("payload").GetRawText());
            Assert.Equal(payload, (await interpreter.NextAsync("SignalReceived")).GetProperty("payload").GetRawText());
        }
    }

    [Fact]
    public async Task A_call_moves_to_a_tab_on_another_node_and_the_former_tab_is_told()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var other = await stage.AddNodeAsync();
        var (requester, interpreter) = (await EnterRequesterAsync(stage, stage.Server), await EnterInterpreterAsync(stage, stage.Server));
        var session = await requester.ConnectWithAsync(interpreter);
        stage.Door = other;
        var tab = await stage.AgainAsync(requester);
        Assert.NotNull((await tab.ResumeAsync(takeCall: true)).Call);
        Assert.Equal(session.Id, (await requester.NextAsync<CallMoved>("CallMoved")).SessionId);
        await interpreter.InvokeAsync("Signal", session.Id, "requester", "to the new tab");
        await tab.NextAsync("SignalReceived");
        Assert.Equal("call_on_other_device", await Doing.CodeAsync(() => requester.InvokeAsync("Signal", session.Id, "interpreter", 1)));
    }

    [Fact]
    public async Task Signing_out_at_one_node_closes_the_tabs_at_the_other()
    {
        await using var stage = await Stage.OpenAsync(postgres, "Access:SweepEvery=01:00:00");
        var other = await stage.AddNodeAsync();
        var requester = await EnterRequesterAsync(stage, stage.Server);
        stage.Door = other;
        var tab = await stage.AgainAsync(requester);
        await tab.ResumeAsync();
        await stage.BrowserOf(requester).SignOutAsync();
        await tab.Closed.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Somebody_is_connected_while_any_node_has_a_connection()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var other = await stage.AddNodeAsync();
        var interpreter = await EnterInterpreterAsync(stage, stage.Server);
        stage.Door = other;
        var second = await stage.AgainAsync(interpreter);
        await second.ResumeAsync();
        await stage.LeaveAsync(interpreter);
        stage.Time.Advance(31);
        Assert.Equal(PresenceState.Available, (await second.ResumeAsync()).Presence!.State);
        await second.DisposeAsync();
        await stage.SettleAsync(board => !board.IsConnected(board.Interpreters.Keys.Select(Party.Of).Single()));
        stage.Time.Advance(31);
        await stage.SettleAsync(board => board.Presences.Values.Single().State == PresenceState.Offline);
    }

    [Fact]
    public async Task Rules_that_are_changed_at_one_node_hold_at_all()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        stage.Door = await stage.AddNodeAsync();
        var coordinator = await stage.CoordinatorAsync();
        using var put = new HttpRequestMessage(HttpMethod.Put, "/api/dispatch-policy") { Content = JsonContent.Create(new { version = 0, values = new { offerLife = 7 } }) };
        using var answer = await stage.BrowserOf(coordinator).SendAsync(put);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        foreach (var node in stage.Nodes)
        {
            Assert.Equal(TimeSpan.FromSeconds(7), node.Services.GetRequiredService<LiveBoard>().Policy.OfferLife);
        }
    }

    private static async Task<HubClient> EnterRequesterAsync(Stage stage, RealServer node)
    {
        stage.Door = node;
        return await stage.RequesterAsync();
    }

    private static async Task<HubClient> EnterInterpreterAsync(Stage stage, RealServer node)
    {
        stage.Door = node;
        return await stage.InterpreterAsync();
    }
}
