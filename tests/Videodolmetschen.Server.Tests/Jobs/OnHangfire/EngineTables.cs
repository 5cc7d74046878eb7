namespace Videodolmetschen.Server.Tests.Jobs;

/// <summary>What the stories of both engines do to the tables of this one.</summary>
internal static class EngineTables
{
    public const string Engine = "Hangfire";

    public const string CreateAnother = "CREATE TABLE hangfire.mine (id int)";

    /// <summary>Of <c>forget-job-runs</c>: others have their cadence meanwhile.</summary>
    public const string InFlight =
        "SELECT count(*) FROM hangfire.job WHERE statename IN ('Enqueued', 'Processing', 'Scheduled') AND arguments::text LIKE '%forget-job-runs%'";

    /// <summary>As after a day out of service: one run is long overdue, another job had a cadence that is no longer in the catalogue.</summary>
    public const string AfterADayOut =
        """
        UPDATE hangfire.set SET score = score - 86400 WHERE key = 'recurring-jobs' AND value = 'forget-sign-ins';
        UPDATE hangfire.hash SET value = (value::bigint - 86400000)::text WHERE key = 'recurring-job:forget-sign-ins' AND field IN ('CreatedAt', 'LastExecution', 'NextExecution');
        UPDATE hangfire.hash SET value = '0 0 5 * * *' WHERE key = 'recurring-job:forget-job-runs' AND field = 'Cron'
        """;

    /// <summary>Of <c>forget-job-runs</c>; minutes and hours stand first in both engines.</summary>
    public const string Cadence = "SELECT value FROM hangfire.hash WHERE key = 'recurring-job:forget-job-runs' AND field = 'Cron'";
}
