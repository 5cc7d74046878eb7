using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Server.Reporting.Views;

/// <summary>By what rows are told apart.</summary>
internal enum ReportBy
{
    Customer,
    Unit,
    Language,
    Modality,
    Hour,
    Day,
    Month,
    Cause,
}

/// <summary>The query of all addresses of reports; each may be left out.</summary>
internal readonly record struct ReportQuery(
    DateOnly? From, DateOnly? To, string? By, Guid? Customer, Guid? Unit, string? Language, string? Modality, int? Hour, int? Within, DateTimeOffset? Before);

/// <summary>What is asked for, by whom. Names are those of the parameters in SQL.</summary>
internal sealed record ReportOrder
{
    private const int WithinByDefault = 120;
    private const int WithinAtMost = 3600;

    public required ReportPeriod Period { get; init; }

    public required ReportBy By { get; init; }

    public Guid? Customer { get; init; }

    public Guid? Unit { get; init; }

    public string? Language { get; init; }

    public string? Modality { get; init; }

    public int? Hour { get; init; }

    /// <summary>In time means at most so many seconds.</summary>
    public int Within { get; init; }

    /// <summary>For lists: what lies before it.</summary>
    public DateTimeOffset Before { get; init; }

    /// <summary>Who asks for the own customer; null for our staff, who see all and everything.</summary>
    public SignedIn? Outsider { get; init; }

    /// <summary>Whether it is all that the customer has in whole months: what the invoices say anyway.</summary>
    public bool IsWhole => Unit is null && Language is null && Modality is null && Hour is null;

    /// <summary>
    /// The tables in which what is asked for alone is one row of several, with the key of that row, one table for each filter: what is hidden there is not to
    /// be had by asking for it alone.
    /// </summary>
    public IEnumerable<(ReportOrder Order, string Key)> Among()
    {
        if (Unit is { } unit)
        {
            yield return (this with { Unit = null, By = ReportBy.Unit }, unit.ToString());
        }

        if (Language is { } language)
        {
            yield return (this with { Language = null, By = ReportBy.Language }, language);
        }

        if (Modality is { } modality)
        {
            yield return (this with { Modality = null, By = ReportBy.Modality }, modality);
        }

        if (Hour is { } hour)
        {
            yield return (this with { Hour = null, By = ReportBy.Hour }, hour.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    /// <exception cref="DomainException"><see cref="ErrorCode.ArgumentInvalid"/>; <see cref="ErrorCode.Forbidden"/> for another customer's figures, or for single days.</exception>
    public static ReportOrder Read(ReportQuery query, ReportBy byDefault, SignedIn who, SteadyClock clock)
    {
        var by = query.By is null ? byDefault : SnakeCase.Find<ReportBy>(query.By);
        if (by is null || query.Hour is < 0 or > 23 || query.Within is < 1 or > WithinAtMost || query.Language is { Length: > 8 }
            || (query.Modality is { } modality && SnakeCase.Find<Modality>(modality) is null))
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        var order = new ReportOrder
        {
            Period = ReportPeriod.Read(query.From, query.To, clock),
            By = by.Value,
            Customer = query.Customer,
            Unit = query.Unit,
            Language = query.Language,
            Modality = query.Modality,
            Hour = query.Hour,
            Within = query.Within ?? WithinByDefault,
            Before = query.Before ?? DateTimeOffset.MaxValue.AddDays(-1),
        };
        return who.IsCoordinator ? order : order.For(who);
    }

    /// <summary>Whole months only: two periods that differ by a day would say what that day was.</summary>
    private ReportOrder For(SignedIn outsider)
    {
        var own = outsider.RequireCustomer().Value;
        if ((Customer is { } asked && asked != own) || By is ReportBy.Day or ReportBy.Customer)
        {
            throw new DomainException(ErrorCode.Forbidden);
        }

        var first = new DateOnly(Period.From.Year, Period.From.Month, 1);
        var last = new DateOnly(Period.To.Year, Period.To.Month, 1).AddMonths(1).AddDays(-1);
        return this with { Customer = own, Outsider = outsider, Period = new ReportPeriod(first, last) };
    }
}
