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

    private sealed record Opened(LiveService Service, Stretch Before, Stretch AtEnd, int Conversations)
    {
        public double Growth => AtEnd.PerAct.Ours / Before.PerAct.Ours;

        public double Each => (double)Conversations / Service.Desks.Length;
    }

    /// <summary>
    /// As rows that are dead and still visible to the snapshot belong to the people they are of, it matters how many conversations
    /// one interpreter has meanwhile: a few interpreters without a pause, and many who take turns.
    /// </summary>
    private async Task<Section> SnapshotAsync(LiveService few)
    {
        await using var many = await (await LiveService.StartAsync(await World.CreateAsync(postgres, effort.ManyDesks))).WithDesksAsync();
        await many.SaturateAsync(effort.WarmUp / 2, Desks);
        Opened[] opened = [await OpenAsync(few), await OpenAsync(many)];
        var section = new Section(
            Print.Of($"A snapshot left open for {(effort.OpenSnapshot + effort.Stretch).TotalSeconds:0} s at saturation, {Desks} in flight"),
            ["Interpreters", "conversations of each meanwhile", "per second: before", "at its end", "µs of PostgreSQL for each: before", "at its end", "all processor time: growth"]);
        foreach (var one in opened)
        {
            section.Add(
                Print.Whole(one.Service.Desks.Length), Print.Whole(one.Each), Print.Whole(one.Before.PerSecond), Print.Whole(one.AtEnd.PerSecond),
                Print.Whole(one.Before.PerAct.Postgres * 1e6), Print.Whole(one.AtEnd.PerAct.Postgres * 1e6), Print.Times(one.Growth));
        }

        section.Notes.Add(
            "While a snapshot is open PostgreSQL keeps every version of a row and every entry of an index since. What looks for one interpreter, "
            + "such as the unique index that refuses a second open offer or session, walks over all of that interpreter's. The cost grows with the "
            + "conversations that one interpreter has meanwhile, not with those of the service; in life it is one at most.");
        section.Goals.Add(new Goal($"a snapshot left open, {Desks} interpreters without a pause: processor time of a conversation at its end against before", opened[0].Growth, 1.3));
        section.Goals.Add(new Goal($"the same, {effort.ManyDesks} interpreters who take turns", opened[1].Growth, 1.3));
        return section;
    }

    private async Task<Opened> OpenAsync(LiveService service)
    {
        var before = await service.SaturateAsync(effort.Stretch, Desks);
        await using var connection = new NpgsqlConnection(service.World.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        await using (var look = new NpgsqlCommand("SELECT count(*) FROM pg_class", connection, transaction))
        {
            await look.ExecuteScalarAsync();
        }

        var already = service.Desks.Sum(desk => desk.Conversations);
        await service.SaturateAsync(effort.OpenSnapshot, Desks);
        var atEnd = await service.SaturateAsync(effort.Stretch, Desks);
        await transaction.RollbackAsync();
        return new Opened(service, before, atEnd, service.Desks.Sum(desk => desk.Conversations) - already);
    }
}
