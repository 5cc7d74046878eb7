namespace Videodolmetschen.Domain.Scheduling;

/// <summary>Which ladder a customer's contract has.</summary>
public enum CancellationLadder
{
    /// <summary><see cref="CancellationRule.Usual"/>.</summary>
    Usual,
    /// <summary><see cref="CancellationRule.Jveg"/>.</summary>
    Jveg,
    /// <summary>Steps of its own.</summary>
    Own,
}

/// <summary>What the contract of a customer says of cancelling: a ladder, and the steps where it is one of its own.</summary>
/// <param name="Ladder">Which one.</param>
/// <param name="Steps">The earliest first; empty unless it is <see cref="CancellationLadder.Own"/>.</param>
public sealed record CancellationContract(CancellationLadder Ladder, IReadOnlyList<CancellationStep.HoursBefore> Steps)
{
    public const int StepsAtMost = 6;

    private const int HoursAtMost = 90 * 24;

    public static CancellationContract Usual { get; } = new(CancellationLadder.Usual, []);

    public CancellationRule Rule => Ladder switch
    {
        CancellationLadder.Usual => CancellationRule.Usual,
        CancellationLadder.Jveg => CancellationRule.Jveg,
        _ => new CancellationRule(Steps),
    };

    /// <summary>What speaks against it, each at the step that a person would correct.</summary>
    public IReadOnlyList<CancellationViolation> Violations()
    {
        if (Ladder != CancellationLadder.Own)
        {
            return Steps.Count == 0 ? [] : [new CancellationViolation(0, CancellationBreach.StepsNotOwn)];
        }

        if (Steps.Count is 0 or > StepsAtMost)
        {
            return [new CancellationViolation(0, Steps.Count == 0 ? CancellationBreach.NoSteps : CancellationBreach.TooManySteps)];
        }

        return [.. Steps.Select((_, place) => Violation(place)).OfType<CancellationViolation>()];
    }

    private CancellationViolation? Violation(int place)
    {
        var (step, before) = (Steps[place], place == 0 ? null : Steps[place - 1]);
        return step switch
        {
            { Hours: < 1 or > HoursAtMost } => new(place, CancellationBreach.HoursOutOfBounds),
            { Percent: < 1 or > 100 } => new(place, CancellationBreach.PercentOutOfBounds),
            _ when before is not null && step.Hours >= before.Hours => new(place, CancellationBreach.HoursOutOfOrder),
            _ when before is not null && step.Percent <= before.Percent => new(place, CancellationBreach.NotDearer),
            _ => null,
        };
    }
}

/// <param name="Step">Its place in the ladder, from 0.</param>
/// <param name="Breach">What is wrong with it.</param>
public sealed record CancellationViolation(int Step, CancellationBreach Breach);

/// <summary>Stable codes; the German sentence for each stands in <c>src/web/i18n/de/cancellation.ts</c>.</summary>
public enum CancellationBreach
{
    NoSteps,
    TooManySteps,
    /// <summary>Steps were given with a ladder that has its own.</summary>
    StepsNotOwn,
    HoursOutOfBounds,
    PercentOutOfBounds,
    /// <summary>A later step begins no later than the one before it.</summary>
    HoursOutOfOrder,
    /// <summary>A later cancellation would be no dearer, and the step without effect.</summary>
    NotDearer,
}
