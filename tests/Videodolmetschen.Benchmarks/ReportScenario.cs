using System.Diagnostics;
using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Languages;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Languages;
using Videodolmetschen.Server.Reporting;
using Videodolmetschen.Server.Reporting.Sums;
using Videodolmetschen.Server.Reporting.Views;

namespace Videodolmetschen.Benchmarks;

/// <summary>Each view of the reports over a year with a million conversations: from the question to the rows in our memory, today's rows read one by one.</summary>
internal sealed class ReportScenario(Effort effort, Postgres postgres)
{
    private readonly int _sessions = effort.IsQuick ? 100_000 : 1_000_000;

    public async Task<Section> RunAsync()
    {
        DapperTypes.Register();
        var database = await postgres.CreateDatabaseAsync();
        await MillionSessions.PlantAsync(postgres.SuperuserConnectionString(database), _sessions);
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database) { Pooling = true, CommandTimeout = 60 }.ConnectionString);
        var scope = new TenantScope(source);
        var (days, summing, again) = await SumAsync(scope);
        var section = new Section($"Reports over {Print.Whole(_sessions)} conversations", ["View", "Rows", "median", "worst"]);
        var worst = 0.0;
        foreach (var (name, view, order) in Views())
        {
            var (rows, times) = await MeasureAsync(new Reports(scope, EmbeddedLanguages.Read()), view, order);
            section.Add(name, Print.Whole(rows), Print.Ms(times.Order().ElementAt(times.Count / 2)), Print.Ms(times.Max()));
            worst = Math.Max(worst, times.Max());
        }

        section.Goals.Add(new Goal($"a view of the reports over {Print.Whole(_sessions)} conversations, the slowest of all", worst / 1000, 1, " s"));
        section.Notes.Add(Print.Of($"Summed {days} days the first time in {summing:0.0} s, today again in {again:0.00} s. Each view {Rounds} times after one that does not count."));
        return section;
    }

    private int Rounds => effort.IsQuick ? 3 : 9;

    private static async Task<(int Days, double Seconds, double Again)> SumAsync(TenantScope scope)
    {
        var (began, now) = (Stopwatch.GetTimestamp(), TimeProvider.System.GetUtcNow());
        var today = BerlinTime.DayOf(now);
        IReadOnlyList<DateOnly> due;
        await using (var staff = await scope.OpenForStaffAsync(CancellationToken.None))
        {
            due = await DaySumStore.ReadDueAsync(staff.Transaction, today, CancellationToken.None);
        }

        foreach (var day in due)
        {
            await SumDayAsync(scope, day, now);
        }

        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        began = Stopwatch.GetTimestamp();
        await SumDayAsync(scope, today, now);
        return (due.Count, seconds, Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    private static async Task SumDayAsync(TenantScope scope, DateOnly day, DateTimeOffset now)
    {
        await using var staff = await scope.OpenForStaffAsync(CancellationToken.None);
        await DaySumStore.PatientlyAsync(staff.Transaction, CancellationToken.None);
        await DaySumStore.SumAsync(staff.Transaction, new DayRange(day, day), now, CancellationToken.None);
        await staff.CommitAsync(CancellationToken.None);
    }

    private async Task<(int Rows, List<double> Milliseconds)> MeasureAsync(Reports reports, string view, ReportOrder order)
    {
        var (rows, times) = (0, new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            rows = (await reports.ReadAsync(view, order, 100, CancellationToken.None)).Rows.Count;
            if (round > 0)
            {
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        return (rows, times);
    }

    private static IEnumerable<(string Name, string View, ReportOrder Order)> Views()
    {
        var today = BerlinTime.DayOf(TimeProvider.System.GetUtcNow());
        var year = new ReportOrder { Period = new ReportPeriod(today.AddDays(-365), today), By = ReportBy.Unit, Within = 120, Before = DateTimeOffset.MaxValue.AddDays(-1) };
        var customer = Guid.Parse(MillionSessions.LargestCustomer);
        var own = year with { Customer = customer, Outsider = new SignedIn(Guid.Empty, new UserId(Guid.Empty), [Roles.Requester]) { Customer = new CustomerId(customer) } };
        ReportBy[] all = [ReportBy.Customer, ReportBy.Unit, ReportBy.Language, ReportBy.Modality, ReportBy.Hour, ReportBy.Day, ReportBy.Month];
        return
        [
            .. all.Select(by => ($"usage and cost by {by}", "usage", year with { By = by })),
            .. all.Select(by => ($"service level by {by}", "service", year with { By = by })),
            ("unserved by Cause", "unserved", year with { By = ReportBy.Cause }),
            ("unserved by Language", "unserved", year with { By = ReportBy.Language }),
            ("fairness", "fairness", year),
            ("VAT", "vat", year),
            ("conversations, newest", "sessions", year),
            ("conversations of a language at an hour", "sessions", year with { Hour = 9, Language = "kmr" }),
            ("usage of the largest customer, with persons", "usage", own),
            ("service level of the largest customer, with persons", "service", own with { By = ReportBy.Language }),
        ];
    }
}
