using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Dispatch;

/// <summary>One row of the log of decisions.</summary>
internal sealed record EventRow(DateTimeOffset At, string Kind, Guid Subject, Guid? Customer, string? Before, string After);

internal static class EventRows
{
    /// <summary>One row per change of state, in order. A change that leaves the state alone is none.</summary>
    public static List<EventRow> Of(IReadOnlyList<Change> changes, DateTimeOffset now) =>
        [.. changes.Where(IsNews).Select(change => Of(change, now)).Where(row => row.Before != row.After)];

    /// <summary>The first interpreter's stint says nothing that its session does not.</summary>
    private static bool IsNews(Change change) => change is not Change.OfStint { After.Number: 1 };

    private static EventRow Of(Change change, DateTimeOffset now) => change switch
    {
        Change.OfRequest { Before: var before, After: var after } =>
            new(now, "request", after.Id.Value, after.Customer.Value, SnakeCase.Of(before?.State), SnakeCase.Of(after.State)),
        Change.OfOffer { Before: var before, After: var after } =>
            new(now, "offer", after.Id.Value, null, SnakeCase.Of(before?.State), SnakeCase.Of(after.State)),
        Change.OfSession { Before: var before, After: var after } =>
            new(now, "session", after.Id.Value, after.Customer.Value, SnakeCase.Of(before?.State), SnakeCase.Of(after.State)),
        Change.OfGuest { Before: var before, After: var after } =>
            new(now, "guest", after.Id.Value, after.Customer.Value, SnakeCase.Of(before?.State), SnakeCase.Of(after.State)),
        Change.OfCallback { Before: var before, After: var after } =>
            new(now, "callback", after.Id.Value, after.Wanted.Customer.Value, SnakeCase.Of(before?.State), SnakeCase.Of(after.State)),
        Change.OfStint { Before: var before, After: var after } =>
            new(now, "stint", after.Id.Value, after.Customer.Value, SnakeCase.Of(before?.State), SnakeCase.Of(after.State)),
        Change.OfPresence { Before: var before, After: var after } =>
            new(now, "presence", after.Interpreter.Value, null, SnakeCase.Of(before?.State), SnakeCase.Of(after.State)),
        _ => throw new InvalidOperationException($"No log for {change.GetType().Name}."),
    };
}
