using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Scheduling;

/// <param name="Version">The one that was shown.</param>
/// <param name="Field">As in the need.</param>
/// <param name="Modality">As in the need.</param>
/// <param name="OwnReference">Null takes it away.</param>
internal sealed record AppointmentChange(int Version, string? Field, string? Modality, string? OwnReference);

/// <summary>What the customer's side and the Disposition do with an appointment that stands: cancel, change, assign, release.</summary>
internal sealed class AppointmentDesk(
    AppointmentStore store, CancellationQuote quote, Candidates candidates, Pool pool, AppointmentLetters letters, InterpreterNameStore names, BindingNews news, AuditStore audit, CurrentRules rules, SteadyClock clock)
{
    /// <exception cref="DomainException"><see cref="ErrorCode.CancellationCostChanged"/>, <see cref="ErrorCode.AppointmentGone"/>.</exception>
    public async Task CancelAsync(SignedIn who, Guid id, int percent, CancellationToken cancellationToken)
    {
        await using var staff = await store.OpenAsync(cancellationToken);
        var row = await LockedAsync(staff.Transaction, id, cancellationToken);
        if (row.State == "cancelled")
        {
            return;
        }

        await RefuseBegunAsync(staff.Transaction, row, cancellationToken);
        var terms = await quote.OfAsync(row, cancellationToken);
        if (terms.Percent != percent)
        {
            throw new DomainException(ErrorCode.CancellationCostChanged);
        }

        var by = who.IsCoordinator ? AppointmentCancelledBy.Coordinator : AppointmentCancelledBy.Requester;
        var after = row.ToDomain().Cancelled(by, clock.Now) ?? throw new DomainException(ErrorCode.AppointmentGone);
        await AppointmentStore.SaveAsync(staff.Transaction, row, after, percent, cancellationToken);
        await AskStore.WithdrawAsync(staff.Transaction, id, null, clock.Now, cancellationToken);
        await letters.CancelAsync(staff.Transaction, row, by == AppointmentCancelledBy.Coordinator ? "Die Disposition hat abgesagt." : "Der Auftraggeber hat abgesagt.", cancellationToken);
        await NoteAsync(staff.Transaction, who, "appointment.cancelled", id, new { percent }, cancellationToken);
        await staff.CommitAsync(cancellationToken);
        await news.TellAsync(row, null, who.User);
    }

    /// <summary>What may change without making it another appointment.</summary>
    public async Task ChangeAsync(SignedIn who, Guid id, AppointmentChange change, CancellationToken cancellationToken)
    {
        await using var staff = await store.OpenAsync(cancellationToken);
        var row = await LockedAsync(staff.Transaction, id, cancellationToken);
        if (row.Version != change.Version)
        {
            throw new DomainException(ErrorCode.AppointmentChangedMeanwhile);
        }

        var before = row.ToDomain();
        var after = before with
        {
            Field = SnakeCase.Find<Field>(change.Field) ?? throw new DomainException(ErrorCode.ArgumentInvalid),
            Modality = SnakeCase.Find<Modality>(change.Modality) ?? throw new DomainException(ErrorCode.ArgumentInvalid),
            // Whoever did not book it does not see it, and must not take it away.
            OwnReference = before.Requester != who.User ? before.OwnReference : string.IsNullOrWhiteSpace(change.OwnReference) ? null : change.OwnReference.Trim(),
        };
        if (after.OwnReference?.Length > InterpretingRequest.OwnReferenceLength)
        {
            throw new DomainException(ErrorCode.OwnReferenceTooLong);
        }

        if (!before.IsOpen)
        {
            throw new DomainException(ErrorCode.AppointmentGone);
        }

        await AppointmentStore.SaveAsync(staff.Transaction, row, after, null, cancellationToken);
        if (before.Interpreter is { } bound && before.Modality != after.Modality)
        {
            var number = (await names.ReadAsync([bound.Value], cancellationToken))[bound.Value].Number;
            await letters.ChangeAsync(staff.Transaction, row with { Version = row.Version + 1, Modality = SnakeCase.Of(after.Modality) }, number, cancellationToken);
        }

        await NoteAsync(staff.Transaction, who, "appointment.changed", id, new { row.Version }, cancellationToken);
        await staff.CommitAsync(cancellationToken);
    }

    public async Task<AppointmentMatch> MatchAsync(AppointmentRow row, CancellationToken cancellationToken)
    {
        await using var staff = await store.OpenAsync(cancellationToken);
        var appointment = row.ToDomain();
        return AppointmentMatching.Match(appointment, await candidates.ReadAsync(staff.Transaction, [appointment.Slot], null, cancellationToken), rules.Rules, clock.Now);
    }

    /// <exception cref="DomainException"><see cref="ErrorCode.InterpreterNotFree"/>, <see cref="ErrorCode.AppointmentGone"/>.</exception>
    public async Task AssignAsync(SignedIn who, Guid id, Guid interpreter, CancellationToken cancellationToken)
    {
        await using var staff = await store.OpenAsync(cancellationToken);
        var row = await LockedAsync(staff.Transaction, id, cancellationToken);
        if (row.State == "assigned" && row.InterpreterId == interpreter)
        {
            return;
        }

        await BindAsync(staff.Transaction, row, interpreter, cancellationToken);
        await NoteAsync(staff.Transaction, who, "appointment.assigned", id, new { interpreter }, cancellationToken);
        await staff.CommitAsync(cancellationToken);
        await news.TellAsync(row, interpreter, who.User);
    }

    public async Task ReleaseAsync(SignedIn who, Guid id, CancellationToken cancellationToken)
    {
        await using var staff = await store.OpenAsync(cancellationToken);
        var row = await LockedAsync(staff.Transaction, id, cancellationToken);
        await UnbindAsync(staff.Transaction, row, "withdrawn", null, cancellationToken);
        await NoteAsync(staff.Transaction, who, "appointment.released", id, new { row.InterpreterId }, cancellationToken);
        await staff.CommitAsync(cancellationToken);
        await news.TellAsync(row, null, who.User);
    }

    /// <summary>Binds an interpreter, tells both sides, and closes what others were asked.</summary>
    public async Task BindAsync(NpgsqlTransaction transaction, AppointmentRow row, Guid interpreter, CancellationToken cancellationToken)
    {
        var before = row.ToDomain();
        var all = await candidates.ReadAsync(transaction, [before.Slot], null, cancellationToken);
        var candidate = all.FirstOrDefault(one => one.Interpreter.Id.Value == interpreter) ?? throw new DomainException(ErrorCode.InterpreterNotFree);
        if (!AppointmentBinding.MayTake(before, candidate, rules.Rules, clock.Now))
        {
            throw new DomainException(ErrorCode.InterpreterNotFree);
        }

        var after = (before.State == AppointmentState.Assigned ? before.ReassignedTo(new InterpreterId(interpreter)) : before.AssignedTo(new InterpreterId(interpreter)))
            ?? throw new DomainException(ErrorCode.AppointmentGone);
        if (before.State == AppointmentState.Assigned)
        {
            await RefuseBegunAsync(transaction, row, cancellationToken);
            await letters.ReleaseAsync(transaction, row, cancellationToken);
        }

        await AppointmentStore.SaveAsync(transaction, row, after, null, cancellationToken);
        await AskStore.SettleAsync(transaction, row.Id, interpreter, clock.Now, cancellationToken);
        await letters.ConfirmAsync(transaction, row with { Version = row.Version + 1, InterpreterId = interpreter }, candidate.Interpreter.Number, cancellationToken);
    }

    /// <summary>Takes the interpreter off and asks the pool again, in the same transaction.</summary>
    public async Task UnbindAsync(NpgsqlTransaction transaction, AppointmentRow row, string askState, string? reason, CancellationToken cancellationToken)
    {
        var after = row.ToDomain().GivenBack() ?? throw new DomainException(ErrorCode.AppointmentGone);
        await RefuseBegunAsync(transaction, row, cancellationToken);
        await letters.ReleaseAsync(transaction, row, cancellationToken);
        await AppointmentStore.SaveAsync(transaction, row, after, null, cancellationToken);
        var asks = await AskStore.ReadAsync(transaction, row.Id, cancellationToken);
        foreach (var ask in asks.Where(ask => ask.InterpreterId == row.InterpreterId && ask.State == "accepted"))
        {
            await AskStore.AnswerAsync(transaction, ask, askState, reason, clock.Now, cancellationToken);
        }

        await AskStore.AddUnaskedAsync(transaction, Pool.Unasked(row, askState, asks.Count + 1, clock.Now), reason, cancellationToken);

        await pool.AskAsync(transaction, row with { Version = row.Version + 1, State = "requested", InterpreterId = null }, null, cancellationToken);
    }

    /// <summary>What was talked is held once the slot is over, whatever anybody wants of it then.</summary>
    private static async Task RefuseBegunAsync(NpgsqlTransaction transaction, AppointmentRow row, CancellationToken cancellationToken)
    {
        if (await RoomStore.ReadAsync(transaction, row.Id, cancellationToken) is { IsTalking: true } or { TalkedFrom: not null })
        {
            throw new DomainException(ErrorCode.AppointmentBegun);
        }
    }

    public static async Task<AppointmentRow> LockedAsync(NpgsqlTransaction transaction, Guid id, CancellationToken cancellationToken) =>
        await AppointmentStore.LockAsync(transaction, id, cancellationToken) ?? throw new DomainException(ErrorCode.AppointmentNotFound);

    private Task NoteAsync(NpgsqlTransaction transaction, SignedIn who, string action, Guid id, object details, CancellationToken cancellationToken) =>
        audit.AddAsync(transaction, new AuditEntry(who.User, action, "appointment:" + id) { Details = details }, cancellationToken);
}
