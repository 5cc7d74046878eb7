using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Tests.Invariants;

/// <summary>What the dispatcher heard and decided at one instant; no command is a tick.</summary>
internal sealed record Moment(DateTimeOffset Now, DispatchCommand? Command, DispatchOutcome Outcome);

/// <summary>A true history, written down so that it can be falsified and judged.</summary>
internal sealed class RecordedHistory(DispatchPolicy policy)
{
    private readonly Dispatcher _dispatcher = new(policy, Given.NewId);
    private DateTimeOffset _now = Given.MondayMorning;

    public List<Moment> Moments { get; } = [];

    public DateTimeOffset Now => _now;

    public DispatchOutcome Do(DispatchCommand command)
    {
        var outcome = _dispatcher.Handle(command, _now);
        Moments.Add(new Moment(_now, command, outcome));
        return outcome;
    }

    public void Wait(double seconds)
    {
        var until = _now + TimeSpan.FromSeconds(seconds);
        while (_dispatcher.NextDeadline is { } next && next <= until)
        {
            _now = next;
            Moments.Add(new Moment(next, null, _dispatcher.Tick(next)));
        }

        _now = until;
    }

    public Interpreter OnDuty(Interpreter interpreter)
    {
        Do(new DispatchCommand.TakeInterpreter(interpreter));
        Do(new DispatchCommand.Connect(Party.Of(interpreter.Id)));
        Do(new DispatchCommand.SetPresence(interpreter.Id, PresenceWish.Available));
        Wait(1);
        return interpreter;
    }

    public InterpretingRequest Asks()
    {
        var request = Given.Request() with { RequestedAt = _now };
        Do(new DispatchCommand.Connect(Party.Of(request.Requester)));
        Do(new DispatchCommand.RequestInterpreter(request));
        Wait(1);
        return request;
    }

    /// <summary>What rings at the interpreter.</summary>
    public Offer RingingAt(Interpreter interpreter) => Changes<Change.OfOffer>().Last(change => change.After.Interpreter == interpreter.Id).After;

    public void Accepts(Interpreter interpreter)
    {
        Do(new DispatchCommand.AcceptOffer(RingingAt(interpreter).Id, interpreter.Id));
        Wait(1);
    }

    public IEnumerable<TChange> Changes<TChange>() => Moments.SelectMany(moment => moment.Outcome.Changes).OfType<TChange>();

    /// <summary>Falsifies the changes of the moment that has the one meant; what was told of them is kept only when asked for.</summary>
    public void Falsify<TChange>(Predicate<TChange> meant, Func<TChange, IEnumerable<Change>> instead, bool told = false)
        where TChange : Change
    {
        var at = Moments.FindIndex(moment => moment.Outcome.Changes.OfType<TChange>().Any(change => meant(change)));
        var outcome = Moments[at].Outcome;
        Moments[at] = Moments[at] with
        {
            Outcome = outcome with { Changes = [.. outcome.Changes.SelectMany(change => change is TChange one && meant(one) ? instead(one) : [change])], Notices = told ? outcome.Notices : [] },
        };
    }

    public void Add(params Change[] changes) => Moments.Add(new Moment(_now, null, new DispatchOutcome(new DispatchReply.Done(), changes, [])));

    /// <summary>The ids of all that the referee objects to, in that order; none for a true history.</summary>
    public List<string> Judged()
    {
        var referee = new Referee(policy, new Tables());
        for (var i = 0; i < Moments.Count; i++)
        {
            var (now, command, outcome) = Moments[i];
            if (command is not null)
            {
                referee.Before(command, now);
            }

            referee.After(outcome, command, now);
            if (i == Moments.Count - 1 || Moments[i + 1].Now > now)
            {
                referee.Settled(now);
            }
        }

        referee.Settled(_now);
        return [.. referee.Violations.Select(found => found[..found.IndexOf(':', StringComparison.Ordinal)])];
    }
}
