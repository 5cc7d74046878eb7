using Quartz;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Jobs;

namespace Videodolmetschen.Server.Tests.Jobs;

/// <summary>What Quartz makes of a cadence.</summary>
public class QuartzCadenceTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById(BerlinTime.ZoneId);

    [Theory]
    [InlineData("2026-11-27T23:00:00Z", "2026-11-28T02:40:00Z")] // winter: 03:40 is UTC+1
    [InlineData("2026-07-01T00:00:00Z", "2026-07-01T01:40:00Z")] // summer: UTC+2
    [InlineData("2026-03-28T22:00:00Z", "2026-03-29T01:40:00Z")] // the night that has no hour from two to three
    [InlineData("2026-10-24T22:00:00Z", "2026-10-25T02:40:00Z")] // the night that has it twice
    public void A_daily_job_runs_by_the_clock_on_the_wall_in_Berlin(string after, string next) =>
        Assert.Equal(DateTimeOffset.Parse(next, null), NextAfter(Cadence.DailyAt(3, 40), DateTimeOffset.Parse(after, null)));

    [Fact]
    public void Rounds_are_even()
    {
        var from = new DateTimeOffset(2026, 10, 25, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(from.AddSeconds(20), NextAfter(Cadence.EverySeconds(20), from));
        Assert.Equal(from.AddMinutes(10), NextAfter(Cadence.EveryMinutes(10), from));
    }

    private static DateTimeOffset? NextAfter(Cadence cadence, DateTimeOffset after) =>
        new CronExpression(cadence.Cron[..^1] + "?", Berlin).GetNextValidTimeAfter(after)?.ToUniversalTime();
}
