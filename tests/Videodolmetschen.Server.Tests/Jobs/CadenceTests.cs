using Quartz;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Jobs;

namespace Videodolmetschen.Server.Tests.Jobs;

public class CadenceTests
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

    [Fact]
    public void Nothing_runs_daily_in_the_hour_that_may_be_missing_or_come_twice() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Cadence.DailyAt(2, 30));

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(61)]
    public void An_uneven_round_is_refused(int number)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Cadence.EverySeconds(number));
        Assert.Throws<ArgumentOutOfRangeException>(() => Cadence.EveryMinutes(number));
    }

    [Fact]
    public void The_catalogue_names_each_job_once_and_in_the_form_of_the_tables()
    {
        Assert.Equal(JobCatalogue.All.Count, JobCatalogue.All.Select(job => job.Name).Distinct().Count());
        Assert.All(JobCatalogue.All, job => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", job.Name));
        Assert.All(JobCatalogue.All, job => Assert.EndsWith("Job", job.Job.Name, StringComparison.Ordinal));
    }

    private static DateTimeOffset? NextAfter(Cadence cadence, DateTimeOffset after) =>
        new CronExpression(cadence.Cron[..^1] + "?", Berlin).GetNextValidTimeAfter(after)?.ToUniversalTime();
}
