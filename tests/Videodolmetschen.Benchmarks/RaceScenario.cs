namespace Videodolmetschen.Benchmarks;

/// <summary>Whether a race ever leaves two alone who need each other: matching by a statement on both events missed most of them.</summary>
internal sealed class RaceScenario(Postgres postgres)
{
    private const int Races = 1_000;
    private const int Desks = 8;

    private static readonly TimeSpan Within = TimeSpan.FromSeconds(5);

    public async Task<Section> RunAsync()
    {
        await using var service = await (await LiveService.StartAsync(await World.CreateAsync(postgres, Desks))).WithDesksAsync();
        var missed = await Task.WhenAll(service.Desks.Select(MissedAsync));
        var section = new Section("A request arrives as an interpreter becomes free", ["Races", "missed"]);
        section.Add(Print.Whole(Races), Print.Whole(missed.Sum()));
        section.Goals.Add(new Goal("missed matches in 1,000 races of a request against an interpreter who becomes free", missed.Sum(), 0, Unit: ""));
        return section;
    }

    private static async Task<int> MissedAsync(Desk desk)
    {
        await desk.TalkAsync(await desk.BeginAsync());
        for (var race = 0; race < Races / Desks; race++)
        {
            if (!await desk.RaceAsync(Within))
            {
                return 1;
            }
        }

        return 0;
    }
}
