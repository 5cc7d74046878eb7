using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Billing.Disputes;

/// <param name="Change">Euro, net, more or less; null where the service is withdrawn.</param>
/// <param name="Cancels">The document on which the service stands, as it was shown: it is taken back in the same step.</param>
internal sealed record Acceptance(decimal? Change, string? Cancels, string Words);

/// <summary>Disputes about billing lines: raised, taken back, answered. An answer that changes something adds a line; what stands on a document is taken back first.</summary>
internal sealed class DisputeDesk(TenantScope scope, DocumentDesk documents, BillingLetters letters, AuditStore audit, SteadyClock clock)
{
    /// <summary>Answers are due by the holidays of our own seat.</summary>
    private static readonly WorkingDays OwnDays = new(new HolidayRegion(Land.TH));

    /// <param name="owner">The interpreter whose line it must be; null for staff.</param>
    /// <exception cref="DomainException"><see cref="ErrorCode.NotFound"/>, <see cref="ErrorCode.LineDisputed"/>.</exception>
    public async Task<Guid> RaiseAsync(UserId by, Guid? owner, Guid service, int number, DisputeReason reason, string words, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        if (await DisputedLineStore.FindAsync(staff.Transaction, service, number, owner, cancellationToken) is not { IsWithdrawn: false } line)
        {
            throw new DomainException(ErrorCode.NotFound);
        }

        var now = clock.Now;
        var id = await DisputeStore.AddAsync(staff.Transaction, line, reason, words, DisputeDeadline.Of(BerlinTime.DayOf(now), OwnDays), by, now, cancellationToken)
            ?? throw new DomainException(ErrorCode.LineDisputed);
        await audit.AddAsync(staff.Transaction, new AuditEntry(by, "dispute.raised", $"dispute:{id}") { Details = new { service, number, reason = SnakeCase.Of(reason) } }, cancellationToken);
        await staff.CommitAsync(cancellationToken);
        return id;
    }

    /// <summary>Of a position of a document, for a customer who cannot do it here.</summary>
    /// <inheritdoc cref="RaiseAsync(UserId, Guid?, Guid, int, DisputeReason, string, CancellationToken)"/>
    public async Task<Guid> RaiseAsync(UserId by, string document, int position, DisputeReason reason, string words, CancellationToken cancellationToken)
    {
        (Guid ServiceId, int LineNumber)? found;
        await using (var staff = await scope.OpenForStaffAsync(cancellationToken))
        {
            found = await DisputedLineStore.FindPositionAsync(staff.Transaction, document, position, cancellationToken);
        }

        return found is { } line ? await RaiseAsync(by, null, line.ServiceId, line.LineNumber, reason, words, cancellationToken) : throw new DomainException(ErrorCode.NotFound);
    }

    /// <param name="owner">The interpreter whose it must be; null for staff.</param>
    /// <exception cref="DomainException"><see cref="ErrorCode.NotFound"/>, <see cref="ErrorCode.DisputeOver"/>.</exception>
    public async Task TakeBackAsync(UserId by, Guid? owner, Guid id, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await EndAsync(staff, by, owner, id, DisputeEvent.TakeBack, (state, _) => Task.FromResult(new DisputeEnd(state)), cancellationToken);
    }

    /// <exception cref="DomainException"><see cref="ErrorCode.NotFound"/>, <see cref="ErrorCode.DisputeOver"/>.</exception>
    public async Task RejectAsync(UserId by, Guid id, string words, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await EndAsync(staff, by, null, id, DisputeEvent.Reject, (state, _) => Task.FromResult(new DisputeEnd(state, words)), cancellationToken);
    }

    /// <exception cref="DomainException">
    /// <see cref="ErrorCode.NotFound"/>, <see cref="ErrorCode.DisputeOver"/>, <see cref="ErrorCode.DisputedLineBilled"/>, <see cref="ErrorCode.CorrectionInvalid"/>.
    /// </exception>
    public async Task AcceptAsync(UserId by, Guid id, Acceptance acceptance, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await DocumentStore.LockAsync(staff.Transaction, cancellationToken);
        await EndAsync(staff, by, null, id, DisputeEvent.Accept, async (state, found) =>
        {
            var (line, reason) = found;
            if (line.IsWithdrawn && acceptance.Change is not null)
            {
                throw new DomainException(ErrorCode.CorrectionInvalid);
            }

            if (line.DocumentNumber != acceptance.Cancels)
            {
                throw new DomainException(ErrorCode.DisputedLineBilled);
            }

            if (line.DocumentId is { } document)
            {
                await documents.CancelAsync(staff.Transaction, by, document, cancellationToken);
            }

            int? correction = acceptance.Change is { } change
                ? await DisputedLineStore.AddCorrectionAsync(staff.Transaction, line, LineCorrection.Of(line.ToDomain(), line.ServiceNet, change, reason, line.Corrections), cancellationToken)
                : null;
            return new DisputeEnd(state, acceptance.Words, correction, correction is null, line.DocumentId);
        }, cancellationToken);
    }

    private async Task EndAsync(
        ScopedTransaction staff, UserId by, Guid? owner, Guid id, DisputeEvent happened, Func<DisputeState, (DisputedLine Line, DisputeReason Reason), Task<DisputeEnd>> decide, CancellationToken cancellationToken)
    {
        var dispute = await DisputeStore.FindAsync(staff.Transaction, id, owner, cancellationToken) ?? throw new DomainException(ErrorCode.NotFound);
        var state = DisputeTransitions.Next(dispute.State, happened) ?? throw new DomainException(ErrorCode.DisputeOver);
        var line = await DisputedLineStore.FindAsync(staff.Transaction, dispute.ServiceId, dispute.LineNumber, null, cancellationToken) ?? throw new DomainException(ErrorCode.NotFound);
        var end = await decide(state, (line, dispute.Reason));
        await DisputeStore.EndAsync(staff.Transaction, id, end, by, clock.Now, cancellationToken);
        await audit.AddAsync(staff.Transaction, new AuditEntry(by, $"dispute.{SnakeCase.Of(state)}", $"dispute:{id}") { Details = new { end.CorrectionNumber, end.IsWithdrawn, end.CancelledDocument } }, cancellationToken);
        if (line.InterpreterId is { } interpreter && state is DisputeState.Accepted or DisputeState.Rejected)
        {
            await letters.AnswerAsync(staff.Transaction, id, interpreter, state == DisputeState.Accepted, line.Day, line.Explanation, cancellationToken);
        }

        await staff.CommitAsync(cancellationToken);
    }
}
