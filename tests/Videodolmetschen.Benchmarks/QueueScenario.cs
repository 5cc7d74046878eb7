using System.Diagnostics;
using System.Text.Json;

namespace Videodolmetschen.Benchmarks;

/// <summary>Matching against the queue that a team would put on the same PostgreSQL instead: a job added, taken and done.</summary>
internal sealed class QueueScenario(Effort effort, Postgres postgres)
{
    private sealed record Queue(double P50, double P99, double PerSecond);

    public async Task<Section> RunAsync()
    {
        var world = await World.CreateAsync(postgres, 32);
        await using var service = await (await LiveService.StartAsync(world)).WithDesksAsync();
        await using var commits = world.Commits(32);
        await service.SaturateAsync(effort.WarmUp / 2);
        var database = await postgres.CreateEmptyDatabaseAsync();
        List<(Durations Commit, Durations Offer, Stretch Cycles, Queue Queue)> rounds = [];
        for (var number = 0; number < Math.Min(3, effort.Rounds); number++)
        {
            var (commit, offer) = (new Durations(), new Durations());
            for (var sample = 0; sample < effort.Samples; sample++)
            {
                var sent = Stopwatch.GetTimestamp();
                await ConversationScenario.CommitAsync(commits);
                commit.Add(sent, Stopwatch.GetTimestamp());
                await service.Desks[0].CycleAsync(offer);
            }

            rounds.Add((commit, offer, await service.SaturateAsync(effort.Stretch), await QueueAsync(database)));
        }

        return Say(rounds);
    }

    private async Task<Queue> QueueAsync(string database)
    {
        var parts = new Npgsql.NpgsqlConnectionStringBuilder(database);
        var url = $"postgres://{parts.Username}:{Uri.EscapeDataString(parts.Password!)}@{parts.Host}:{parts.Port}/{parts.Database}";
        var line = await PeerProcess.RunNodeAsync("queue.js", url, $"{effort.Samples}", Print.Of($"{effort.Stretch.TotalSeconds}"));
        return JsonSerializer.Deserialize<Queue>(line.Split('\n').First(text => text.StartsWith('{')), JsonSerializerOptions.Web)!;
    }

    private static Section Say(List<(Durations Commit, Durations Offer, Stretch Cycles, Queue Queue)> rounds)
    {
        var section = new Section("Finding somebody, against a queue in the same database", ["What", "p50", "p99", "p50 against one commit", "per second, 32 in flight"]);
        section.Add("one durable commit", Print.Ms(Median.Of(rounds, round => round.Commit.P50)), Print.Ms(Median.Of(rounds, round => round.Commit.P99)), "", "");
        section.Add(
            "this service: request sent -> offer received", Print.Ms(Median.Of(rounds, round => round.Offer.P50)), Print.Ms(Median.Of(rounds, round => round.Offer.P99)),
            Print.Times(Median.Of(rounds, round => round.Offer.P50 / round.Commit.P50)), Print.Of($"{Median.Of(rounds, round => round.Cycles.PerSecond):#,0} whole conversations"));
        section.Add(
            "graphile-worker: job added -> taken by a worker", Print.Ms(Median.Of(rounds, round => round.Queue.P50)), Print.Ms(Median.Of(rounds, round => round.Queue.P99)),
            Print.Times(Median.Of(rounds, round => round.Queue.P50 / round.Commit.P50)), Print.Of($"{Median.Of(rounds, round => round.Queue.PerSecond):#,0} jobs"));
        section.Goals.Add(new Goal("request -> offer, p50 against graphile-worker's job added -> taken", Median.Of(rounds, round => round.Offer.P50 / round.Queue.P50), 1));
        section.Notes.Add($"A job of the queue is one row added, taken and removed, decided by nobody; a conversation is {Desk.CommandsPerCycle} durable commands.");
        return section;
    }
}
