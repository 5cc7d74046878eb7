using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>Keys of the section <c>Scheduling</c>.</summary>
public sealed record SchedulingOptions
{
    public const string Section = "Scheduling";

    /// <summary>The numbers of SEMANTICS.md 6 until coordinators change them; what holds is <c>CurrentRules</c>.</summary>
    public AppointmentRules Rules { get; init; } = new();

    /// <summary>Appointments of one series.</summary>
    [Range(1, 200)]
    public int SeriesAtMost { get; init; } = 60;
}

internal sealed class SchedulingOptionsCheck : IValidateOptions<SchedulingOptions>
{
    public ValidateOptionsResult Validate(string? name, SchedulingOptions options)
    {
        List<string> wrong =
        [
            .. AppointmentRuleCheck.Violations(options.Rules).Select(violation => $"{SchedulingOptions.Section}:Rules: {violation.Value} passt nicht ({violation.Breach})"),
        ];
        if (options.Rules.RemindersBefore.Count > AppointmentRuleValues.RemindersAtMost)
        {
            wrong.Add($"{SchedulingOptions.Section}:Rules:RemindersBefore hat höchstens {AppointmentRuleValues.RemindersAtMost} Einträge");
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
