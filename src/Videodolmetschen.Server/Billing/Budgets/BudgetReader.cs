using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Billing.Budgets;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Languages;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Billing.Budgets;

/// <summary>Reads a customer's budgets with all that counts against them: sums of lines, and the rest priced by the rules by which it will be rated.</summary>
internal sealed class BudgetReader(LanguageCatalogue languages, SteadyClock clock)
{
    /// <summary>Those that are not over. Somebody without any costs one query.</summary>
    public async Task<CustomerBudgets> ReadAsync(NpgsqlTransaction transaction, CustomerId customer, CancellationToken cancellationToken) =>
        await ReadAsync(transaction, customer, await BudgetStore.ReadOfAsync(transaction, customer, BerlinTime.DayOf(clock.Now), cancellationToken), cancellationToken);

    /// <param name="transaction">Of the staff.</param>
    /// <param name="customer">Whose they are.</param>
    /// <param name="budgets">Which of them.</param>
    public async Task<CustomerBudgets> ReadAsync(NpgsqlTransaction transaction, CustomerId customer, IReadOnlyList<StoredBudget> budgets, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var known = new CustomerBudgets
        {
            Budgets = budgets, Spendings = [], Running = new HashSet<Guid>(), Tariffs = null, Days = new WorkingDays(new HolidayRegion(Land.TH)), Languages = languages, ReadAt = now,
        };
        if (budgets.Count == 0)
        {
            return known;
        }

        var period = new BudgetPeriod(budgets.Min(one => one.Budget.Period.From), budgets.Max(one => one.Budget.Period.Until));
        var tariffs = await CustomerTariffs.ReadAsync(transaction, customer, cancellationToken);
        // A service goes from the first of these to the last. Read in this order, none that goes on meanwhile is missed.
        var booked = await SpendingStore.ReadBookedAsync(transaction, customer, period, cancellationToken);
        var running = await SpendingStore.ReadRunningAsync(transaction, customer, period, now, cancellationToken);
        var unrated = tariffs.IsEmpty ? [] : await SpendingStore.ReadUnratedAsync(transaction, customer, period, cancellationToken);
        var rated = await SpendingStore.ReadRatedAsync(transaction, customer, period, cancellationToken);
        return known with
        {
            Spendings =
            [
                .. Priced(tariffs, booked, SpendingStage.Booked),
                .. Priced(tariffs, running, SpendingStage.Running),
                .. Priced(tariffs, unrated, SpendingStage.Unrated),
                .. rated,
            ],
            Running = running.Select(one => one.SourceId).ToHashSet(),
            Tariffs = tariffs,
            Days = new WorkingDays(new HolidayRegion(await BillingPartyStore.ReadLandAsync(transaction, customer.Value, cancellationToken))),
        };
    }

    private IEnumerable<Spending> Priced(CustomerTariffs tariffs, IEnumerable<DueService> services, SpendingStage stage) =>
        from one in services
        let tariff = tariffs.Find(one.OrderedAt, one.FromAt)
        where tariff is not null
        select new Spending(
            one.UnitId is { } unit ? new UnitId(unit) : null,
            BerlinTime.DayOf(one.FromAt),
            CustomerBudgets.Cost(TariffRating.Rate(tariff, one.Terms(languages), one.Facts)),
            stage);
}
