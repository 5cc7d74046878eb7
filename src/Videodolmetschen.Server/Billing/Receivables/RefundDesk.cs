using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing.Receivables;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Billing.Receivables;

/// <summary>Books what staff have paid back of a credit, and takes it back; the transfer itself is made at the bank.</summary>
internal sealed class RefundDesk(TenantScope scope, AuditStore audit, SteadyClock clock)
{
    /// <summary>The same press again is once.</summary>
    /// <exception cref="DomainException">
    /// <see cref="ErrorCode.NotFound"/>, <see cref="ErrorCode.KeyReused"/>, <see cref="ErrorCode.ArgumentInvalid"/>, <see cref="ErrorCode.RefundExceedsCredit"/>.
    /// </exception>
    public async Task BookAsync(UserId by, NewRefund refund, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await ReceivableStore.LockAsync(staff.Transaction, cancellationToken);
        if (await RefundStore.FindByKeyAsync(staff.Transaction, refund.Key, cancellationToken) is { } before)
        {
            if ((before.PaymentId, before.RefundedOn, before.Amount, before.Reference) != (refund.Payment, refund.On, refund.Amount, refund.Reference))
            {
                throw new DomainException(ErrorCode.KeyReused);
            }

            return;
        }

        var payment = await PaymentStore.FindAsync(staff.Transaction, refund.Payment, cancellationToken) ?? throw new DomainException(ErrorCode.NotFound);
        new Credit(payment.ReceivedOn, payment.Rest).Allow(refund.Amount, refund.On, BerlinTime.DayOf(clock.Now));
        var id = await RefundStore.AddAsync(staff.Transaction, refund, by, clock.Now, cancellationToken);
        await audit.AddAsync(staff.Transaction, new AuditEntry(by, "refund.booked", $"refund:{id}") { Details = new { payment = refund.Payment, refund.Amount } }, cancellationToken);
        await staff.CommitAsync(cancellationToken);
    }

    /// <summary>By a counter entry, all of it: afterwards it is credit again.</summary>
    /// <param name="on">The day on which the money came back; ignored for a mistake.</param>
    /// <returns>The payment.</returns>
    /// <exception cref="DomainException"><see cref="ErrorCode.NotFound"/>, <see cref="ErrorCode.RefundReversed"/>, <see cref="ErrorCode.ArgumentInvalid"/>.</exception>
    public async Task<Guid> ReverseAsync(UserId by, Guid refund, string reason, DateOnly on, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await ReceivableStore.LockAsync(staff.Transaction, cancellationToken);
        var row = await RefundStore.FindAsync(staff.Transaction, refund, cancellationToken) ?? throw new DomainException(ErrorCode.NotFound);
        if (row.ReversedOn is not null)
        {
            throw new DomainException(ErrorCode.RefundReversed);
        }

        var day = reason == "mistake" ? row.RefundedOn : on >= row.RefundedOn ? on : throw new DomainException(ErrorCode.ArgumentInvalid);
        var id = await RefundStore.AddAsync(staff.Transaction, new NewRefund(Guid.NewGuid(), row.PaymentId, day, -row.Amount, row.Reference, refund, reason), by, clock.Now, cancellationToken);
        await audit.AddAsync(staff.Transaction, new AuditEntry(by, "refund.reversed", $"refund:{refund}") { Details = new { reason, by = id } }, cancellationToken);
        await staff.CommitAsync(cancellationToken);
        return row.PaymentId;
    }
}
