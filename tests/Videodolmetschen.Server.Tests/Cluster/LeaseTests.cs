using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Server.Cluster;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Cluster;

public sealed class LeaseTests(RealPostgres postgres)
{
    private static readonly TimeSpan RunsOutAfter = TimeSpan.FromSeconds(5);
    private static readonly NodeId One = NodeId.New();
    private static readonly NodeId Other = NodeId.New();

    [Fact]
    public async Task One_node_at_a_time_has_the_lease_and_the_next_one_has_it_when_the_session_ends()
    {
        var nodes = await NodesAsync();
        await using var second = await nodes.OpenAsync(CancellationToken.None);
        long epoch;
        await using (var first = await nodes.OpenAsync(CancellationToken.None))
        {
            epoch = (await TakeAsync(first, One)).HeldEpoch;
            var refused = await TakeAsync(second, Other);
            Assert.Equal((false, One.Value, epoch), (refused.Taken, refused.HeldBy!.Value, refused.HeldEpoch));
        }

        while (!(await TakeAsync(second, Other)).Taken)
        {
            await Task.Yield();
        }

        Assert.True(await LeaseStore.RenewAsync(second, epoch + 1, CancellationToken.None));
    }

    [Fact]
    public async Task A_lease_that_was_given_up_is_taken_at_once()
    {
        var nodes = await NodesAsync();
        await using var first = await nodes.OpenAsync(CancellationToken.None);
        await using var second = await nodes.OpenAsync(CancellationToken.None);
        await LeaseStore.GiveUpAsync(first, (await TakeAsync(first, One)).HeldEpoch);
        Assert.True((await TakeAsync(second, Other)).Taken);
    }

    [Fact]
    public async Task A_holder_that_is_frozen_keeps_its_session_but_loses_the_lease()
    {
        var nodes = await NodesAsync();
        await using var frozen = await nodes.OpenAsync(CancellationToken.None);
        await using var second = await nodes.OpenAsync(CancellationToken.None);
        var epoch = (await TakeAsync(frozen, One)).HeldEpoch;
        await second.ExecuteAsync("UPDATE dispatch_lease SET renewed_at = renewed_at - interval '6 s'");
        Assert.True((await TakeAsync(second, Other)).Taken);
        Assert.False(await LeaseStore.RenewAsync(frozen, epoch, CancellationToken.None));
    }

    [Fact]
    public async Task An_epoch_that_has_passed_stores_nothing_and_without_the_check_it_would()
    {
        await using var server = await RealServer.StartAsync(postgres);
        await server.IsReadyAsync();
        var presence = new Presence(await server.AddInterpreterAsync("ina@example.de", 1), PresenceState.Paused, DateTimeOffset.UtcNow) { PausedBecause = PausedBecause.OwnWish, IdleSince = DateTimeOffset.UtcNow };
        var passed = server.Services.GetRequiredService<HolderDesk>().Epoch - 1;
        var refused = await Assert.ThrowsAsync<PostgresException>(() => StoreAsync(server, presence, passed));
        Assert.Equal(LeaseStore.PassedOn, refused.SqlState);
        Assert.Equal(0, await server.QueryAsync<int>("SELECT count(*) FROM presences"));
        await using var owner = new NpgsqlConnection(server.ConnectionString);
        await owner.ExecuteAsync("CREATE OR REPLACE FUNCTION begin_dispatch(held_epoch bigint) RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM set_config('app.customer', '*', true); END $$");
        await StoreAsync(server, presence, passed);
        Assert.Equal(1, await server.QueryAsync<int>("SELECT count(*) FROM presences"));
    }

    [Fact]
    public async Task A_take_over_waits_for_what_the_former_holder_is_storing()
    {
        var nodes = await NodesAsync();
        await using var first = await nodes.OpenAsync(CancellationToken.None);
        await using var second = await nodes.OpenAsync(CancellationToken.None);
        var epoch = (await TakeAsync(first, One)).HeldEpoch;
        await using var batch = await first.BeginTransactionAsync();
        await first.ExecuteAsync("SELECT begin_dispatch(@epoch)", new { epoch });
        var taking = Assert.ThrowsAsync<PostgresException>(() => TakeAsync(second, Other, TimeSpan.Zero));
        Assert.Equal(PostgresErrorCodes.LockNotAvailable, (await taking).SqlState);
        await batch.CommitAsync();
        Assert.True((await TakeAsync(second, Other, TimeSpan.Zero)).Taken);
    }

    private static async Task StoreAsync(RealServer server, Presence presence, long epoch)
    {
        await using var store = new ChangeStore(server.Services.GetRequiredService<NpgsqlDataSource>());
        await store.StoreAsync([new Change.OfPresence(null, presence)], DateTimeOffset.UtcNow, epoch, CancellationToken.None);
    }

    private static Task<LeaseState> TakeAsync(NpgsqlConnection connection, NodeId node, TimeSpan? runsOutAfter = null) =>
        LeaseStore.TakeAsync(connection, node, runsOutAfter ?? RunsOutAfter, CancellationToken.None);

    private async Task<NodeConnections> NodesAsync()
    {
        DapperTypes.Register();
        var database = await postgres.CreateDatabaseAsync();
        var address = new DatabaseAddress();
        address.Set(database, database);
        return new NodeConnections(address);
    }
}
