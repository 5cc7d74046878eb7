using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Videodolmetschen.Domain.Dispatch;

namespace Videodolmetschen.Server.Dispatch;

/// <summary>Keys of the section <c>Dispatch</c>.</summary>
public sealed record DispatchOptions
{
    public const string Section = "Dispatch";

    public DispatchPolicy Policy { get; init; } = new();

    /// <summary>Decisions stored in one transaction.</summary>
    [Range(1, 10_000)]
    public int BatchAtMost { get; init; } = 256;

    /// <summary>Commands that may wait; further ones are refused at once.</summary>
    [Range(1, 1_000_000)]
    public int WaitingAtMost { get; init; } = 10_000;

    /// <summary>
    /// Whoever asks hears by then, if only that nobody knows: a database that stands still holds the driver for 10 s and more,
    /// because even giving up asks it first.
    /// </summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(7);

    /// <summary>The loop shows that it lives at least so often.</summary>
    public TimeSpan BeatEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A loop silent for longer takes the node out of traffic.</summary>
    public TimeSpan BeatMissedAfter { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>First pause after tables could not be read; doubled up to <see cref="ReloadAtMost"/>.</summary>
    public TimeSpan ReloadAfter { get; init; } = TimeSpan.FromMilliseconds(100);

    public TimeSpan ReloadAtMost { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The tables are checked against the invariants so often.</summary>
    public TimeSpan CheckEvery { get; init; } = TimeSpan.FromMinutes(1);
}

internal sealed class DispatchOptionsCheck : IValidateOptions<DispatchOptions>
{
    public ValidateOptionsResult Validate(string? name, DispatchOptions options)
    {
        var policy = options.Policy;
        List<string> wrong = [];
        foreach (var (key, value) in Durations(options))
        {
            if (value <= TimeSpan.Zero || value > TimeSpan.FromDays(1))
            {
                wrong.Add($"{DispatchOptions.Section}:{key} muss zwischen null und einem Tag liegen, nicht {value}");
            }
        }

        foreach (var (key, value) in new[]
        {
            (nameof(policy.FirstWaveSize), policy.FirstWaveSize),
            (nameof(policy.NextWaveSize), policy.NextWaveSize),
            (nameof(policy.MissesUntilPause), policy.MissesUntilPause),
        })
        {
            if (value < 1)
            {
                wrong.Add($"{DispatchOptions.Section}:Policy:{key} muss mindestens 1 sein, nicht {value}");
            }
        }

        if (policy.WrapUp > policy.WrapUpAtMost)
        {
            wrong.Add($"{DispatchOptions.Section}:Policy:WrapUp darf nicht länger sein als WrapUpAtMost");
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<(string Key, TimeSpan Value)> Durations(DispatchOptions options) =>
        Of(options, "").Concat(Of(options.Policy, "Policy:"));

    private static IEnumerable<(string Key, TimeSpan Value)> Of(object owner, string prefix) =>
        owner.GetType().GetProperties()
            .Where(property => property.PropertyType == typeof(TimeSpan))
            .Select(property => (prefix + property.Name, (TimeSpan)property.GetValue(owner)!));
}
