using Microsoft.Extensions.DependencyInjection;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Cluster;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Cluster;

/// <summary>I16 across nodes: they bill by one clock, whatever the clocks of their machines say.</summary>
public sealed class ClockOfNodesTests(RealPostgres postgres)
{
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_session_that_runs_across_a_take_over_is_billed_by_one_clock_though_the_nodes_differ_by_an_hour(int hours)
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var other = await stage.AddNodeAsync(wallClockAhead: TimeSpan.FromHours(hours));
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        var session = await requester.ConnectWithAsync(interpreter);
        stage.Time.Advance(20);
        await stage.Server.App.StopAsync();
        await other.HoldsAsync();
        stage.Door = other;
        (requester, interpreter) = (await stage.BackAsync(requester, session.Id), await stage.BackAsync(interpreter, session.Id));
        await requester.ReportMediaAsync(session.Id, forSeconds: 20);
        await interpreter.ReportMediaAsync(session.Id, forSeconds: 20);
        stage.Time.Advance(20);
        var ended = await requester.EndAsync(session.Id);
        Assert.Equal((40, EndReason.HangUpRequester), (ended.BillableSeconds!.Value, ended.EndReason!.Value));
        Assert.Equal(TimeSpan.FromSeconds(40), ended.EndedAt!.Value - ended.StartedAt!.Value);
    }

    [Fact]
    public async Task The_time_of_a_node_is_the_time_of_the_database()
    {
        await using var server = await RealServer.StartAsync(postgres, builder => builder.Services.AddSingleton<TimeProvider>(new WrongClock()));
        var clock = server.Services.GetRequiredService<SteadyClock>();
        var (before, at, after) = (clock.Now, await server.QueryAsync<DateTime>("SELECT clock_timestamp()"), clock.Now);
        Assert.InRange(new DateTimeOffset(at), before - TimeSpan.FromSeconds(1), after + TimeSpan.FromSeconds(1));
    }

    private sealed class WrongClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromHours(3);
    }
}
