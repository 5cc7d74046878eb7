using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Cluster;
using Videodolmetschen.Server.Realtime;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Cluster;

public sealed class FailoverTests(RealPostgres postgres)
{
    // All that nodes keep for themselves but the connection of the lease: it alone has an advisory lock.
    private const string OfTheBus = "FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'videodolmetschen-node' AND pid NOT IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory')";

    [Fact]
    public async Task When_the_holder_stops_another_takes_over_with_requests_queued_and_a_session_running()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var other = await stage.AddNodeAsync();
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        var session = await requester.ConnectWithAsync(interpreter);
        stage.Door = other;
        var waiting = await stage.RequesterAsync();
        var queued = await waiting.RequestAsync();
        await stage.Server.App.StopAsync();
        await other.HoldsAsync();
        (requester, interpreter, waiting) = (await stage.BackAsync(requester), await stage.BackAsync(interpreter), await stage.BackAsync(waiting));
        Assert.Equal((queued.Id, RequestState.Waiting), await StateAsync(waiting));
        stage.Time.Advance(12);
        Assert.Equal(SessionState.Ended, (await stage.InsistAsync(() => requester.EndAsync(session.Id))).State);
        stage.Time.Advance(16);
        Assert.Equal("accepted", (await interpreter.AcceptAsync(await interpreter.OfferAsync())).Outcome);
    }

    [Fact]
    public async Task A_follower_whose_holder_changed_keeps_revisions_going_up()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var other = await stage.AddNodeAsync();
        stage.Door = other;
        var requester = await stage.RequesterAsync();
        var before = (await requester.ResumeAsync()).Revision;
        await stage.Server.App.StopAsync();
        await other.HoldsAsync();
        Assert.True((await stage.InsistAsync(() => requester.ResumeAsync())).Revision > before);
    }

    [Fact]
    public async Task Whoever_was_connected_to_a_node_that_fell_silent_is_lost()
    {
        await using var stage = await Stage.OpenAsync(postgres, "Cluster:DeadAfter=00:00:01.5");
        var interpreter = await stage.InterpreterAsync();
        var party = stage.Server.Services.GetRequiredService<Connections>().Present().Single();
        await using var ghost = await GhostNode.AppearAsync(stage);
        await ghost.SayAsync(new NodeMessage.Join(ghost.Epoch, [party]));
        await ghost.HearsAsync<NodeMessage.Welcome>();
        await stage.LeaveAsync(interpreter);
        await ghost.BeatAsync();
        Assert.True(stage.Server.Services.GetRequiredService<Whereabouts>().IsPresent(party));
        await stage.SettleAsync(board => !board.IsConnected(party));
    }

    [Fact]
    public async Task What_no_notification_announced_is_found_by_the_poll()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        await using var ghost = await GhostNode.AppearAsync(stage);
        await ghost.SayAsync(new NodeMessage.Ask(1, new Domain.Dispatch.DispatchCommand.AskFloor()), notify: false);
        await ghost.BeatAsync();
        Assert.IsType<Domain.Dispatch.DispatchReply.FloorIs>((await ghost.HearsAsync<NodeMessage.Answer>()).Reply);
    }

    [Fact]
    public async Task Listening_connections_that_are_lost_are_made_anew_and_what_was_said_meanwhile_is_heard()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var interpreter = await stage.InterpreterAsync();
        stage.Door = await stage.AddNodeAsync();
        var requester = await stage.RequesterAsync();
        var connections = await stage.QueryAsync<int>($"SELECT count(*) {OfTheBus}");
        await stage.CutDatabaseAsync($"SELECT count(pg_terminate_backend(pid)) {OfTheBus}");
        var key = Guid.NewGuid();
        var request = await stage.InsistAsync(() => requester.RequestAsync(key: key));
        Assert.Equal(request.Id, (await interpreter.OfferAsync()).RequestId);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await stage.QueryAsync<int>($"SELECT count(*) {OfTheBus}") < connections)
        {
            await Task.Delay(20, limit.Token);
        }
    }

    [Fact]
    public async Task A_holder_that_another_node_has_passed_by_decides_no_more_and_goes_on_when_that_one_is_gone()
    {
        await using var stage = await Stage.OpenAsync(postgres, "Cluster:LeaseRunsOutAfter=00:00:01");
        var requester = await stage.RequesterAsync();
        var interpreter = await stage.InterpreterAsync();
        var epoch = stage.Server.Services.GetRequiredService<HolderDesk>().Epoch;
        await stage.CutDatabaseAsync("SET app.customer = '*'; UPDATE dispatch_lease SET epoch = epoch + 1, holder = gen_random_uuid(), renewed_at = clock_timestamp() RETURNING 1");
        var request = await stage.InsistAsync(async () => await (await stage.AgainAsync(requester, requester.Device)).RequestAsync());
        Assert.Equal(request.Id, (await interpreter.OfferAsync()).RequestId);
        Assert.True(stage.Server.Services.GetRequiredService<HolderDesk>().Epoch > epoch + 1);
    }

    [Fact]
    public async Task A_node_that_is_told_to_stop_is_out_of_traffic_at_once_hands_the_lease_over_and_serves_its_tabs_until_they_have_moved()
    {
        await using var stage = await Stage.OpenAsync(postgres, "Cluster:DrainFor=00:05:00");
        var other = await stage.AddNodeAsync();
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        var draining = stage.Server.Services.GetRequiredService<Drain>().RunAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await stage.Server.Client.GetAsync("/health/ready")).StatusCode);
        await other.HoldsAsync();
        (requester, interpreter) = (await stage.BackAsync(requester), await stage.BackAsync(interpreter));
        await requester.RequestAsync();
        Assert.Equal("accepted", (await interpreter.AcceptAsync(await interpreter.OfferAsync())).Outcome);
        Assert.False(draining.IsCompleted);
        await stage.Server.App.StopAsync();
        await draining;
    }

    private static async Task<(Guid, RequestState)> StateAsync(HubClient person)
    {
        var request = (await person.ResumeAsync()).Request!;
        return (request.Id, request.State);
    }
}
