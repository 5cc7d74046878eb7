using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Billing;

/// <param name="Most">Euro, net: more is not paid.</param>
/// <param name="DeclareUntil">Not part of it.</param>
/// <param name="Declared">Euro; null while nothing is declared.</param>
internal sealed record LossView(decimal Most, DateTimeOffset DeclareUntil, decimal? Declared, DateTimeOffset? DeclaredAt);

/// <summary>The income that an interpreter has lost because an appointment was called off late, as declared by the interpreter (§ 9 (5) S. 2 and 3 JVEG).</summary>
internal sealed class Losses(TenantScope scope, Quotes quotes, AuditStore audit, SteadyClock clock)
{
    private const decimal AtMost = 100_000;

    /// <param name="interpreter">Whose it must be; null for staff.</param>
    /// <returns>Null where there is no claim: not called off late, or because of the interpreter, or not by a tariff that pays for it.</returns>
    public async Task<LossView?> FindAsync(InterpreterId? interpreter, Guid appointment, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        return await FindAsync(staff.Transaction, interpreter, appointment, cancellationToken);
    }

    /// <exception cref="DomainException"><see cref="ErrorCode.LossInvalid"/>, <see cref="ErrorCode.LossNotDue"/>, <see cref="ErrorCode.LossDeclared"/>.</exception>
    public async Task<LossView> DeclareAsync(SignedIn who, Guid appointment, decimal amount, CancellationToken cancellationToken)
    {
        var interpreter = who.RequireInterpreter();
        if (amount is <= 0 or > AtMost || Money.ToCents(amount) != amount)
        {
            throw new DomainException(ErrorCode.LossInvalid);
        }

        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var (claim, now) = (await FindAsync(staff.Transaction, interpreter, appointment, cancellationToken), clock.Now);
        if (claim is null || (claim.Declared is null && now >= claim.DeclareUntil))
        {
            throw new DomainException(ErrorCode.LossNotDue);
        }

        if (claim.Declared is { } before || !await LossStore.AddAsync(staff.Transaction, interpreter.Value, appointment, amount, now, cancellationToken))
        {
            // The same press once more is answered as the first was.
            return (claim.Declared ?? amount) == amount ? claim : throw new DomainException(ErrorCode.LossDeclared);
        }

        await audit.AddAsync(staff.Transaction, new AuditEntry(who.User, "loss.declared", $"appointment:{appointment}") { Details = new { amount } }, cancellationToken);
        await staff.CommitAsync(cancellationToken);
        return claim with { Declared = amount, DeclaredAt = now };
    }

    private async Task<LossView?> FindAsync(NpgsqlTransaction transaction, InterpreterId? interpreter, Guid appointment, CancellationToken cancellationToken)
    {
        if (await LossStore.FindAsync(transaction, interpreter?.Value, appointment, cancellationToken) is not { } row
            || !JvegCancellation.Of(new AppointmentSlot(row.StartsAt, row.EndsAt), row.CancelledAt, lossDeclared: true, DueService.WasInterpreterLate(row.StartsAt, row.CancelledAt, row.CancelPercent)).IsEligible
            || await Tariffs.FindAsync(transaction, BillingSide.Interpreter, row.InterpreterId, row.BookedAt, row.StartsAt, cancellationToken) is not { } tariff)
        {
            return null;
        }

        var what = new QuoteFor(
            BillingSide.Interpreter, row.InterpreterId, new CustomerId(row.CustomerId), new LanguageCode(row.Language), SnakeCase.Parse<Modality>(row.Modality), (QualificationLevel?)row.Level);
        var most = TariffQuote.LossAtMost(tariff, await quotes.TermsAsync(transaction, what, row.BookedAt, isNecessary: false, cancellationToken));
        var until = BerlinTime.BeginOf(BerlinTime.DayOf(row.CancelledAt).AddMonths(JvegCancellation.MonthsToDeclare).AddDays(1));
        return most > 0 ? new LossView(most.Value, until, row.Declared, row.DeclaredAt) : null;
    }
}
