namespace Videodolmetschen.Server.Tests.Jobs;

/// <summary>What the stories of both engines do to the tables of this one.</summary>
internal static class EngineTables
{
    public const string Engine = "Quartz.NET";

    public const string CreateAnother = "CREATE TABLE quartz.mine (id int)";

    /// <summary>Of <c>forget-job-runs</c>: others have their cadence meanwhile.</summary>
    public const string InFlight = "SELECT count(*) FROM quartz.qrtz_fired_triggers WHERE job_name = 'forget-job-runs'";

    /// <summary>As after a day out of service: one run is long overdue, another job had a cadence that is no longer in the catalogue.</summary>
    public const string AfterADayOut =
        """
        UPDATE quartz.qrtz_triggers SET next_fire_time = start_time - 864000000000 WHERE trigger_name = 'forget-sign-ins';
        UPDATE quartz.qrtz_cron_triggers SET cron_expression = '0 0 5 * * ?' WHERE trigger_name = 'forget-job-runs'
        """;

    /// <summary>Of <c>forget-job-runs</c>; minutes and hours stand first in both engines.</summary>
    public const string Cadence = "SELECT cron_expression FROM quartz.qrtz_cron_triggers WHERE trigger_name = 'forget-job-runs'";
}
