using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Tests.Invariants;

/// <summary>I16 by a clock that nobody sets: no more is billed than the time in which it can have been spoken.</summary>
internal sealed class BillChecker(Objections objections)
{
    /// <summary>What a browser says of the time before it was heard, and what two of them differ by.</summary>
    private static readonly TimeSpan Borne = TimeSpan.FromSeconds(60);
    private readonly Dictionary<SessionId, DateTimeOffset> _began = [];
    private readonly Dictionary<(SessionId Session, Party By), DateTimeOffset> _flows = [];

    public void After(DispatchOutcome outcome, DateTimeOffset now)
    {
        foreach (var change in outcome.Changes)
        {
            if (change is Change.OfSession { After: var session })
            {
                After(session, now);
            }
        }
    }

    public void Before(DispatchCommand command, DateTimeOffset now)
    {
        if (command is DispatchCommand.ReportMedia { Flowing: true } report)
        {
            _flows[(report.Session, report.By)] = now - report.For;
        }
    }

    /// <summary>What this browser has counted by then; null before media came in.</summary>
    public TimeSpan? Flowed(SessionId session, Party by, DateTimeOffset now) =>
        _flows.TryGetValue((session, by), out var since) ? TimeSpan.FromTicks(Math.Max(0, (now - since).Ticks)) : null;

    private void After(Session session, DateTimeOffset now)
    {
        if (session.StartedAt is not null && _began.TryAdd(session.Id, now) | !session.IsUnfinished)
        {
            var spoken = now - _began[session.Id];
            objections.Expect("I16", session.Clock.Counted <= spoken + Borne, $"{session.Clock.Counted} of {spoken} are billed for {session}");
        }
    }
}
