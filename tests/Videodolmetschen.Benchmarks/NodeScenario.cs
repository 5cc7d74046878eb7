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
        section.Notes.Add($"{desks.Sum(desk => desk.EarlyReports)} media reports came before their node knew of the session, were refused, and were sent again.");
        return section;
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
