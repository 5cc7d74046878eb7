using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Billing.Documents;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Billing;

/// <summary>What staff do with a document that was issued: it never changes, so each is another document.</summary>
internal sealed class DocumentDesk(TenantScope scope, AuditStore audit, BillingLetters letters, SteadyClock clock)
{
    private const string NumberOfDraft = "ENTWURF-1";

    /// <summary>Takes a document back by one of its own; its lines can be billed anew.</summary>
    /// <returns>The number of the new one.</returns>
    /// <exception cref="DomainException"><see cref="ErrorCode.NotFound"/>, <see cref="ErrorCode.DocumentCancelled"/>.</exception>
    public Task<string> CancelAsync(UserId by, Guid document, CancellationToken cancellationToken) =>
        TakeBackAsync(by, document, "document.cancelled", Cancellation, cancellationToken);

    /// <inheritdoc cref="CancelAsync(UserId, Guid, CancellationToken)"/>
    /// <param name="transaction">Has the lock of documents.</param>
    public Task<string> CancelAsync(NpgsqlTransaction transaction, UserId by, Guid document, CancellationToken cancellationToken) =>
        TakeBackAsync(transaction, by, document, "document.cancelled", Cancellation, cancellationToken);

    /// <summary>
    /// An invoice in whose head something was wrong, the Leitweg-ID or the address: the same services once more, with the data of today, in
    /// its place (384). What the services come to is changed by cancelling and billing anew.
    /// </summary>
    /// <returns>The number of the new one.</returns>
    /// <exception cref="DomainException"><see cref="ErrorCode.NotFound"/>, <see cref="ErrorCode.DocumentCancelled"/>, <see cref="ErrorCode.DocumentNotCorrectable"/>.</exception>
    public Task<string> CorrectAsync(UserId by, Guid document, CancellationToken cancellationToken) =>
        TakeBackAsync(by, document, "document.corrected", (transaction, found, today) => CorrectedAsync(transaction, found, today, cancellationToken), cancellationToken);

    private async Task<string> TakeBackAsync(
        UserId by, Guid document, string action, Func<NpgsqlTransaction, IssuedDocument, DateOnly, Task<DocumentSource>> next, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await DocumentStore.LockAsync(staff.Transaction, cancellationToken);
        var number = await TakeBackAsync(staff.Transaction, by, document, action, next, cancellationToken);
        await staff.CommitAsync(cancellationToken);
        return number;
    }

    private async Task<string> TakeBackAsync(
        NpgsqlTransaction transaction, UserId by, Guid document, string action, Func<NpgsqlTransaction, IssuedDocument, DateOnly, Task<DocumentSource>> next, CancellationToken cancellationToken)
    {
        if (await DocumentStore.FindAsync(transaction, document, cancellationToken) is not { } found)
        {
            throw new DomainException(ErrorCode.NotFound);
        }

        if (found.IsTakenBack || found.Source.Kind.IsCreditNote())
        {
            throw new DomainException(ErrorCode.DocumentCancelled);
        }

        var now = clock.Now;
        var source = await next(transaction, found, BerlinTime.DayOf(now));
        var (id, number) = await DocumentStore.IssueAsync(transaction, source, new Issue(found.Side, found.Party, null, document, by, now), cancellationToken);
        await letters.TellAsync(transaction, source, found.Party, id, number, cancellationToken);
        await audit.AddAsync(transaction, new AuditEntry(by, action, $"document:{document}") { Details = new { by = id, number } }, cancellationToken);
        return number;
    }

    private static Task<DocumentSource> Cancellation(NpgsqlTransaction transaction, IssuedDocument found, DateOnly today) => Task.FromResult(found.Source.CancelledOn(found.Number, today));

    /// <summary>A Gutschrift is not corrected so: 384 is an invoice of the seller's.</summary>
    private static async Task<DocumentSource> CorrectedAsync(NpgsqlTransaction transaction, IssuedDocument found, DateOnly today, CancellationToken cancellationToken)
    {
        if (found.Side != BillingSide.Customer
            || await PartyStore.FindAsync(transaction, "issuer", null, cancellationToken) is not { } us
            || await PartyStore.FindAsync(transaction, "customer", found.Party, cancellationToken) is not { } customer
            || found.Source.Names(us, customer))
        {
            throw new DomainException(ErrorCode.DocumentNotCorrectable);
        }

        var source = found.Source.CorrectedOn(found.Number, today, us, customer);
        return DocumentCheck.Of(source.ToDomain(NumberOfDraft)).Any(finding => finding.Weight == FindingWeight.Error)
            ? throw new DomainException(ErrorCode.DocumentNotCorrectable)
            : source;
    }
}
