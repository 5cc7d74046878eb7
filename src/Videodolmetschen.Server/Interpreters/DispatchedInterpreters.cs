using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Interpreters;

/// <summary>
/// Tells the dispatcher what has changed about interpreters. The tables have changed already: this is seen through even when the one
/// who asked has gone; and one after the other, so that nobody tells what somebody else has changed since.
/// </summary>
internal sealed class DispatchedInterpreters(InterpreterStore store, DispatchService dispatch, LiveBoard board, SteadyClock clock) : IDisposable
{
    /// <summary>The mailbox has room for others meanwhile.</summary>
    private const int AtOnce = 200;

    private readonly SemaphoreSlim _oneByOne = new(1);

    public Task RefreshAsync(InterpreterId id) => InTurnAsync(async week =>
    {
        if (await store.FindAsync(id, week, CancellationToken.None) is { } interpreter)
        {
            await dispatch.AskAsync(new DispatchCommand.TakeInterpreter(interpreter));
        }
    });

    /// <summary>A first or last name on a customer's list changes whom everybody may serve; only those who differ are told.</summary>
    public Task RefreshAllAsync() => InTurnAsync(async week =>
    {
        var changed = (await store.ReadAllAsync(week, CancellationToken.None)).Where(HasChanged);
        foreach (var part in changed.Chunk(AtOnce))
        {
            await Task.WhenAll(part.Select(interpreter => dispatch.AskAsync(new DispatchCommand.TakeInterpreter(interpreter))));
        }
    });

    public void Dispose() => _oneByOne.Dispose();

    private bool HasChanged(Interpreter interpreter) =>
        !board.Interpreters.TryGetValue(interpreter.Id, out var known) || !known.BlockedCustomers.SetEquals(interpreter.BlockedCustomers);

    private async Task InTurnAsync(Func<DateTimeOffset, Task> act)
    {
        await _oneByOne.WaitAsync();
        try
        {
            await act(FairnessWeek.Since(clock.Now));
        }
        finally
        {
            _oneByOne.Release();
        }
    }
}
