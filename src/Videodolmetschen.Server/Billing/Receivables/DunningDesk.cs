using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing.Receivables;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Billing.Pdf;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Billing.Receivables;

/// <summary>An overdue invoice with what the law adds to it up to a day.</summary>
internal sealed record OverdueItem(ReceivableRow Row, Receivable Claim, DefaultInterest Interest, DunningStep Step);

/// <summary>Who is late, and what the law gives for it. Letters are made to be printed; nothing is ever sent from here.</summary>
internal sealed class DunningDesk(TenantScope scope, AuditStore audit, SteadyClock clock)
{
    public async Task<IReadOnlyList<OverdueItem>> ReadAsync(Guid? customer, DateOnly on, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var rates = await BaseRateStore.LoadAsync(staff.Transaction, cancellationToken);
        var rows = await ReceivableStore.ReadAsync(staff.Transaction, new ReceivableFilter(customer), cancellationToken);
        return
        [
            .. rows.Select(row => (Row: row, Claim: row.ToDomain())).Where(one => one.Claim.IsOverdue(on))
                .Select(one => new OverdueItem(one.Row, one.Claim, DefaultInterest.Of(one.Claim, on, rates), DunningStep.After(one.Claim, one.Row.ReadNotes().Select(note => note.Note)))),
        ];
    }

    /// <returns>The letter to one customer about all that is overdue.</returns>
    /// <exception cref="DomainException"><see cref="ErrorCode.NotFound"/>: nothing is overdue. <see cref="ErrorCode.BaseRateMissing"/>.</exception>
    public async Task<byte[]> LetterAsync(Guid customer, DunningLevel level, DateOnly on, CancellationToken cancellationToken)
    {
        var items = await ReadAsync(customer, on, cancellationToken);
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var (us, other) = (await PartyStore.FindAsync(staff.Transaction, "issuer", null, cancellationToken), await PartyStore.FindAsync(staff.Transaction, "customer", customer, cancellationToken));
        if (items.Count == 0 || us is null || other is null)
        {
            throw new DomainException(ErrorCode.NotFound);
        }

        var letter = new DunningLetter(us, other, level, on, items);
        return letter.Claims && items.Any(item => item.Interest.UnknownFrom is not null) ? throw new DomainException(ErrorCode.BaseRateMissing) : letter.Write();
    }

    /// <summary>Somebody has sent the letter.</summary>
    public async Task NoteAsync(UserId by, DunningLevel level, DateOnly on, IReadOnlyList<Guid> documents, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await ReceivableStore.LockAsync(staff.Transaction, cancellationToken);
        if ((await ReceivableStore.FindAsync(staff.Transaction, documents, cancellationToken)).Count != documents.Distinct().Count())
        {
            throw new DomainException(ErrorCode.NotFound);
        }

        await DunningStore.AddAsync(staff.Transaction, documents, level, on, by, clock.Now, cancellationToken);
        await audit.AddAsync(staff.Transaction, new AuditEntry(by, "dunning.noted", "documents") { Details = new { level = Database.SnakeCase.Of(level), on, documents } }, cancellationToken);
        await staff.CommitAsync(cancellationToken);
    }

    public async Task WithdrawAsync(UserId by, Guid note, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await ReceivableStore.LockAsync(staff.Transaction, cancellationToken);
        if (!await DunningStore.WithdrawAsync(staff.Transaction, note, by, clock.Now, cancellationToken))
        {
            throw new DomainException(ErrorCode.NotFound);
        }

        await audit.AddAsync(staff.Transaction, new AuditEntry(by, "dunning.withdrawn", $"dunning_note:{note}"), cancellationToken);
        await staff.CommitAsync(cancellationToken);
    }
}
