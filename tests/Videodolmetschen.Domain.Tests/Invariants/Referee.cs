using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;

namespace Videodolmetschen.Domain.Tests.Invariants;

/// <summary>
/// All checkers of RELIABILITY.md 2 that a history of the dispatcher can be held against, as one: I1 to I5, I11 to I16 and I18.
/// Hears what the dispatcher hears, decides and answers, and never asks it anything.
/// </summary>
internal sealed class Referee
{
    private const int FullLookEvery = 997;
    private readonly Tables _tables;
    private readonly Objections _objections = new();
    private readonly InvariantChecker _rows;
    private readonly PlainJudge _pairs;
    private readonly PatienceChecker _patience;
    private readonly AnswerChecker _answers;
    private readonly HashSet<LanguageCode> _touched = [];
    private readonly HashSet<LanguageCode> _doubtful = [];
    private DateTimeOffset _last = DateTimeOffset.MinValue;
    private int _turns;
    private int _next;

    public Referee(DispatchPolicy policy, Tables tables)
    {
        _tables = tables;
        _rows = new InvariantChecker(policy, tables, _objections);
        _pairs = new PlainJudge(policy, tables);
        _patience = new PatienceChecker(policy, tables, _objections);
        _answers = new AnswerChecker(tables, _objections);
    }

    public List<string> Violations => _objections.All;

    public Objections Objections => _objections;

    public void Before(DispatchCommand command, DateTimeOffset at)
    {
        var now = Later(at);
        _patience.Before(command, now);
        _rows.Before(command, now);
        if (command is DispatchCommand.UsePolicy { Policy: var policy })
        {
            _pairs.Use(policy);
            _touched.UnionWith(_tables.Desks.Keys);
        }
        else if (command is DispatchCommand.TakeInterpreter { Interpreter: var changed })
        {
            Doubt(changed.Id);
            _tables.Put(changed);
            Touch(changed.Id);
        }
        else if (command is DispatchCommand.Connect { Who: { Side: Side.Interpreter, Id: var id } })
        {
            Touch(new InterpreterId(id));
        }
    }

    /// <param name="outcome">What the dispatcher decided, and what is now stored.</param>
    /// <param name="command">What it was asked; null for a tick.</param>
    /// <param name="at">The instant both happened at.</param>
    public void After(DispatchOutcome outcome, DispatchCommand? command, DateTimeOffset at)
    {
        var now = Later(at);
        if (command is DispatchCommand.AssignInterpreter assign)
        {
            _pairs.Assigned(outcome, assign.Request);
        }
        else if (command is DispatchCommand.AskCallback callback)
        {
            _pairs.Resigned(callback.Request.Id);
        }

        _rows.After(outcome, now);
        _patience.After(outcome, now);
        if (command is not null)
        {
            _answers.After(command, outcome.Reply);
        }

        Collect(outcome);
        if (++_turns % FullLookEvery == 0 || now.Hour != _last.Hour)
        {
            _doubtful.UnionWith(_tables.Desks.Keys);
        }

        _last = now;
        _pairs.Judge(outcome, now, _doubtful, _objections);
        _doubtful.Clear();
    }

    /// <summary>Everything that was due has been done. Looks at the desks touched since, and at one more in turn.</summary>
    public void Settled(DateTimeOffset at)
    {
        var now = Later(at);
        _rows.Settled(now);
        _patience.Settled(now);
        foreach (var language in _touched)
        {
            _pairs.JudgeIdleHands(language, now, _objections);
        }

        _touched.Clear();
        if (_tables.Desks.Count > 0)
        {
            _pairs.JudgeIdleHands(_tables.Desks.Keys.ElementAt(_next++ % _tables.Desks.Count), now, _objections);
        }
    }

    /// <summary>Idle hands at any desk, at any moment.</summary>
    public void LookEverywhere(DateTimeOffset at)
    {
        var now = Later(at);
        foreach (var language in _tables.Desks.Keys)
        {
            _pairs.JudgeIdleHands(language, now, _objections);
        }
    }

    public void Restarted(DateTimeOffset now, DispatchPolicy? policy = null)
    {
        _last = now;
        _rows.Restarted(now, policy);
        _pairs.Restarted(policy);
        _patience.Restarted(now, policy);
        _touched.UnionWith(_tables.Desks.Keys);
    }

    /// <summary>A clock set back stands still until it has caught up, except for a process that begins anew.</summary>
    private DateTimeOffset Later(DateTimeOffset at) => at > _last ? at : _last;

    private void Collect(DispatchOutcome outcome)
    {
        foreach (var change in outcome.Changes)
        {
            switch (change)
            {
                case Change.OfRequest row:
                    _touched.Add(row.After.Language);
                    _touched.UnionWith(row.After.RelatedAllowed ? row.After.RelatedLanguages : []);
                    break;
                case Change.OfOffer row: Touch(row.After.Interpreter); break;
                case Change.OfPresence { After: { State: PresenceState.Offline or PresenceState.Paused, Interpreter: var id } }:
                    Doubt(id);
                    break;
                case Change.OfPresence row: Touch(row.After.Interpreter); break;
            }
        }
    }

    private void Touch(InterpreterId id) => AddLanguages(_touched, id);

    private void Doubt(InterpreterId id) => AddLanguages(_doubtful, id);

    private void AddLanguages(HashSet<LanguageCode> to, InterpreterId id)
    {
        if (_tables.Interpreters.TryGetValue(id, out var interpreter))
        {
            foreach (var spoken in interpreter.Languages)
            {
                to.Add(spoken.Language);
            }
        }
    }
}
