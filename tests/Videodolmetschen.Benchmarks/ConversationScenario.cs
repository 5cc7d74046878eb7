using System.Diagnostics;
using Npgsql;

namespace Videodolmetschen.Benchmarks;

/// <summary>
/// The whole service against the least it could cost: a bare hub that passes a message on, and one durable commit, in the same
/// run. Load, service and bare hub are three processes; rounds are interleaved, and ratios are taken within a round.
/// </summary>
internal sealed class ConversationScenario(Effort effort, Postgres postgres)
{
    private const int InFlight = 32;

    private sealed record Round(Durations Hub, Durations Commit, Durations RequestToOffer, Durations AcceptToReady, Stretch Commits, Stretch Commands)
    {
        public double Least50 => Hub.P50 + Commit.P50;

        public double Least99 => Hub.P99 + Commit.P99;

        public override string ToString() => Print.Of(
            $"bare hub {Hub.P50:0.00} ms + commit {Commit.P50:0.00} ms; request -> offer {RequestToOffer.P50:0.00} ms ({RequestToOffer.P50 / Least50:0.00}x); {Commands.PerSecond:0} commands/s of {Commits.PerSecond:0} commits/s");
    }

    public async Task<IReadOnlyList<Section>> RunAsync()
    {
        var world = await World.CreateAsync(postgres, InFlight);
        await using var service = await (await LiveService.StartAsync(world)).WithDesksAsync();
        using var bare = await PeerProcess.BareHubAsync();
        await using var commits = world.Commits(InFlight);
        await using var sender = await HubSocket.ConnectAsync(bare.Hub);
        await using var receiver = await HubSocket.ConnectAsync(bare.Hub);
        await receiver.InvokeAsync("Enter", "receiver");
        await service.SaturateAsync(effort.WarmUp);
        List<Round> rounds = [];
        for (var number = 0; number <= effort.Rounds; number++)
        {
            // Round 0 warms up and does not count.
            var round = await MeasureAsync(service, commits, () => PassAsync(sender, receiver));
            Console.WriteLine($"  round {number}: {round}");
            if (number > 0)
            {
                rounds.Add(round);
            }
        }

        return [Latency(rounds), await StatementsAloneAsync(service, commits), Throughput(rounds), await StatementsAsync(service)];
    }

    public static async Task CommitAsync(NpgsqlDataSource commits)
    {
        await using var insert = commits.CreateCommand("INSERT INTO bench_commits DEFAULT VALUES");
        await insert.ExecuteNonQueryAsync();
    }

    private async Task<Round> MeasureAsync(LiveService service, NpgsqlDataSource commits, Func<Task<Arrival>> pass)
    {
        var (hub, commit, offer, ready) = (new Durations(), new Durations(), new Durations(), new Durations());
        for (var sample = 0; sample < effort.Samples; sample++)
        {
            var sent = Stopwatch.GetTimestamp();
            hub.Add(sent, (await pass()).At);
            sent = Stopwatch.GetTimestamp();
            await CommitAsync(commits);
            commit.Add(sent, Stopwatch.GetTimestamp());
            await service.Desks[0].CycleAsync(offer, ready);
        }

        var bare = await Saturation.MeasureAsync(InFlight, effort.Stretch, _ => CommitAsync(commits), service.ProcessId, postgres.ProcessId);
        var cycles = await service.SaturateAsync(effort.Stretch);
        return new Round(hub, commit, offer, ready, bare, cycles with { PerSecond = cycles.PerSecond * Desk.CommandsPerCycle, PerAct = cycles.PerAct / Desk.CommandsPerCycle });
    }

    /// <summary>Once more, with PostgreSQL counting: what the figures above do not pay for.</summary>
    private Task<Section> StatementsAsync(LiveService service) => new StatementTimes(postgres, service.World.ConnectionString).OverAsync(
        "Where PostgreSQL's time goes, 32 in flight", () => service.SaturateAsync(effort.Stretch));

    /// <summary>What stands between a command and a bare commit when nobody else asks for anything.</summary>
    private Task<Section> StatementsAloneAsync(LiveService service, NpgsqlDataSource commits) => new StatementTimes(postgres, service.World.ConnectionString).OverAsync(
        "Where PostgreSQL's time goes, one conversation at a time", async () =>
        {
            for (var sample = 0; sample < effort.Samples; sample++)
            {
                await CommitAsync(commits);
                await service.Desks[0].CycleAsync();
            }
        });

