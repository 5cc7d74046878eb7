using System.Globalization;
using System.Text;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Tests.Invariants;

namespace Videodolmetschen.Domain.Tests.Simulation;

/// <summary>What broke, at which step, and the invariant's id at its head.</summary>
internal sealed record Failure(int Step, string What)
{
    public string Invariant => What[..What.IndexOf(':', StringComparison.Ordinal)];
}

/// <summary>
/// A town lived through from a seed. Long: <c>SIMULATION_STEPS=1000000 dotnet run -c Release --project tests/Videodolmetschen.Domain.Tests
/// -- -class "*SimulationTests"</c>; one seed again: <c>SIMULATION_SEED=7</c> beside it.
/// </summary>
internal sealed class Life(ulong seed, Func<DispatchPolicy, DispatchPolicy>? believed = null)
{
    private const int DiaryLines = 200;
    private readonly TownPlan _plan = PlanOf(seed);
    private readonly List<Act> _acts = [];

    public IReadOnlyList<Act> Acts => _acts;

    /// <summary>Every kind of end and state that was met.</summary>
    public HashSet<object> Met { get; } = [];

    public Failure? Run(int steps, Diary? diary = null)
    {
        var crowd = new Crowd(_plan);
        var town = new Town(_plan, diary, believed);
        for (var step = 1; step <= steps; step++)
        {
            var act = crowd.Next();
            _acts.Add(act);
            if (Play(town, act, step) is { } failure)
            {
                return failure;
            }

            crowd.Hear(act, town);
        }

        Collect(town.Tables);
        return Fade(town, steps);
    }

    /// <summary>The same people, but only these acts.</summary>
    public Failure? Replay(IReadOnlyList<Act> acts, Diary? diary = null)
    {
        var town = new Town(_plan, diary, believed);
        for (var step = 1; step <= acts.Count; step++)
        {
            if (Play(town, acts[step - 1], step) is { } failure)
            {
                return failure;
            }
        }

        return null;
    }

    /// <summary>The failure with everything left out that it does not need, to be read.</summary>
    public string Explain(Failure failure, TimeSpan patience)
    {
        var fewest = Shrinker.Shrink(_acts, act => (act.IsByRequester, act.Who), acts => Replay(acts)?.Invariant == failure.Invariant, patience);
        var diary = new Diary();
        var again = Replay(fewest, diary);
        return new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"seed {seed}, step {failure.Step}: {failure.What}")
            .AppendLine(CultureInfo.InvariantCulture, $"{_plan}; {fewest.Count} acts are enough: {again?.What}")
            .AppendJoin('\n', diary.ToString().Split('\n').TakeLast(DiaryLines))
            .ToString();
    }

    private static Failure? Play(Town town, Act act, int step)
    {
        try
        {
            town.Play(act);
        }
        catch (Exception exception) when (exception is InvalidOperationException or KeyNotFoundException or NullReferenceException or ArgumentException)
        {
            return new Failure(step, $"I5: {exception}");
        }

        return town.Violations.Count > 0 ? new Failure(step, town.Violations[0]) : null;
    }

    /// <summary>Everybody leaves, and everything must come to an end (I12, I13).</summary>
    private Failure? Fade(Town town, int step)
    {
        var at = _acts.Count == 0 ? 0 : _acts[^1].At;
        // What was stored before the clock was set back is due so much later.
        var setBack = _acts.Where(act => act is { Kind: ActKind.RestartWithClock, What: < 0 }).Sum(act => -(long)act.What);
        var leaving = Enumerable.Range(0, _plan.Interpreters).Select(who => new Act(at, ActKind.InterpreterGoes, who))
            .Concat(Enumerable.Range(0, _plan.Requesters).Select(who => new Act(at, ActKind.RequesterGoes, who)))
            .Append(new Act(at + 3_600_000 + setBack, ActKind.InterpreterLooks, 0));
        foreach (var act in leaving)
        {
            _acts.Add(act);
            if (Play(town, act, step) is { } failure)
            {
                return failure;
            }
        }

        return town.Tables.OpenRequests.FirstOrDefault() is { } open ? new Failure(step, $"I12: {open} does not end")
            : town.NextDeadline is { } next ? new Failure(step, $"I13: something is still due at {next:O}")
            : null;
    }

    private void Collect(Tables tables)
    {
        Met.UnionWith(tables.Sessions.Values.Select(row => (object?)row.EndReason ?? row.State));
        Met.UnionWith(tables.Guests.Values.Select(row => (object?)row.EndReason ?? row.State));
        Met.UnionWith(tables.Requests.Values.Select(row => (object?)row.CancelledBy ?? (object?)row.UnservedBecause ?? row.State));
        Met.UnionWith(tables.Callbacks.Values.Select(row => (object)row.State));
        Met.UnionWith(tables.Offers.Values.Select(row => (object?)row.WithdrawnBecause ?? row.State));
        Met.UnionWith(tables.Stints.Values.Where(row => row.Number > 1).Select(row => (object)(row.TookOverAt is null ? "left without interpreting" : "took over")));
        Met.UnionWith(tables.Presences.Values.Select(row => (object?)row.PausedBecause ?? row.State));
    }

    /// <summary>Small towns where everybody meets, and big ones; some begin shortly before midnight in Berlin.</summary>
    private static TownPlan PlanOf(ulong seed)
    {
        var dice = new Dice(seed);
        var interpreters = (seed % 4) switch { 0 => dice.Between(4, 12), 1 => dice.Between(30, 80), 2 => dice.Between(200, 500), _ => dice.Between(1_500, 3_000) };
        var begin = Given.MondayMorning.AddHours(dice.Percent(50) ? 0 : 14).AddMinutes(interpreters > 100 ? 59 : dice.Between(40, 59));
        return new TownPlan(seed, interpreters, interpreters * 2, begin, dice.Percent(50) ? 0 : dice.Below(1_000));
    }
}
