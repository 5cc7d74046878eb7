using Videodolmetschen.Server.Jobs;

namespace Videodolmetschen.Server.Tests.Jobs;

public class CadenceTests
{
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
}
