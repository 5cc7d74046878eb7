using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Domain.Billing.Budgets;

/// <summary>
/// What will have been spent at the period's end: what was spent before today, and for the rest the greater of two: as much for each working day as
/// until now, or what is booked for it already. Booked services are part of what is usual, so they are not added to it.
/// </summary>
public sealed record BudgetForecast
{
    /// <summary>So many working days with the service before a rate is spoken of.</summary>
    public const int WorkingDaysAtLeast = 20;

    /// <summary>On so many days something must have been spent.</summary>
    public const int DaysWithCostAtLeast = 5;

    public required ForecastBasis Basis { get; init; }

    /// <summary>Null where nothing can be said yet.</summary>
    public decimal? Total { get; init; }

    /// <summary>The first day with a cost, from which the working days count.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Before today.</summary>
    public decimal Spent { get; init; }

    public int WorkingDaysPast { get; init; }

    /// <summary>From today on.</summary>
    public int WorkingDaysLeft { get; init; }

    /// <summary>Spent today, runs, and is booked.</summary>
    public decimal Ahead { get; init; }

    /// <summary>To the cent, as it is shown; the forecast is not reckoned by it.</summary>
    public decimal PerWorkingDay => WorkingDaysPast == 0 ? 0 : Money.ToCents(Spent / WorkingDaysPast);

    public static BudgetForecast Of(Budget budget, IEnumerable<Spending> all, DateOnly today, WorkingDays days)
    {
        var own = all.Where(one => one.Net > 0 && budget.HoldsFor(budget.Customer, one.Unit, one.Day)).ToList();
        var (past, ahead) = (own.Where(one => one.Day < today).ToList(), own.Where(one => one.Day >= today).Sum(one => one.Net));
        var (spent, since) = (past.Sum(one => one.Net), past.Count == 0 ? (DateOnly?)null : past.Min(one => one.Day));
        var known = new BudgetForecast
        {
            Basis = ForecastBasis.TooEarly,
            Since = since,
            Spent = spent,
            Ahead = ahead,
            WorkingDaysPast = since is { } first ? days.CountBetween(first.AddDays(-1), Earlier(today.AddDays(-1), budget.Period.Until)) : 0,
            WorkingDaysLeft = days.CountBetween(Later(today, budget.Period.From).AddDays(-1), budget.Period.Until),
        };
        if (today > budget.Period.Until)
        {
            return known with { Basis = ForecastBasis.Over, Total = spent + ahead };
        }

        if (today < budget.Period.From)
        {
            return known with { Basis = ForecastBasis.NotBegun };
        }

        if (known.WorkingDaysPast < WorkingDaysAtLeast || past.Select(one => one.Day).Distinct().Count() < DaysWithCostAtLeast)
        {
            return known;
        }

        var usual = Money.ToCents(spent * known.WorkingDaysLeft / known.WorkingDaysPast);
        return known with { Basis = usual >= ahead ? ForecastBasis.Rate : ForecastBasis.Booked, Total = spent + Math.Max(usual, ahead) };
    }

    /// <summary>The way to the number, for a person, in German.</summary>
    public string Words() => Basis switch
    {
        ForecastBasis.NotBegun => "Der Zeitraum hat noch nicht begonnen.",
        ForecastBasis.Over => "Der Zeitraum ist vorbei; das ist, was ausgegeben wurde.",
        ForecastBasis.TooEarly => $"Noch nicht absehbar: Es braucht {WorkingDaysAtLeast} Arbeitstage seit der ersten Leistung und Ausgaben an {DaysWithCostAtLeast} Tagen.",
        _ => $"Seit dem {Since:dd.MM.yyyy} in {German.Count(WorkingDaysPast, "Arbeitstag", "Arbeitstagen")} {German.Euro(Spent)} ausgegeben, im Schnitt {German.Euro(PerWorkingDay)} je Arbeitstag. "
            + $"Bis zum Ende {(WorkingDaysLeft == 1 ? "bleibt" : "bleiben")} {German.Count(WorkingDaysLeft, "Arbeitstag", "Arbeitstage")}. "
            + (Basis == ForecastBasis.Rate
                ? $"Von heute an vorgemerkt sind {German.Euro(Ahead)}; sie sind darin enthalten."
                : $"Von heute an vorgemerkt sind {German.Euro(Ahead)}: mehr als üblich, darum zählt das."),
    };

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}

public enum ForecastBasis
{
    NotBegun,
    /// <summary>Too few days, or too few with a cost.</summary>
    TooEarly,
    /// <summary>It goes on as until now.</summary>
    Rate,
    /// <summary>More is booked than is usual.</summary>
    Booked,
    Over,
}
