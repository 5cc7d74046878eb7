using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Domain.Billing.Receivables;

/// <summary>How far an invoice is paid.</summary>
public enum ReceivableState
{
    Open,
    PartlyPaid,
    Paid,
    /// <summary>More came than was asked for, or the document itself is in the customer's favour.</summary>
    Overpaid,
    /// <summary>Taken back by a document of its own: nothing is owed, and what was paid on it is credit.</summary>
    Cancelled,
}

/// <summary>Money that counts for an invoice from a day on; negative where it went back.</summary>
public readonly record struct PaidPart(DateOnly On, decimal Amount);

/// <summary>An issued invoice as what a customer owes for it.</summary>
/// <param name="DueOn">As it stands on the document.</param>
/// <param name="Land">Where the customer sits: money is owed there (§§ 269, 270 (4) BGB), so its holidays count.</param>
public sealed record Receivable(DateOnly IssuedOn, DateOnly? DueOn, decimal Gross, Land Land, bool IsCancelled, IReadOnlyList<PaidPart> Parts)
{
    /// <summary>Without a word on it: § 286 (3) BGB.</summary>
    private const int DaysByLaw = 30;

    public decimal Paid => Parts.Sum(part => part.Amount);

    /// <summary>What is still to come; negative is in the customer's favour.</summary>
    public decimal Balance => IsCancelled ? 0m : Gross - Paid;

    public ReceivableState State =>
        IsCancelled ? ReceivableState.Cancelled
        : Balance < 0m ? ReceivableState.Overpaid
        : Balance == 0m ? ReceivableState.Paid
        : Paid > 0m ? ReceivableState.PartlyPaid
        : ReceivableState.Open;

    /// <summary>The last day on which it is paid in time: a Saturday, Sunday or holiday gives way to the next working day (§ 193 BGB).</summary>
    public DateOnly LastDay
    {
        get
        {
            var (due, days) = (DueOn ?? IssuedOn.AddDays(DaysByLaw), new WorkingDays(new HolidayRegion(Land)));
            return days.IsWorkingDay(due) ? due : days.Next(due);
        }
    }

    public bool IsOverdue(DateOnly on) => Balance > 0m && on > LastDay;

    /// <summary>None while it can still be paid in time.</summary>
    public int DaysOverdue(DateOnly on) => IsOverdue(on) ? on.DayNumber - LastDay.DayNumber : 0;

    /// <summary>What was open at the end of the day.</summary>
    public decimal BalanceOn(DateOnly day) => IsCancelled ? 0m : Gross - Parts.Where(part => part.On <= day).Sum(part => part.Amount);
}
