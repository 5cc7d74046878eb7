using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Billing;
using Videodolmetschen.Server.Billing.Budgets;
using Videodolmetschen.Server.Interpreters;
using Videodolmetschen.Server.Mail;
using Videodolmetschen.Server.Reporting.Sums;
using Videodolmetschen.Server.Retention;
using Videodolmetschen.Server.Scheduling;
using Videodolmetschen.Server.Staffing;

namespace Videodolmetschen.Server.Jobs;

/// <param name="Name">Stable: it stands in the tables and in the engine's schedule. Lower case, words joined by hyphens.</param>
/// <param name="Job">An <see cref="IBackgroundJob"/>, known to the container.</param>
/// <param name="Cadence">By the clock in Berlin.</param>
internal sealed record PlannedJob(string Name, Type Job, Cadence Cadence);

/// <summary>Every job and when it runs: the one list. Whoever adds a job adds it here, and its German name in <c>web/i18n/de/jobs.ts</c>.</summary>
internal static class JobCatalogue
{
    public static IReadOnlyList<PlannedJob> All { get; } =
    [
        Plan<ForgetSignInsJob>("forget-sign-ins", Cadence.EveryMinutes(10)),
        Plan<ForgetJobRunsJob>("forget-job-runs", Cadence.DailyAt(3, 40)),
        Plan<ForgetDueJob>("forget-what-is-due", Cadence.DailyAt(3, 20)),
        Plan<AskPoolJob>("ask-pool", Cadence.EveryMinutes(1)),
        Plan<PlanRemindersJob>("plan-reminders", Cadence.EveryMinutes(1)),
        Plan<StartUncoveredJob>("start-uncovered", Cadence.EverySeconds(10)),
        Plan<SettleAppointmentsJob>("settle-appointments", Cadence.EverySeconds(30)),
        Plan<WarnOfExpiryJob>("warn-of-expiry", Cadence.DailyAt(7, 0)),
        Plan<SendMailJob>("send-mail", Cadence.EverySeconds(10)),
        Plan<RecordStandbyJob>("record-standby", Cadence.EveryMinutes(10)),
        Plan<RateServicesJob>("rate-services", Cadence.EveryMinutes(5)),
        Plan<SumReportsJob>("sum-reports", Cadence.EveryMinutes(5)),
        Plan<WatchBudgetsJob>("watch-budgets", Cadence.EveryMinutes(5)),
        Plan<ContinueBillingRunsJob>("continue-billing-runs", Cadence.EveryMinutes(1)),
    ];

    public static PlannedJob? Find(string name) => All.FirstOrDefault(job => string.Equals(job.Name, name, StringComparison.Ordinal));

    private static PlannedJob Plan<TJob>(string name, Cadence cadence)
        where TJob : class, IBackgroundJob => new(name, typeof(TJob), cadence);
}
