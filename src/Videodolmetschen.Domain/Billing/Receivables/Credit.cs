namespace Videodolmetschen.Domain.Billing.Receivables;

/// <summary>What came of a payment and counts for no invoice that stands (Guthaben), less what was paid back of it.</summary>
/// <param name="On">The day on which the money came.</param>
/// <param name="Rest">Never below zero.</param>
public readonly record struct Credit(DateOnly On, decimal Rest)
{
    /// <summary>A part of it may go back, but not before it came, nor ahead of time.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.ArgumentInvalid"/>, <see cref="ErrorCode.RefundExceedsCredit"/>.</exception>
    public void Allow(decimal refund, DateOnly on, DateOnly today)
    {
        if (refund <= 0m || decimal.Round(refund, 2) != refund || on < On || on > today)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        if (refund > Rest)
        {
            throw new DomainException(ErrorCode.RefundExceedsCredit);
        }
    }
}
