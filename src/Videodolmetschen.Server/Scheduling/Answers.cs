using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>What interpreters say: yes, no, and afterwards that they cannot come after all. The first yes wins.</summary>
internal sealed class Answers(AppointmentStore store, AppointmentDesk desk, Pool pool, BindingNews news, AppointmentNews told, AuditStore audit, SteadyClock clock)
{
    private static readonly HashSet<string> Reasons = ["no_time", "not_my_field", "bias", "other"];
    private static readonly HashSet<string> ReasonsToGiveBack = ["ill", "conflict", "other"];

    /// <returns>The appointment.</returns>
    /// <exception cref="DomainException"><see cref="ErrorCode.AskNotFound"/>, <see cref="ErrorCode.AppointmentGone"/>, <see cref="ErrorCode.InterpreterNotFree"/>.</exception>
    public async Task<Guid> AcceptAsync(SignedIn who, Guid id, CancellationToken cancellationToken)
    {
        await using var staff = await store.OpenAsync(cancellationToken);
        var (row, ask) = await LockedAsync(staff.Transaction, who, id, cancellationToken);
        if (ask.State == "accepted")
        {
            return row.Id;
        }

        // A late yes is welcome as long as nobody else has it.
        if (ask.State is not ("open" or "expired") || clock.Now >= row.StartsAt)
        {
            throw new DomainException(ErrorCode.AppointmentGone);
        }

        await desk.BindAsync(staff.Transaction, row, ask.InterpreterId, cancellationToken);
        await staff.CommitAsync(cancellationToken);
        await news.TellAsync(row, ask.InterpreterId);
        return row.Id;
    }

    /// <summary>Costs nothing, and the next is asked at once. Said again, it changes nothing.</summary>
    public async Task DeclineAsync(SignedIn who, Guid id, string? reason, CancellationToken cancellationToken)
    {
        if (reason is not null && !Reasons.Contains(reason))
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        await using var staff = await store.OpenAsync(cancellationToken);
        var (row, ask) = await LockedAsync(staff.Transaction, who, id, cancellationToken);
        await DeclineAsync(staff, row, ask, reason, cancellationToken);
    }

    /// <summary>The link of the mail, for one "no". It needs no sign-in, because it can do nothing else.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.AskLinkUnusable"/>.</exception>
    public async Task DeclineByLinkAsync(string token, CancellationToken cancellationToken)
    {
        await using var staff = await store.OpenAsync(cancellationToken);
        var found = await AskStore.FindAsync(staff.Transaction, null, Pool.HashOf(token), cancellationToken);
        if (found is not { IsOpen: true } || await AppointmentStore.LockAsync(staff.Transaction, found.AppointmentId, cancellationToken) is not { } row)
        {
            throw new DomainException(ErrorCode.AskLinkUnusable);
        }

        await DeclineAsync(staff, row, found, null, cancellationToken);
    }

    /// <summary>Whoever cannot come gives it back; the pool is asked again at once.</summary>
    public async Task GiveBackAsync(SignedIn who, Guid appointment, string? reason, CancellationToken cancellationToken)
    {
        if (reason is null || !ReasonsToGiveBack.Contains(reason))
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        await using var staff = await store.OpenAsync(cancellationToken);
        var row = await AppointmentStore.LockAsync(staff.Transaction, appointment, cancellationToken);
        if (row?.InterpreterId != who.RequireInterpreter().Value)
        {
            throw new DomainException(ErrorCode.AppointmentNotFound);
        }

        await desk.UnbindAsync(staff.Transaction, row!, "given_back", reason, cancellationToken);
        await audit.AddAsync(staff.Transaction, new AuditEntry(who.User, "appointment.given_back", "appointment:" + appointment) { Details = new { reason } }, cancellationToken);
        await staff.CommitAsync(cancellationToken);
        await told.GivenBackAsync(row!);
        await news.TellAsync(row!, null);
    }

    private async Task DeclineAsync(ScopedTransaction staff, AppointmentRow row, AskRow ask, string? reason, CancellationToken cancellationToken)
    {
        if (ask.IsOpen && await AskStore.AnswerAsync(staff.Transaction, ask, "declined", reason, clock.Now, cancellationToken))
        {
            await pool.AskAsync(staff.Transaction, row, null, cancellationToken);
            await staff.CommitAsync(cancellationToken);
            await told.TellAsync([row.Id]);
        }
    }

    /// <summary>The appointment's lock first, so that two answers come one after the other; then the question as it is now.</summary>
    private static async Task<(AppointmentRow Row, AskRow Ask)> LockedAsync(NpgsqlTransaction transaction, SignedIn who, Guid id, CancellationToken cancellationToken)
    {
        var found = await AskStore.FindAsync(transaction, id, null, cancellationToken);
        if (found?.InterpreterId != who.RequireInterpreter().Value || await AppointmentStore.LockAsync(transaction, found!.AppointmentId, cancellationToken) is not { } row)
        {
            throw new DomainException(ErrorCode.AskNotFound);
        }

        return (row, await AskStore.FindAsync(transaction, id, null, cancellationToken) ?? found);
    }
}
