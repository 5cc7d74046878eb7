using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Server.Reporting.Sums;

/// <summary>Berlin days, both included, with the instants between which they lie.</summary>
internal sealed record DayRange(DateOnly FirstDay, DateOnly LastDay)
{
    public DateTimeOffset Since => BerlinTime.BeginOf(FirstDay);

    public DateTimeOffset Before => BerlinTime.BeginOf(LastDay.AddDays(1));
}
