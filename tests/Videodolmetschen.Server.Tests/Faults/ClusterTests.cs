using System.Net;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Faults;

/// <summary>Three nodes behind HAProxy: what the death, the freezing and the cutting off of the one that decides does to people.</summary>
public sealed class ClusterTests(ServerCluster cluster) : IClassFixture<ServerCluster>
{
    [Fact]
    public async Task Requester_and_interpreter_on_two_nodes_that_do_not_decide_talk_and_their_signals_cross()
    {
        var holder = await cluster.HolderAsync();
        var one = cluster.OtherThan(holder);
        var (requester, interpreter) = (await cluster.Crowd.RequesterAsync(one.Name), await cluster.Crowd.InterpreterAsync("kmr", cluster.OtherThan(holder, one).Name));
        var session = await requester.ConnectWithAsync(interpreter, "kmr");
        await requester.InvokeAsync("Signal", session.Id, "interpreter", new { says = "offer" });
        Assert.Equal("offer", (await interpreter.NextAsync("SignalReceived")).GetProperty("payload").GetProperty("says").GetString());
        await interpreter.InvokeAsync("Signal", session.Id, "requester", new { says = "answer" });
        Assert.Equal("answer", (await requester.NextAsync("SignalReceived")).GetProperty("payload").GetProperty("says").GetString());
        Assert.Equal(SessionState.Ended, (await interpreter.EndAsync(session.Id)).State);
        await requester.NextAsync("SessionEnded");
        await cluster.AssertUnharmedAsync();
    }

    [Fact]
    public async Task When_the_node_that_decides_is_killed_everybody_is_back_in_time_and_nothing_is_lost()
    {
        var holder = await cluster.HolderAsync();
        var (talking, partner) = (await RequesterAsync(holder), await InterpreterAsync("tur", cluster.OtherThan(holder)));
        var (ringing, rung, waiting) = (await RequesterAsync(holder), await InterpreterAsync("prs", holder), await RequesterAsync(holder));
        var session = await partner.DoAsync(interpreter => talking.DoAsync(requester => requester.ConnectWithAsync(interpreter, "tur")));
        var request = await ringing.DoAsync(one => one.RequestAsync("prs"));
        var queued = await waiting.DoAsync(one => one.RequestAsync("tur"));
        await holder.Server.KillAsync();
        var back = await Task.WhenAll(new[] { talking, partner, ringing, rung, waiting }.Select(one => one.ResumeAsync()));
        Assert.Equal((session.Id, session.Id, request.Id, queued.Id), (back[0].Session!.Id, back[1].Session!.Id, back[2].Request!.Id, back[4].Request!.Id));
        var offer = Assert.Single(back[3].Offers);
        Assert.Equal(("accepted", RequestState.Waiting), ((await rung.DoAsync(one => one.AcceptAsync(offer))).Outcome, back[4].Request!.State));
        Assert.Equal(SessionState.Ended, (await talking.DoAsync(one => one.EndAsync(session.Id))).State);
        Assert.Equal(1, await cluster.QueryAsync<int>("SELECT count(*) FROM sessions WHERE request_id = @Id", new { request.Id }));
        await cluster.AssertUnharmedAsync();
        await holder.Server.StartAgainAsync();
        await cluster.AllReadyAsync();
    }

    [Fact]
    public async Task A_node_that_is_cut_off_from_the_database_says_so_its_clients_move_and_it_comes_back_by_itself()
    {
        var holder = await cluster.HolderAsync();
        var (requester, interpreter) = (await RequesterAsync(holder), await InterpreterAsync("rus", holder));
        var request = await requester.DoAsync(one => one.RequestAsync("rus"));
        var client = await requester.DoAsync(Task.FromResult);
        holder.ToDatabase.Swallow();
        await cluster.IsAsync(holder, HttpStatusCode.ServiceUnavailable);
        await client.Closed.WaitAsync(TimeSpan.FromSeconds(20));
        var offer = Assert.Single((await interpreter.ResumeAsync()).Offers);
        Assert.Equal((request.Id, "accepted"), (offer.RequestId, (await interpreter.DoAsync(one => one.AcceptAsync(offer))).Outcome));
        Assert.NotNull((await requester.ResumeAsync()).Session);
        Assert.NotEqual(holder, await cluster.HolderAsync());
        await cluster.AssertUnharmedAsync();
        holder.ToDatabase.Pass();
        await cluster.AllReadyAsync();
    }

