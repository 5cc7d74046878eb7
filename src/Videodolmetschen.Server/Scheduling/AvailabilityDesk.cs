using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Interpreters;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>Reads, changes and tells. What is changed is seen through, also when the page that asked has gone: stored and unknown to the dispatcher would be two truths.</summary>
internal sealed class AvailabilityDesk(AvailabilityStore store, PromisedStore promised, AppointmentNews told, CalendarReader reader, DispatchedInterpreters interpreters, SteadyClock clock)
{
    public async Task<AvailabilityView> AnswerAsync(InterpreterId interpreter, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var stored = await store.ReadAsync(interpreter, now, cancellationToken);
        return AvailabilityView.Of(stored, now) with { Promised = await promised.ReadAsync(interpreter, stored.ToDomain().Absences, now, cancellationToken) };
    }

    /// <summary>What is promised in the new absences of an order, before it is saved.</summary>
    public Task<IReadOnlyList<PromisedView>> CheckAsync(InterpreterId interpreter, AvailabilityOrder order, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        return promised.ReadAsync(interpreter, [.. AvailabilityEdit.Of(order, now).Added.Select(absence => absence.When)], now, cancellationToken);
    }

    public async Task SaveAsync(UserId by, InterpreterId interpreter, AvailabilityOrder order)
    {
        var now = clock.Now;
        var edit = AvailabilityEdit.Of(order, now);
        await store.SaveAsync(by, interpreter, edit, now, CancellationToken.None);
        await TellAsync(interpreter, edit.Added.Select(absence => absence.When), now);
    }

    public async Task<(string Number, string Text)> ExportAsync(InterpreterId interpreter, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var stored = await store.ReadAsync(interpreter, now, cancellationToken);
        return (stored.Number, CalendarWriter.Of(stored, now));
    }

    public async Task<ImportView> PreviewAsync(InterpreterId interpreter, string text, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var reading = reader.Read(text, now);
        var changes = await store.CompareAsync(interpreter, reading, now, cancellationToken);
        return changes with { Promised = await promised.ReadAsync(interpreter, [.. reading.Absences.Select(absence => absence.When)], now, cancellationToken) };
    }

    public async Task ImportAsync(UserId by, InterpreterId interpreter, string text, bool removeMissing)
    {
        var now = clock.Now;
        var reading = reader.Read(text, now);
        var changes = await store.ImportAsync((by, interpreter), reading, removeMissing, now, CancellationToken.None);
        await TellAsync(interpreter, changes.Added + changes.Moved > 0 ? reading.Absences.Select(absence => absence.When) : [], now);
    }

    private async Task TellAsync(InterpreterId interpreter, IEnumerable<Absence> added, DateTimeOffset now)
    {
        await interpreters.RefreshAsync(interpreter);
        await told.AbsenceReportedAsync(interpreter, await promised.ReadAsync(interpreter, [.. added], now, CancellationToken.None));
    }
}
