using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Dispatch;

/// <summary>
/// After a restart: what the tables say was counted by a clock that may have been set since. A browser counts by its own, so that one
/// flow of media, told before the restart and after it, shows how far the two lie apart.
/// </summary>
internal sealed class ClockDoubt(Session row)
{
    private readonly Dictionary<Side, TimeSpan?> _words = [];
    private TimeSpan _moved;

    public bool IsOver => _words.Count == 2;

    public bool AnyEvidence => _words.Values.Any(apart => apart is not null);

    private DateTimeOffset LastKnown =>
        row.Clock.RunningSince is { } since && !(row.LastMediaAt > since) ? since : row.LastMediaAt ?? row.CreatedAt;

    /// <summary>The first word of a side since the restart. A flow shorter than it was before it is another one, and shows nothing.</summary>
    /// <param name="side">Who says it.</param>
    /// <param name="flowed">For how long media has flowed to that side.</param>
    /// <param name="at">The moment it is said of, by the clock that is now.</param>
    public void Hear(Side side, TimeSpan flowed, DateTimeOffset at)
    {
        var before = side == Side.Requester ? row.RequesterFlowsSince : row.InterpreterFlowsSince;
        var apart = before is { } since && flowed >= LastKnown - since ? at - flowed - since : default(TimeSpan?);
        _words.TryAdd(side, apart);
    }

    /// <summary>
    /// How far to move what the tables say, beyond what was moved before. Where both sides differ, the one that moves less is right. One
    /// alone can show that less was spoken than the clock claims, and the one who pays that it was more.
    /// </summary>
    /// <param name="borne">A difference up to this is none: a word takes its time on the way.</param>
    /// <param name="alone">The same for a single word that makes it less: the media of that side may only have had a gap.</param>
    public TimeSpan TakeMove(TimeSpan borne, TimeSpan alone)
    {
        var (requester, interpreter) = (_words.GetValueOrDefault(Side.Requester), _words.GetValueOrDefault(Side.Interpreter));
        var apart = (requester, interpreter) switch
        {
            ({ } one, { } other) => Math.Sign(one.Ticks) == Math.Sign(other.Ticks) ? Least(one, other) : TimeSpan.Zero,
            ({ } one, null) => one < TimeSpan.Zero || one > alone ? one : TimeSpan.Zero,
            (null, { } other) => other > alone ? other : TimeSpan.Zero,
            _ => TimeSpan.Zero,
        };
        var move = (apart.Duration() > borne ? apart : TimeSpan.Zero) - _moved;
        _moved += move;
        return move;
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one.Duration() < other.Duration() ? one : other;
}
