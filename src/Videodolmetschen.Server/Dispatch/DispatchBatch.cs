using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Cluster;

namespace Videodolmetschen.Server.Dispatch;

/// <summary>One decision, stored. Its notices carry what the board knew at that moment.</summary>
internal sealed record Decided(long Revision, DispatchReply Reply, IReadOnlyList<Told> Told);

/// <param name="Notice">The past fact.</param>
/// <param name="Session">Set for facts about a session.</param>
internal sealed record Told(Notice Notice, SessionSituation? Session);

/// <summary>A decision of a batch, and who waits for it here.</summary>
internal sealed record Decision(Waiting? Waiting, DispatchCommand? Command, long Revision, DispatchOutcome Outcome);

/// <summary>Decisions that are stored together, and who waits for them.</summary>
internal sealed class DispatchBatch
{
    private readonly List<Decision> _decisions = [];

    /// <summary>False while a decision is being taken: a failure then is the dispatcher's.</summary>
    public bool IsDecided { get; set; }

    public List<Change> Changes { get; } = [];

    public IReadOnlyList<Decision> Decisions => _decisions;

    public IEnumerable<Waiting> Waiting => _decisions.Where(one => one.Waiting is not null).Select(one => one.Waiting!);

    public void Add(Waiting? waiting, long revision, DispatchOutcome outcome)
    {
        _decisions.Add(new Decision(waiting, waiting?.Command, revision, outcome));
        Changes.AddRange(outcome.Changes);
    }

    /// <summary>What another node has stored, for this node's board and clients.</summary>
    public static DispatchBatch FromOther(IReadOnlyList<StoredDecision> decisions)
    {
        var batch = new DispatchBatch { IsDecided = true };
        foreach (var one in decisions)
        {
            batch._decisions.Add(new Decision(null, one.Command, one.Revision, new DispatchOutcome(one.Reply, one.Changes, one.Notices)));
            batch.Changes.AddRange(one.Changes);
        }

        return batch;
    }

    /// <summary>What boards of other nodes must know: all but mere questions and what was refused, and of commands and replies only what <see cref="Note(DispatchCommand?, LiveBoard)"/> reads.</summary>
    public List<StoredDecision> ForOthers() =>
    [
        .. from one in _decisions
           where one.Outcome.Changes.Count + one.Outcome.Notices.Count > 0 || (IsNoted(one.Command) && one.Outcome.Reply is DispatchReply.Done)
           select new StoredDecision(
               one.Revision, IsNoted(one.Command) ? one.Command : null, Asked(one.Outcome) is null ? new DispatchReply.Done() : one.Outcome.Reply, one.Outcome.Changes, one.Outcome.Notices),
    ];

    /// <summary>Whose first connection came, or last one went.</summary>
    public IEnumerable<Party> CameOrWent() => _decisions.Select(one => one.Command switch
    {
        DispatchCommand.Connect connect => connect.Who,
        DispatchCommand.LoseConnection lose => lose.Who,
        _ => default(Party?),
    }).OfType<Party>();

    /// <summary>Everybody who would have been told.</summary>
    public IEnumerable<Party> Concerned(LiveBoard board) => Changes.SelectMany(change => change switch
    {
        Change.OfRequest request => [Party.Of(request.After.Requester)],
        Change.OfOffer offer => [Party.Of(offer.After.Interpreter)],
        Change.OfSession session => [Party.Of(session.After.Requester), Party.Of(session.After.Interpreter)],
        Change.OfGuest guest =>
            [Party.Of(guest.After.Id), .. board.Sessions.GetValueOrDefault(guest.After.Session)?.Participants.Select(one => one.Who) ?? []],
        Change.OfCallback callback => [Party.Of(callback.After.Requester)],
        Change.OfStint stint => [Party.Of(stint.After.Interpreter)],
        Change.OfPresence presence => [Party.Of(presence.After.Interpreter)],
        _ => Array.Empty<Party>(),
    });

    /// <summary>What happens to requests, offers and sessions, in a word each.</summary>
    public IEnumerable<string> Steps() => Changes.Select(change => change switch
    {
        Change.OfRequest { Before: null } => "request",
        Change.OfOffer { Before: null } => "offer",
        Change.OfSession { Before: null } => "session",
        Change.OfSession { Before.StartedAt: null, After.StartedAt: not null } => "start",
        Change.OfSession { After.IsUnfinished: false } => "end",
        _ => "other",
    });

    /// <summary>After the commit: brings the board up to date, answers, and returns what others must hear.</summary>
    public IReadOnlyList<Decided> Complete(LiveBoard board)
    {
        List<Decided> heard = [];
        foreach (var (waiting, command, revision, outcome) in _decisions)
        {
            Note(command, board);
            board.Revision = revision;
            foreach (var change in outcome.Changes)
            {
                board.Take(change);
            }

            var decided = new Decided(revision, outcome.Reply, [.. outcome.Notices.Select(notice => new Told(notice, SessionOf(notice, board)))]);
            Note(outcome, board);
            waiting?.Tell(decided);
            if (decided.Told.Count > 0)
            {
                heard.Add(decided);
            }
        }

        Changes.ForEach(board.Forget);
        return heard;
    }

    private static bool IsNoted(DispatchCommand? command) =>
        command is DispatchCommand.TakeInterpreter or DispatchCommand.UsePolicy or DispatchCommand.Connect or DispatchCommand.LoseConnection;

    private static void Note(DispatchCommand? command, LiveBoard board)
    {
        switch (command)
        {
            case DispatchCommand.TakeInterpreter take:
                board.Take(take.Interpreter);
                break;
            case DispatchCommand.UsePolicy use:
                board.Use(new StoredPolicy(use.Version, use.Policy));
                break;
            case DispatchCommand.Connect connect:
                board.Connect(connect.Who);
                break;
            case DispatchCommand.LoseConnection lose:
                board.Lose(lose.Who);
                break;
        }
    }

    private static void Note(DispatchOutcome outcome, LiveBoard board)
    {
        foreach (var situation in outcome.Notices.Select(SituationOf).OfType<RequestSituation>().Where(situation => situation.Request.IsOpen))
        {
            board.Take(situation);
        }

        if (Asked(outcome) is { } asked)
        {
            board.Take(asked);
        }
    }

    private static RequestSituation? Asked(DispatchOutcome outcome) =>
        outcome.Reply is DispatchReply.RequestStands { Situation: { Request.IsOpen: true } asked } ? asked : null;

    private static RequestSituation? SituationOf(Notice notice) => notice switch
    {
        Notice.RequestChanged changed => changed.Situation,
        Notice.ReliefChanged changed => changed.Situation,
        _ => null,
    };

    private static SessionSituation? SessionOf(Notice notice, LiveBoard board) => notice switch
    {
        Notice.SessionReady ready => ready.Situation,
        Notice.ParticipantsChanged changed => changed.Situation,
        Notice.ReliefReady ready => ready.Situation,
        Notice.ReliefChanged changed => board.Situate(changed.Session, changed.Situation),
        Notice.StintEnded left => board.Situate(left.Session),
        Notice.SessionStarted started => board.Situate(started.Session),
        Notice.SessionChanged changed => board.Situate(changed.Session),
        Notice.SessionInterrupted interrupted => board.Situate(interrupted.Session),
        Notice.SessionEnded ended => board.Situate(ended.Session),
        _ => null,
    };
}
