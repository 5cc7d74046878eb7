using System.Globalization;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Reporting;

/// <summary>Berlin days, both included: at most 400 of them, and the last 28 for who names none.</summary>
internal readonly record struct ReportPeriod(DateOnly From, DateOnly To)
{
    private const int DaysAtMost = 400;
    private const int DaysByDefault = 28;

    public DateTimeOffset Since => BerlinTime.BeginOf(From);

    public DateTimeOffset Before => BerlinTime.BeginOf(To.AddDays(1));

    public static ReportPeriod Read(DateOnly? from, DateOnly? to, SteadyClock clock)
    {
        var last = to ?? BerlinTime.DayOf(clock.Now);
        var first = from ?? last.AddDays(1 - DaysByDefault);
        return first <= last && last.DayNumber - first.DayNumber <= DaysAtMost
            ? new ReportPeriod(first, last)
            : throw new DomainException(ErrorCode.ArgumentInvalid);
    }

    /// <summary>The period as a file of comma-separated values.</summary>
    public IResult AsFile(HttpContext context, string subject, IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows)
    {
        context.Response.Headers.CacheControl = "no-store";
        var name = string.Create(CultureInfo.InvariantCulture, $"{subject}-{From:yyyy-MM-dd}-bis-{To:yyyy-MM-dd}.csv");
        return Results.File(CsvText.Of(header, rows), "text/csv; charset=utf-8", name);
    }
}