    /// <param name="what">How PostgreSQL shows the last statement of the connections that are cut, on whichever node.</param>
    /// <param name="language">Of this case.</param>
    [Theory]
    [InlineData("LISTEN %", "tir")]
    [InlineData("UPDATE dispatch_lease%", "srp")]
    [InlineData("INSERT INTO dispatch_events%", "als")]
    public async Task Everybody_goes_on_when_only_the_connections_are_cut_that_listen_or_hold_the_lease_or_store(string what, string language)
    {
        var holder = await cluster.HolderAsync();
        var (requester, interpreter, waiting) = (await RequesterAsync(cluster.OtherThan(holder)), await InterpreterAsync(language, holder), await RequesterAsync(holder));
        var session = await interpreter.DoAsync(one => requester.DoAsync(other => other.ConnectWithAsync(one, language)));
        Assert.NotEqual(0, await cluster.CutAsync(what));
        var key = Guid.NewGuid();
        var request = await waiting.DoAsync(one => one.RequestAsync(language, key));
        Assert.Equal(SessionState.Ended, (await requester.DoAsync(one => one.EndAsync(session.Id))).State);
        await interpreter.DoAsync(BusyLane.ReadyAgainAsync);
        var accepted = await interpreter.DoAsync(one => BusyLane.AcceptAsync(one, request.Id));
        Assert.Equal(SessionState.Ended, (await waiting.DoAsync(one => one.EndAsync(accepted))).State);
        await cluster.AllReadyAsync();
        await cluster.AssertUnharmedAsync();
    }

    [Fact]
    public Task A_node_that_stood_still_while_another_took_over_stores_nothing_any_more() => FreezeAsync("ukr", TimeSpan.Zero);

    /// <summary>As long as RELIABILITY.md 1.6 says; run it with <c>-explicit on</c>.</summary>
    [Fact(Explicit = true)]
    public Task A_node_that_stood_still_for_20_seconds_stores_nothing_any_more() => FreezeAsync("pol", TimeSpan.FromSeconds(20));

    [Fact]
    public async Task When_the_node_that_decides_is_stopped_under_load_nothing_acknowledged_is_lost()
    {
        var holder = await cluster.HolderAsync();
        string[] languages = ["bul", "ron", "ckb", "pes"];
        var lanes = await Task.WhenAll(languages.Select((language, index) => BusyLane.OpenAsync(cluster, language, cluster.Nodes[index % 3].Name)));
        var working = lanes.Select(lane => lane.WorkAsync(rounds: 12)).ToArray();
        await Task.WhenAll(lanes.Select(lane => lane.HalfTime));
        holder.Server.Signal("TERM");
        await holder.Server.EndedAsync();
        var acknowledged = (await Task.WhenAll(working)).SelectMany(sessions => sessions).ToArray();
        Assert.Equal(48, acknowledged.Distinct().Count());
        Assert.Equal(48, await cluster.QueryAsync<int>("SELECT count(*) FROM sessions WHERE state = 'ended' AND id = ANY (@acknowledged)", new { acknowledged }));
        await cluster.AssertUnharmedAsync();
        await holder.Server.StartAgainAsync();
        await cluster.AllReadyAsync();
    }

    /// <summary>What was asked of a node that stood still is decided by the one that has taken over, with what is true there.</summary>
    /// <param name="language">Of nobody else.</param>
    /// <param name="afterwards">The other one holds the lease for so long before the frozen one goes on.</param>
    private async Task FreezeAsync(string language, TimeSpan afterwards)
    {
        var frozen = await cluster.HolderAsync();
        var (requester, interpreter) = (await RequesterAsync(frozen), await InterpreterAsync(language, cluster.OtherThan(frozen)));
        var request = await requester.DoAsync(one => one.RequestAsync(language));
        var offer = Assert.Single((await interpreter.ResumeAsync()).Offers);
        var straight = await requester.DoAsync(one => cluster.Crowd.AgainAsync(one, new Uri(frozen.Server.Address)));
        await straight.ResumeAsync();
        straight.Patience += afterwards;
        frozen.Server.Signal("STOP");
        try
        {
            var cancelling = Record.ExceptionAsync(() => straight.InvokeAsync("CancelRequest", new { requestId = request.Id }));
            await cluster.HolderAsync(otherThan: frozen);
            var session = await interpreter.DoAsync(async one => (await one.AcceptAsync(offer)).Session!.Id);
            await requester.DoAsync(one => one.ReportMediaAsync(session));
            await interpreter.DoAsync(one => one.ReportMediaAsync(session));
            await cluster.HeldForAsync(afterwards);
            frozen.Server.Signal("CONT");
            var refused = await cancelling;
            Assert.True(refused is IOException or HubFailureException { Code: "request_not_cancellable" }, refused?.ToString());
            Assert.Equal((session, SessionState.Active), (await requester.ResumeAsync()) is { Session: { } running } ? (running.Id, running.State) : default);
            Assert.Equal(SessionState.Ended, (await requester.DoAsync(one => one.EndAsync(session))).State);
        }
        finally
        {
            frozen.Server.Signal("CONT");
        }

        await cluster.AllReadyAsync();
        await cluster.AssertUnharmedAsync();
    }

    private async Task<Traveller> RequesterAsync(ServerCluster.Node node) => new(cluster.Crowd, await cluster.Crowd.RequesterAsync(node.Name));

    private async Task<Traveller> InterpreterAsync(string language, ServerCluster.Node node) => new(cluster.Crowd, await cluster.Crowd.InterpreterAsync(language, node.Name));
}
