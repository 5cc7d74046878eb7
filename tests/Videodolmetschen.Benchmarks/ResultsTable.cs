using System.Globalization;
using System.Runtime.CompilerServices;

namespace Videodolmetschen.Benchmarks;

/// <summary>One interleaved round. Ratios are taken within it, so that a slow minute of the machine touches both sides.</summary>
internal sealed record Round(Durations Hub, Durations Commit, Durations RequestToOffer, Durations AcceptToReady, double CommitsPerSecond, double CommandsPerSecond)
{
    public double Least50 => Hub.P50 + Commit.P50;

    public double Least99 => Hub.P99 + Commit.P99;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"bare hub {Hub.P50:0.00} ms + commit {Commit.P50:0.00} ms; request -> offer {RequestToOffer.P50:0.00} ms ({RequestToOffer.P50 / Least50:0.00}x); {CommandsPerSecond:0} commands/s of {CommitsPerSecond:0} commits/s");
}

internal static class ResultsTable
{
    public static string Of(IReadOnlyList<Round> rounds, Effort effort, string machine)
    {
        double Of(Func<Round, double> figure) => Median.Of(rounds.Select(figure));
        return string.Create(CultureInfo.InvariantCulture, $"""
            # Benchmark of the whole service

            `dotnet run -c Release --project tests/Videodolmetschen.Benchmarks` ({effort.Rounds} interleaved rounds of {effort.Samples} samples, median of the rounds).
            {machine}

            | What | p50 | p99 | against bare hub + one commit: p50 | p99 | goal p50 / p99 |
            | --- | --- | --- | --- | --- | --- |
            | bare SignalR hub, message to another connection | {Of(round => round.Hub.P50):0.00} ms | {Of(round => round.Hub.P99):0.00} ms | | | |
            | one durable commit through Npgsql | {Of(round => round.Commit.P50):0.00} ms | {Of(round => round.Commit.P99):0.00} ms | | | |
            | request sent -> offer received | {Of(round => round.RequestToOffer.P50):0.00} ms | {Of(round => round.RequestToOffer.P99):0.00} ms | {Of(round => round.RequestToOffer.P50 / round.Least50):0.00}x | {Of(round => round.RequestToOffer.P99 / round.Least99):0.00}x | 1.25x / 1.5x |
            | accept sent -> both sides told | {Of(round => round.AcceptToReady.P50):0.00} ms | {Of(round => round.AcceptToReady.P99):0.00} ms | {Of(round => round.AcceptToReady.P50 / round.Least50):0.00}x | {Of(round => round.AcceptToReady.P99 / round.Least99):0.00}x | 1.25x |

            | At saturation, 32 in flight | per second | against commits | goal |
            | --- | --- | --- | --- |
            | bare durable commits | {Of(round => round.CommitsPerSecond):0} | | |
            | durable commands in whole conversations | {Of(round => round.CommandsPerSecond):0} | {Of(round => round.CommandsPerSecond / round.CommitsPerSecond):0.00}x | 0.7x |

            """);
    }

    public static void Keep(string table, [CallerFilePath] string here = "") =>
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(here)!, "RESULTS.md"), table);
}
