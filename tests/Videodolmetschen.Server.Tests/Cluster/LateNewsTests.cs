using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Server.Cluster;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Realtime;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Cluster;

/// <summary>People may know more than the node at which they sit, and what nodes say may come in another order than it was stored.</summary>
public sealed class LateNewsTests(RealPostgres postgres)
{
    [Theory]
    [InlineData("ReportMedia")]
    [InlineData("Signal")]
    [InlineData("HoldSession")]
    public async Task What_is_said_of_a_session_that_the_node_has_not_heard_of_yet_is_not_refused(string method)
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var interpreter = await stage.InterpreterAsync();
        stage.Door = await stage.AddNodeAsync();
        var requester = await stage.RequesterAsync();
        await requester.RequestAsync();
        var offer = await interpreter.OfferAsync();
        var silence = await stage.SilenceAsync();
        var session = (await interpreter.AcceptAsync(offer)).Session!.Id;
        var saying = method switch
        {
            "Signal" => requester.InvokeAsync(method, session, "interpreter", 1),
            "HoldSession" => requester.InvokeAsync(method, new { sessionId = session, on = true }),
            _ => requester.ReportMediaAsync(session),
        };
        await Stage.HaveSomethingToSayAsync(silence, nodes: 2, saying);
        await silence.DisposeAsync();
        await saying;
    }

    [Fact]
    public async Task A_signal_finds_its_seat_although_the_senders_node_has_not_heard_where_that_is()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var interpreter = await stage.InterpreterAsync();
        stage.Door = await stage.AddNodeAsync();
        var requester = await stage.RequesterAsync();
        var session = await requester.ConnectWithAsync(interpreter);
        var there = stage.Server.Services.GetRequiredService<Connections>().Present().Single();
        stage.Door.Services.GetRequiredService<CallSeats>().Leave(there);
        await requester.InvokeAsync("Signal", session.Id, "interpreter", "found");
        Assert.Equal("found", (await interpreter.NextAsync("SignalReceived")).GetProperty("payload").GetString());
    }

    [Fact]
    public async Task An_answer_that_comes_while_the_board_is_being_read_anew_is_asked_for_again()
    {
        await using var stage = await Stage.OpenAsync(postgres, "Cluster:LeaseRunsOutAfter=00:05:00");
        var requester = await stage.RequesterAsync();
        await using var ghost = await GhostNode.AppearAsync(stage);
        await ghost.TakeLeaseAsync();
        await LetFollowAsync(ghost);
        var resuming = requester.ResumeAsync();
        var asked = await ghost.HearsAsync<NodeMessage.Ask>();
        await ghost.SayAsync(new NodeMessage.Leads(ghost.Epoch));
        await ghost.HearsAsync<NodeMessage.Join>();
        await ghost.SayAsync(Answer(asked, revision: 1));
        await ghost.SayAsync(new NodeMessage.Welcome(ghost.Epoch, [], []));
        var again = await ghost.HearsAsync<NodeMessage.Ask>();
        await ghost.SayAsync(Answer(again, revision: 2));
        Assert.Equal((asked, 2), (again, (await resuming).Revision));
    }

    [Fact]
    public async Task Of_two_changes_of_the_rules_the_board_shows_the_one_that_was_stored_last_even_if_it_arrives_first()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        await ChangeTheWrongWayRoundAsync(stage, offerLife: 9);
        Assert.Equal(TimeSpan.FromSeconds(9), stage.Server.Services.GetRequiredService<LiveBoard>().Policy.OfferLife);
    }

    [Fact]
    public async Task Of_two_changes_of_the_rules_offers_follow_the_one_that_was_stored_last_even_if_it_arrives_first()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        await ChangeTheWrongWayRoundAsync(stage, offerLife: 9);
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        await requester.RequestAsync();
        Assert.Equal(TimeSpan.FromSeconds(9), (await interpreter.OfferAsync()).ExpiresAt - stage.Time.Steady);
    }

    private static async Task LetFollowAsync(GhostNode ghost)
    {
        await ghost.HearsAsync<NodeMessage.Join>();
        await ghost.SayAsync(new NodeMessage.Welcome(ghost.Epoch, [], []));
    }

    private static NodeMessage.Answer Answer(NodeMessage.Ask asked, long revision) =>
        new(asked.Id, revision, new DispatchReply.SituationIs(new Domain.Dispatch.Situation(null, [], null, null)));

    /// <summary>The former of two changes is said by a node after the latter.</summary>
    private static async Task ChangeTheWrongWayRoundAsync(Stage stage, int offerLife)
    {
        await using var ghost = await GhostNode.AppearAsync(stage);
        var coordinator = await stage.CoordinatorAsync();
        await PutAsync(stage, coordinator, 0, offerLife: 7);
        var former = stage.Server.Services.GetRequiredService<LiveBoard>().Policy;
        await PutAsync(stage, coordinator, 1, offerLife);
        await ghost.SayAsync(new NodeMessage.Ask(1, new DispatchCommand.UsePolicy(former, 1)));
        await ghost.HearsAsync<NodeMessage.Answer>();
    }

    private static async Task PutAsync(Stage stage, HubClient coordinator, int version, int offerLife)
    {
        using var put = new HttpRequestMessage(HttpMethod.Put, "/api/dispatch-policy") { Content = JsonContent.Create(new { version, values = new { offerLife } }) };
        using var answer = await stage.BrowserOf(coordinator).SendAsync(put);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
