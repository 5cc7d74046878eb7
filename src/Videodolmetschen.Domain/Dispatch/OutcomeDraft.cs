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

    public void Write(Session? before, Session after) => _changes.Add(new Change.OfSession(before, after));

    public void Write(Guest? before, Guest after) => _changes.Add(new Change.OfGuest(before, after));

    public void Write(Callback? before, Callback after) => _changes.Add(new Change.OfCallback(before, after));

    public void Write(Stint? before, Stint after) => _changes.Add(new Change.OfStint(before, after));

    public void Write(Presence? before, Presence after) => _changes.Add(new Change.OfPresence(before, after));

    public void Tell(Notice notice) => _notices.Add(notice);

    public DispatchOutcome Finish(DispatchReply reply) => new(reply, _changes, _notices);
}
