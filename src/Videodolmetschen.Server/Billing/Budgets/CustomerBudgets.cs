using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Billing.Budgets;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Languages;

namespace Videodolmetschen.Server.Billing.Budgets;

/// <summary>The budgets of one customer with all that counts against them, as they were at one instant.</summary>
internal sealed record CustomerBudgets
{
    public required IReadOnlyList<StoredBudget> Budgets { get; init; }

    public required IReadOnlyList<Spending> Spendings { get; init; }

    /// <summary>The requests that run, and so are among them.</summary>
    public required IReadOnlySet<Guid> Running { get; init; }

    public required CustomerTariffs? Tariffs { get; init; }

    public required WorkingDays Days { get; init; }

    public required LanguageCatalogue Languages { get; init; }

    public required DateTimeOffset ReadAt { get; init; }

    public bool AreNone => Budgets.Count == 0;

    public IEnumerable<BudgetLevel> Levels(IEnumerable<Spending>? promised = null)
    {
        IReadOnlyList<Spending> all = promised is null ? Spendings : [.. Spendings, .. promised];
        return Budgets.Select(one => BudgetLevel.Of(one.Budget, all));
    }

    /// <summary>What the shortest conversation costs that begins now.</summary>
    public PlannedCost Live(QuoteFor what, DateTimeOffset now) => new(
        BerlinTime.DayOf(now),
        Tariffs?.Find(now, now) is { } tariff ? Cost(TariffQuote.ForLive(tariff, Quotes.Terms(what, now, true, Days, Languages), now).Shortest) : 0);

    public PlannedCost Slot(Domain.Scheduling.Appointment booked) => new(
        booked.Slot.Day,
        Tariffs?.Find(booked.BookedAt, booked.Slot.Start) is { } tariff
            ? Cost(TariffRating.Rate(tariff, Quotes.Terms(QuoteFor.Booker(booked), booked.BookedAt, booked.IsNecessary, Days, Languages), new ServiceFacts.Held(booked.Slot, booked.Slot.End)))
            : 0);

    /// <summary>A programme's share is spent, too, and whoever keeps the programme wants to know.</summary>
    public static decimal Cost(RatedLines lines) => lines.Net + lines.ProgrammeNet;
}
