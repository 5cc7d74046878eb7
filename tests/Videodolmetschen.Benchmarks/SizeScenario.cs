using System.Diagnostics;

namespace Videodolmetschen.Benchmarks;

/// <summary>The same conversation in a small house and in a big one, whole and the decision alone.</summary>
internal sealed class SizeScenario(Effort effort, Postgres postgres)
{
    private static readonly (int Interpreters, int Waiting)[] Houses = [(100, 10), (1_000, 1_000), (20_000, 10_000)];

    public async Task<Section> RunAsync()
    {
        var section = new Section("Growth: interpreters on duty and requests waiting", ["Interpreters", "Waiting", "request -> offer, p50", "against the smallest", "decision alone: request and acceptance, p50", "against the smallest"]);
        var decisions = Decisions.Measure(Math.Min(3, effort.Rounds));
        var whole = await WholeAsync();
        foreach (var (interpreters, waiting) in Decisions.Sizes)
        {
            var decision = decisions[(interpreters, waiting)];
            var served = whole.GetValueOrDefault((interpreters, waiting));
            section.Add(
                Print.Whole(interpreters), Print.Whole(waiting), served is null ? "" : Print.Ms(served.Value.P50), served is null ? "" : Print.Times(served.Value.Growth), Print.Us(decision.P50 * 1000), Print.Times(decision.Growth));
        }

        section.Goals.Add(new Goal("growth of request -> offer, 20,000 interpreters and 10,000 waiting against 100 and 10", whole[Houses[2]]!.Value.Growth, 1.2));
        section.Goals.Add(new Goal("growth of the decision alone", decisions[Houses[2]].Growth, 1.2));
        section.Goals.Add(new Goal("one decision among 20,000 interpreters and 10,000 waiting", decisions[Houses[2]].P50 * 1000 / 2, 50, " µs"));
        section.Notes.Add("All interpreters but one at the desk speak the language asked for and are free; the waiting ones need a language that nobody speaks.");
        return section;
    }

    private async Task<Dictionary<(int, int), (double P50, double Growth)?>> WholeAsync()
    {
        var services = new List<LiveService>();
        foreach (var (interpreters, waiting) in Houses)
        {
            var world = await World.CreateAsync(postgres, 1);
            await world.CrowdAsync(interpreters, waiting);
            services.Add(await (await LiveService.StartAsync(world, null, "Dispatch:Policy:FirstWaveSize=1")).WithDesksAsync());
        }

        var rounds = new List<double[]>();
        for (var number = 0; number <= effort.Rounds; number++)
        {
            var durations = services.Select(_ => new Durations()).ToArray();
            for (var sample = 0; sample < effort.Samples / 2; sample++)
            {
                for (var place = 0; place < services.Count; place++)
                {
                    await services[place].Desks[0].CycleAsync(durations[place]);
                }
            }

            // Round 0 warms up and does not count.
            if (number > 0)
            {
                rounds.Add([.. durations.Select(one => one.P50)]);
            }
        }

        foreach (var service in services)
        {
            await service.DisposeAsync();
        }

        return Houses.Index().ToDictionary(
            house => house.Item,
            house => ((double, double)?)(Median.Of(rounds, round => round[house.Index]), Median.Of(rounds, round => round[house.Index] / round[0])));
    }
}
