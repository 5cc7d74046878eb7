using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing.Receivables;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Billing.Receivables;

/// <summary>Books what customers pay, and takes it back; nothing is ever changed.</summary>
internal sealed class PaymentDesk(TenantScope scope, AuditStore audit, SteadyClock clock)
{
    /// <returns>The payment of this press, booked now or before.</returns>
    /// <exception cref="DomainException"><see cref="ErrorCode.KeyReused"/>, <see cref="ErrorCode.ReceivableChangedMeanwhile"/>, <see cref="ErrorCode.PaymentOfAnotherCustomer"/>, <see cref="ErrorCode.NotFound"/>.</exception>
    public async Task<Guid> BookAsync(UserId by, NewPayment payment, IReadOnlyList<MatchedPart> parts, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await ReceivableStore.LockAsync(staff.Transaction, cancellationToken);
        if (await PaymentStore.FindByKeyAsync(staff.Transaction, payment.Key, cancellationToken) is { } before)
        {
            return (before.Customer, before.ReceivedOn, before.Amount) == (payment.Customer, payment.ReceivedOn, payment.Amount) ? before.Id : throw new DomainException(ErrorCode.KeyReused);
        }

        var id = await AddAsync(staff.Transaction, by, payment, parts, cancellationToken);
        await staff.CommitAsync(cancellationToken);
        return id;
    }

    /// <summary>Under the lock, in the transaction of whoever calls.</summary>
    public async Task<Guid> AddAsync(NpgsqlTransaction transaction, UserId by, NewPayment payment, IReadOnlyList<MatchedPart> parts, CancellationToken cancellationToken)
    {
        await RequireOpenAsync(transaction, payment.Customer, parts, cancellationToken);
        var id = await PaymentStore.AddAsync(transaction, payment, by, clock.Now, cancellationToken);
        await PaymentStore.AllocateAsync(transaction, id, parts, by, clock.Now, cancellationToken);
        await audit.AddAsync(transaction, new AuditEntry(by, "payment.booked", $"payment:{id}") { Details = new { customer = payment.Customer, amount = payment.Amount } }, cancellationToken);
        return id;
    }

    /// <summary>Lets credit count for further invoices.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.NotFound"/>, <see cref="ErrorCode.PaymentOfAnotherCustomer"/>, <see cref="ErrorCode.ReceivableChangedMeanwhile"/>.</exception>
    public async Task AllocateAsync(UserId by, Guid payment, IReadOnlyList<MatchedPart> parts, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await ReceivableStore.LockAsync(staff.Transaction, cancellationToken);
        var row = await PaymentStore.FindAsync(staff.Transaction, payment, cancellationToken) ?? throw new DomainException(ErrorCode.NotFound);
        if (row.Rest < parts.Sum(part => part.Amount))
        {
            throw new DomainException(ErrorCode.ReceivableChangedMeanwhile);
        }

        await RequireOpenAsync(staff.Transaction, row.CustomerId, parts, cancellationToken);
        await PaymentStore.AllocateAsync(staff.Transaction, payment, parts, by, clock.Now, cancellationToken);
        await audit.AddAsync(staff.Transaction, new AuditEntry(by, "payment.allocated", $"payment:{payment}") { Details = new { documents = parts.Count } }, cancellationToken);
        await staff.CommitAsync(cancellationToken);
    }

    /// <summary>By a counter entry: a mistake never counted, what was returned counted until then.</summary>
    /// <param name="on">The day on which it went back; ignored for a mistake.</param>
    /// <exception cref="DomainException"><see cref="ErrorCode.NotFound"/>, <see cref="ErrorCode.PaymentReversed"/>, <see cref="ErrorCode.PaymentRefunded"/>, <see cref="ErrorCode.ArgumentInvalid"/>.</exception>
    public async Task ReverseAsync(UserId by, Guid payment, string reason, DateOnly on, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await ReceivableStore.LockAsync(staff.Transaction, cancellationToken);
        await ReverseAsync(staff.Transaction, by, payment, reason, on, null, cancellationToken);
        await staff.CommitAsync(cancellationToken);
    }

    /// <inheritdoc cref="ReverseAsync(UserId, Guid, string, DateOnly, CancellationToken)"/>
    public async Task ReverseAsync(NpgsqlTransaction transaction, UserId by, Guid payment, string reason, DateOnly on, Guid? bankEntry, CancellationToken cancellationToken)
    {
        var row = await PaymentStore.FindAsync(transaction, payment, cancellationToken) ?? throw new DomainException(ErrorCode.NotFound);
        if (row.ReversedOn is not null)
        {
            throw new DomainException(ErrorCode.PaymentReversed);
        }

        if ((await RefundStore.ReadAsync(transaction, [payment], cancellationToken))[payment].Any(refund => refund.ReversedOn is null))
        {
            throw new DomainException(ErrorCode.PaymentRefunded);
        }

        var day = reason == "mistake" ? row.ReceivedOn : on >= row.ReceivedOn ? on : throw new DomainException(ErrorCode.ArgumentInvalid);
        var parts = await PaymentStore.ReadPartsAsync(transaction, payment, cancellationToken);
        var id = await PaymentStore.AddAsync(transaction, new NewPayment(Guid.NewGuid(), row.CustomerId, day, -row.Amount, bankEntry, payment, reason), by, clock.Now, cancellationToken);
        await PaymentStore.AllocateAsync(transaction, id, [.. parts.Select(part => part with { Amount = -part.Amount })], by, clock.Now, cancellationToken);
        await audit.AddAsync(transaction, new AuditEntry(by, "payment.reversed", $"payment:{payment}") { Details = new { reason, by = id } }, cancellationToken);
    }

    private static async Task RequireOpenAsync(NpgsqlTransaction transaction, Guid customer, IReadOnlyList<MatchedPart> parts, CancellationToken cancellationToken)
    {
        var invoices = await ReceivableStore.FindAsync(transaction, [.. parts.Select(part => part.Document)], cancellationToken);
        var open = invoices.ToDictionary(row => row.Id, row => row.ToDomain().Balance);
        if (parts.Any(part => !open.ContainsKey(part.Document)))
        {
            throw new DomainException(ErrorCode.NotFound);
        }

        if (invoices.Any(row => row.CustomerId != customer))
        {
            throw new DomainException(ErrorCode.PaymentOfAnotherCustomer);
        }

        if (parts.Any(part => part.Amount > open[part.Document]))
        {
            throw new DomainException(ErrorCode.ReceivableChangedMeanwhile);
        }
    }
}
