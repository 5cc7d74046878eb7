using System.Globalization;
using System.Security.Cryptography;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing.Receivables;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Billing.Receivables;

/// <param name="IsNew">False where this file was imported before.</param>
/// <param name="Known">Entries that an earlier file had brought.</param>
internal sealed record ImportedStatement(StatementRow Statement, bool IsNew, int Known);

/// <param name="Match">Null for what went back.</param>
/// <param name="Returnable">Payments that it may have been.</param>
internal sealed record BankProposal(BankEntryRow Entry, PaymentMatch? Match, IReadOnlyList<ReturnablePayment> Returnable);

internal sealed record ReturnablePayment(Guid PaymentId, string Customer, DateOnly ReceivedOn);

/// <param name="Entry">The bank's.</param>
internal sealed record BankBooking(Guid Entry, Guid Customer, IReadOnlyList<MatchedPart> Parts);

/// <summary>Bank statements: imported, their entries compared with what is open, and booked by a person's press.</summary>
internal sealed class BankDesk(TenantScope scope, PaymentDesk payments, AuditStore audit, SteadyClock clock)
{
    /// <summary>Stores the entries; books none of them.</summary>
    public async Task<IReadOnlyList<ImportedStatement>> ImportAsync(UserId by, byte[] file, CancellationToken cancellationToken)
    {
        var (statements, hash, imported) = (CamtReader.Read(file), Convert.ToHexStringLower(SHA256.HashData(file)), new List<ImportedStatement>());
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await ReceivableStore.LockAsync(staff.Transaction, cancellationToken);
        foreach (var (place, statement) in statements.Index())
        {
            var (id, isNew) = await BankStore.AddAsync(staff.Transaction, string.Create(CultureInfo.InvariantCulture, $"{hash}-{place}"), statement, by, clock.Now, cancellationToken);
            var row = await BankStore.FindStatementAsync(staff.Transaction, id, cancellationToken);
            imported.Add(new ImportedStatement(row, isNew, isNew ? statement.Entries.Count - row.Entries : statement.Entries.Count));
            if (isNew)
            {
                await audit.AddAsync(staff.Transaction, new AuditEntry(by, "bank_statement.imported", $"bank_statement:{id}") { Details = new { entries = row.Entries } }, cancellationToken);
            }
        }

        await staff.CommitAsync(cancellationToken);
        return imported;
    }

    /// <summary>What is not settled yet, each with what it seems to pay. Two entries for one invoice do not both propose it.</summary>
    public async Task<IReadOnlyList<BankProposal>> ProposeAsync(CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var payers = await BankStore.ReadPayersAsync(staff.Transaction, cancellationToken);
        var open = (await ReceivableStore.ReadAsync(staff.Transaction, new ReceivableFilter(), cancellationToken))
            .Select(row => new OpenInvoice(row.Id, row.Number, row.IssuedOn, row.ToDomain().Balance, row.CustomerId)).ToList();
        var proposed = new List<BankProposal>();
        foreach (var entry in await BankStore.ReadOpenAsync(staff.Transaction, cancellationToken))
        {
            if (entry.Kind == "returned")
            {
                proposed.Add(new BankProposal(entry, null, await BankStore.ReadReturnableAsync(staff.Transaction, entry.Id, cancellationToken)));
                continue;
            }

            var match = PaymentMatching.Of(entry.Amount, entry.Remittance, entry.PayerName, entry.PayerIban, open, payers);
            proposed.Add(new BankProposal(entry, match, []));
            open = [.. open.Select(one => one with { Balance = one.Balance - match.Parts.Where(part => part.Document == one.Document).Sum(part => part.Amount) }).Where(one => one.Balance > 0m)];
        }

        return proposed;
    }

    /// <summary>One entry, in a transaction of its own; its amount is the bank's, and what is left over stays as credit.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.NotFound"/>, <see cref="ErrorCode.BankEntrySettled"/>, <see cref="ErrorCode.ReceivableChangedMeanwhile"/>, <see cref="ErrorCode.PaymentOfAnotherCustomer"/>, <see cref="ErrorCode.ArgumentInvalid"/>.</exception>
    public async Task BookAsync(UserId by, BankBooking booking, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await ReceivableStore.LockAsync(staff.Transaction, cancellationToken);
        var entry = await OpenEntryAsync(staff.Transaction, booking.Entry, "credit", cancellationToken);
        if (booking.Parts.Sum(part => part.Amount) > entry.Amount)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        await payments.AddAsync(staff.Transaction, by, new NewPayment(Guid.NewGuid(), booking.Customer, entry.ValuedOn, entry.Amount, entry.Id), booking.Parts, cancellationToken);
        await staff.CommitAsync(cancellationToken);
    }

    /// <summary>Not a customer's payment: it is asked about no more.</summary>
    public async Task DismissAsync(UserId by, Guid entry, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await ReceivableStore.LockAsync(staff.Transaction, cancellationToken);
        await OpenEntryAsync(staff.Transaction, entry, null, cancellationToken);
        await BankStore.DismissAsync(staff.Transaction, entry, by, clock.Now, cancellationToken);
        await audit.AddAsync(staff.Transaction, new AuditEntry(by, "bank_entry.dismissed", $"bank_entry:{entry}"), cancellationToken);
        await staff.CommitAsync(cancellationToken);
    }

    /// <summary>What went back takes the payment back that it was.</summary>
    public async Task ReturnAsync(UserId by, Guid entry, Guid payment, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await ReceivableStore.LockAsync(staff.Transaction, cancellationToken);
        var back = await OpenEntryAsync(staff.Transaction, entry, "returned", cancellationToken);
        var possible = await BankStore.ReadReturnableAsync(staff.Transaction, entry, cancellationToken);
        if (possible.All(one => one.PaymentId != payment))
        {
            throw new DomainException(ErrorCode.NotFound);
        }

        await payments.ReverseAsync(staff.Transaction, by, payment, "returned", back.ValuedOn, entry, cancellationToken);
        await staff.CommitAsync(cancellationToken);
    }

    private static async Task<BankEntryRow> OpenEntryAsync(Npgsql.NpgsqlTransaction transaction, Guid id, string? kind, CancellationToken cancellationToken)
    {
        var entry = await BankStore.FindAsync(transaction, id, cancellationToken);
        return entry is null || (kind is not null && entry.Kind != kind) ? throw new DomainException(ErrorCode.NotFound)
            : entry.IsSettled ? throw new DomainException(ErrorCode.BankEntrySettled)
            : entry;
    }
}
