using System.ComponentModel.DataAnnotations;
using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>Keys of the section <c>Scheduling</c>.</summary>
public sealed record SchedulingOptions
{
    public const string Section = "Scheduling";

    /// <summary>The numbers of SEMANTICS.md 6.</summary>
    public AppointmentRules Rules { get; init; } = new();

    /// <summary>Appointments of one series.</summary>
    [Range(1, 200)]
    public int SeriesAtMost { get; init; } = 60;
}
