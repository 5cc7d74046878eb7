using Dapper;
using Npgsql;

namespace Videodolmetschen.Benchmarks;

/// <summary>Two nodes on one database: what it costs when requester and interpreter sit at different ones.</summary>
internal sealed class NodeScenario(Effort effort, Postgres postgres)
{
    private static readonly string[] Places =
    [
        "both at the node that decides", "interpreter at the other node", "requester at the other node", "both at the other node",
    ];

    public async Task<Section> RunAsync()
    {
        var world = await World.CreateAsync(postgres, Places.Length);
        await using var deciding = await LiveService.StartAsync(world);
        await using var other = await LiveService.StartAsync(world);
        var (here, there) = (deciding.Address, other.Address);
        Desk[] desks =
        [
            await Desk.OpenAsync(here, here, world.Pairs[0]),
            await Desk.OpenAsync(here, there, world.Pairs[1]),
            await Desk.OpenAsync(there, here, world.Pairs[2]),
            await Desk.OpenAsync(there, there, world.Pairs[3]),
        ];
        List<Durations[]> rounds = [];
        for (var number = 0; number <= effort.Rounds; number++)
        {
            var round = desks.Select(_ => new Durations()).ToArray();
            for (var sample = 0; sample < effort.Samples / 2; sample++)
            {
                for (var place = 0; place < desks.Length; place++)
                {
                    await desks[place].CycleAsync(round[place]);
                }
            }

            // Round 0 warms up and does not count.
            if (number > 0)
            {
                rounds.Add(round);
            }
        }

        foreach (var desk in desks)
        {
            await desk.DisposeAsync();
        }

        var section = Say(rounds);
        section.Notes.Add(await TalkAsync(world));
        return section;
    }

    /// <summary>What travels between the nodes in the last half minute: its length decides whether one notification carries it.</summary>
    private static async Task<string> TalkAsync(World world)
    {
        await using var connection = new NpgsqlConnection(world.ConnectionString);
        await connection.OpenAsync();
        await connection.ExecuteAsync("SELECT set_config('app.customer', '*', false)");
        var (packs, average, longest, tooLong) = await connection.QuerySingleAsync<(long, int, int, long)>(
            """
            SELECT count(*), avg(octet_length(messages))::integer, max(octet_length(messages)), count(*) FILTER (WHERE octet_length(messages) > 7000)
            FROM node_messages
            WHERE messages LIKE '%"$":"Stored"%'
            """);
        return Print.Of($"Decisions travel to the other node as one JSON text per batch: {average} bytes on average, {longest} at most, of {packs} packs {tooLong} over the 7,000 bytes that a notification takes; those go compressed, and otherwise would be read from the table in a transaction of its own. The way is: JSON, one INSERT with pg_notify (a row of an unlogged table, so nothing is flushed), PostgreSQL's wake-up of the listener, JSON again, the board, the hub; and one more process shares the processor.");
    }

    private static Section Say(List<Durations[]> rounds)
    {
        var section = new Section("Two nodes: request sent -> offer received", ["Where", "p50", "p99", "p50 against the same node"]);
        for (var place = 0; place < Places.Length; place++)
        {
            section.Add(
                Places[place], Print.Ms(Median.Of(rounds, round => round[place].P50)), Print.Ms(Median.Of(rounds, round => round[place].P99)),
                Print.Times(Median.Of(rounds, round => round[place].P50 / round[0].P50)));
        }

        section.Goals.Add(new Goal("request -> offer at another node against the same node, p50", Median.Of(rounds, round => round[1].P50 / round[0].P50), 1.6));
        return section;
    }
}
