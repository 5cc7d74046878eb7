using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Dispatch;

/// <summary>What one decision adds up to, in order.</summary>
internal sealed class OutcomeDraft
{
    private readonly List<Change> _changes = [];
    private readonly List<Notice> _notices = [];
    private int _bornAt = -1;

    public void Write(InterpretingRequest? before, InterpretingRequest after)
    {
        // A request that is born and rings at once is one row written once, before its offers.
        if (_bornAt >= 0 && _changes[_bornAt] is Change.OfRequest born && born.After.Id == after.Id)
        {
            _changes[_bornAt] = new Change.OfRequest(null, after);
            return;
        }

        _bornAt = before is null ? _changes.Count : _bornAt;
        _changes.Add(new Change.OfRequest(before, after));
    }

    public void Write(Offer? before, Offer after) => _changes.Add(new Change.OfOffer(before, after));

    /// <summary>Whoever is told of a change is told how the session stands when all is decided, not how it stood in the midst of it.</summary>
    public void Write(Session? before, Session after)
    {
        _changes.Add(new Change.OfSession(before, after));
        var told = _notices.FindLastIndex(notice => notice is Notice.SessionChanged changed && changed.Session.Id == after.Id);
        if (told >= 0)
        {
            _notices[told] = new Notice.SessionChanged(after);
        }
    }

    public void Write(Guest? before, Guest after) => _changes.Add(new Change.OfGuest(before, after));

    public void Write(Callback? before, Callback after) => _changes.Add(new Change.OfCallback(before, after));

    public void Write(Stint? before, Stint after) => _changes.Add(new Change.OfStint(before, after));

    public void Write(Presence? before, Presence after) => _changes.Add(new Change.OfPresence(before, after));

    /// <summary>Each word about a session shows it whole: a change told before in the same decision would be told twice, and in part.</summary>
    public void Tell(Notice notice)
    {
        if (WholeSession(notice) is { } session)
        {
            _notices.RemoveAll(earlier => earlier is Notice.SessionChanged or Notice.ParticipantsChanged && WholeSession(earlier) == session);
        }

        _notices.Add(notice);
    }

    public DispatchOutcome Finish(DispatchReply reply) => new(reply, _changes, _notices);

    private static SessionId? WholeSession(Notice notice) => notice switch
    {
        Notice.SessionStarted told => told.Session.Id,
        Notice.SessionChanged told => told.Session.Id,
        Notice.SessionInterrupted told => told.Session.Id,
        Notice.SessionEnded told => told.Session.Id,
        Notice.ParticipantsChanged told => told.Situation.Session.Id,
        _ => null,
    };
}