    private static async Task<Arrival> PassAsync(HubSocket sender, HubSocket receiver)
    {
        var passed = receiver.Expect("Passed");
        var answer = sender.InvokeAsync("Pass", "receiver", new { language = "tir", modality = "video" });
        var arrival = await passed;
        await answer;
        return arrival;
    }

    private static Section Latency(List<Round> rounds)
    {
        double Of(Func<Round, double> figure) => Median.Of(rounds, figure);
        var section = new Section("One conversation at a time", ["What", "p50", "p99", "p50 against hub + commit", "p99 against hub + commit"]);
        section.Add("bare SignalR hub, message to another connection", Print.Ms(Of(round => round.Hub.P50)), Print.Ms(Of(round => round.Hub.P99)), "", "");
        section.Add("one durable commit through Npgsql", Print.Ms(Of(round => round.Commit.P50)), Print.Ms(Of(round => round.Commit.P99)), "", "");
        var (offer50, offer99) = (Of(round => round.RequestToOffer.P50 / round.Least50), Of(round => round.RequestToOffer.P99 / round.Least99));
        var (ready50, ready99) = (Of(round => round.AcceptToReady.P50 / round.Least50), Of(round => round.AcceptToReady.P99 / round.Least99));
        section.Add("request sent -> offer received", Print.Ms(Of(round => round.RequestToOffer.P50)), Print.Ms(Of(round => round.RequestToOffer.P99)), Print.Times(offer50), Print.Times(offer99));
        section.Add("accept sent -> both sides told", Print.Ms(Of(round => round.AcceptToReady.P50)), Print.Ms(Of(round => round.AcceptToReady.P99)), Print.Times(ready50), Print.Times(ready99));
        section.Goals.Add(new Goal("request -> offer, p50 against (bare hub + one commit)", offer50, 1.25));
        section.Goals.Add(new Goal("request -> offer, p99", offer99, 1.5));
        section.Goals.Add(new Goal("accept -> both sides told, p50 against the same sum", ready50, 1.25));
        return section;
    }

    private static Section Throughput(List<Round> rounds)
    {
        var section = new Section("At saturation, 32 in flight", ["What", "per second", "against commits", "µs of processor: load", "service", "PostgreSQL", "sum"]);
        var (commits, commands) = (Median.Of(rounds, round => round.Commits.PerSecond), Median.Of(rounds, round => round.Commands.PerSecond));
        var ratio = Median.Of(rounds, round => round.Commands.PerSecond / round.Commits.PerSecond);
        section.Add(["bare durable commits, one each", Print.Whole(commits), "", .. Split(rounds, round => round.Commits)]);
        section.Add(["durable commands in whole conversations", Print.Whole(commands), Print.Times(ratio), .. Split(rounds, round => round.Commands)]);
        section.Goals.Add(new Goal("durable commands per second in whole conversations against bare commits", ratio, 0.7, AtLeast: true));
        var disturbed = rounds.Count(round => round.Commits.IsDisturbed || round.Commands.IsDisturbed);
        var (allowed, seen) = (Median.Of(rounds, round => round.Commits.PerAct.Ours) / 0.7 * 1e6, Median.Of(rounds, round => round.Commands.PerAct.Ours) * 1e6);
        section.Notes.Add(Print.Of($"The processor is what bounds both: the columns to the right are its time for one commit or command, by process. 0.7x is a command of at most {allowed:0} µs on all cores together; it takes {seen:0} µs."));
        var left = allowed - (Median.Of(rounds, round => round.Commands.PerAct.Load + round.Commands.PerAct.Service) * 1e6);
        section.Notes.Add(Print.Of($"What is in the way: messages in and out, at both ends, leave {left:0} µs of those for PostgreSQL, which takes {Median.Of(rounds, round => round.Commits.PerAct.Postgres) * 1e6:0} µs for a bare commit of one row. A command shares its commit with others, and writes and guards its rows; the table below says which."));
        section.Notes.Add($"A command is 1/{Desk.CommandsPerCycle} of a conversation (request, accept, two media reports, end, end of wrap-up), which is also some 25 messages over WebSockets.");
        if (disturbed > 0)
        {
            section.Notes.Add($"{disturbed} of {rounds.Count} rounds were disturbed by other work on this machine (more than 0.3 cores), tried again once.");
        }

        return section;
    }

    private static string[] Split(List<Round> rounds, Func<Round, Stretch> of) =>
        [.. new Func<ProcessorTime, double>[] { time => time.Load, time => time.Service, time => time.Postgres, time => time.Ours }
            .Select(part => Print.Of($"{Median.Of(rounds, round => part(of(round).PerAct)) * 1e6:0}"))];
}
