using Videodolmetschen.Domain;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Interpreters;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>Reads, changes and tells. What is changed is seen through, also when the page that asked has gone: stored and unknown to the dispatcher would be two truths.</summary>
internal sealed class AvailabilityDesk(AvailabilityStore store, CalendarReader reader, DispatchedInterpreters interpreters, SteadyClock clock)
{
    public async Task<AvailabilityView> AnswerAsync(InterpreterId interpreter, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        return AvailabilityView.Of(await store.ReadAsync(interpreter, now, cancellationToken), now);
    }

    public async Task SaveAsync(UserId by, InterpreterId interpreter, AvailabilityOrder order)
    {
        var now = clock.Now;
        await store.SaveAsync(by, interpreter, AvailabilityEdit.Of(order, now), now, CancellationToken.None);
        await interpreters.RefreshAsync(interpreter);
    }

    public async Task<(string Number, string Text)> ExportAsync(InterpreterId interpreter, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var stored = await store.ReadAsync(interpreter, now, cancellationToken);
        return (stored.Number, CalendarWriter.Of(stored, now));
    }

    public Task<ImportView> PreviewAsync(InterpreterId interpreter, string text, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        return store.CompareAsync(interpreter, reader.Read(text, now), now, cancellationToken);
    }

    public async Task ImportAsync(UserId by, InterpreterId interpreter, string text, bool removeMissing)
    {
        var now = clock.Now;
        await store.ImportAsync((by, interpreter), reader.Read(text, now), removeMissing, now, CancellationToken.None);
        await interpreters.RefreshAsync(interpreter);
    }
}
