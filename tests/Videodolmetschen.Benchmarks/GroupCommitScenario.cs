using Npgsql;

namespace Videodolmetschen.Benchmarks;

/// <summary>What group commit is worth, and what a snapshot left open costs.</summary>
internal sealed class GroupCommitScenario(Effort effort, Postgres postgres)
{
    private const int Desks = 32;

    public async Task<IReadOnlyList<Section>> RunAsync()
    {
        await using var grouped = await (await LiveService.StartAsync(await World.CreateAsync(postgres, Desks))).WithDesksAsync();
        Section compared;
        await using (var single = await (await LiveService.StartAsync(await World.CreateAsync(postgres, Desks), null, "Dispatch:BatchAtMost=1")).WithDesksAsync())
        {
            compared = await CompareAsync(grouped, single);
        }

        return [compared, await SnapshotAsync(grouped)];
    }

    private async Task<Section> CompareAsync(LiveService grouped, LiveService single)
    {
        await grouped.SaturateAsync(effort.WarmUp / 2);
        await single.SaturateAsync(effort.WarmUp / 2);
        List<(Stretch Grouped, Stretch Single)> rounds = [];
        for (var number = 0; number < Math.Min(3, effort.Rounds); number++)
        {
            rounds.Add((await grouped.SaturateAsync(effort.Stretch), await single.SaturateAsync(effort.Stretch)));
        }

        var section = new Section($"Group commit, {Desks} in flight", ["One transaction for", "whole conversations per second", "µs of PostgreSQL for each"]);
        section.Add("all commands that wait", Print.Whole(Median.Of(rounds, round => round.Grouped.PerSecond)), Print.Whole(Median.Of(rounds, round => round.Grouped.PerAct.Postgres * 1e6)));
        section.Add("each command", Print.Whole(Median.Of(rounds, round => round.Single.PerSecond)), Print.Whole(Median.Of(rounds, round => round.Single.PerAct.Postgres * 1e6)));
        section.Goals.Add(new Goal("group commit on against off", Median.Of(rounds, round => round.Grouped.PerSecond / round.Single.PerSecond), 1.5, AtLeast: true));
        return section;
    }

    private async Task<Section> SnapshotAsync(LiveService service)
    {
        var before = await service.SaturateAsync(effort.Stretch);
        await using var connection = new NpgsqlConnection(service.World.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        await using (var look = new NpgsqlCommand("SELECT count(*) FROM pg_class", connection, transaction))
        {
            await look.ExecuteScalarAsync();
        }

        await service.SaturateAsync(effort.OpenSnapshot);
        var during = await service.SaturateAsync(effort.Stretch);
        await transaction.RollbackAsync();
        var section = new Section(Print.Of($"A snapshot left open for {(effort.OpenSnapshot + effort.Stretch).TotalSeconds:0} s at saturation"), ["When", "whole conversations per second", "µs of PostgreSQL for each"]);
        section.Add("before", Print.Whole(before.PerSecond), Print.Whole(before.PerAct.Postgres * 1e6));
        section.Add("at its end", Print.Whole(during.PerSecond), Print.Whole(during.PerAct.Postgres * 1e6));
        section.Goals.Add(new Goal("a snapshot left open: processor time of a conversation at its end against before", during.PerAct.Ours / before.PerAct.Ours, 1.3));
        return section;
    }
}
