using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing.Budgets;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Billing.Budgets;

/// <summary>Budgets as a booking meets them.</summary>
internal sealed class BookingBudget(BudgetGuard guard, BudgetReader reader, SteadyClock clock)
{
    /// <summary>Before the order: what it would be, some seconds old.</summary>
    public async Task<BudgetVerdict> LookAsync(IReadOnlyList<Appointment> planned, CancellationToken cancellationToken) =>
        Verdict(await guard.OfAsync(planned[0].Customer, cancellationToken), planned);

    /// <summary>In the transaction of the booking, under a lock that is held to its end: those who book at the same time see what this one books.</summary>
    /// <param name="transaction">Of the staff. Nothing may be waited for afterwards that needs another connection.</param>
    /// <param name="planned">Of one unit; all or none.</param>
    /// <exception cref="DomainException"><see cref="ErrorCode.BudgetExhausted"/>.</exception>
    public async Task AdmitAsync(NpgsqlTransaction transaction, IReadOnlyList<Appointment> planned, CancellationToken cancellationToken)
    {
        var customer = planned[0].Customer;
        if (await BudgetStore.LockAsync(transaction, customer, BerlinTime.DayOf(clock.Now), cancellationToken)
            && Verdict(await reader.ReadAsync(transaction, customer, cancellationToken), planned).Outcome == BudgetOutcome.Refused)
        {
            throw new DomainException(ErrorCode.BudgetExhausted);
        }
    }

    private static BudgetVerdict Verdict(CustomerBudgets known, IReadOnlyList<Appointment> planned) =>
        known.AreNone ? BudgetVerdict.None : BudgetVerdict.Of(known.Levels(), planned[0].Unit, [.. planned.Select(known.Slot)]);
}
