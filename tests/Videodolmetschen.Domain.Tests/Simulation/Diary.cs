using System.Globalization;
using System.Text;
using Videodolmetschen.Domain.Dispatch;

namespace Videodolmetschen.Domain.Tests.Simulation;

/// <summary>A history for people to read: U asks, I interprets, R is a request, O an offer, S a session.</summary>
internal sealed class Diary
{
    private readonly StringBuilder _text = new();

    public override string ToString() => _text.ToString();

    public void Note(DateTimeOffset now, string line) => _text.Append(CultureInfo.InvariantCulture, $"{now:dd HH:mm:ss.fff} {line}\n");

    public void Note(DateTimeOffset now, Act act)
    {
        var fate = act.Fate == Fate.Fine ? "" : $" ({act.Fate})";
        Note(now, $"{Actor(act)}{act.Kind} {How(act)}{fate}");
    }

    public void Note(DateTimeOffset now, DispatchOutcome outcome)
    {
        if (outcome.Reply is DispatchReply.Refused refused)
        {
            Note(now, $"   refused: {refused.Code}");
        }

        foreach (var change in outcome.Changes)
        {
            Note(now, "   " + Line(change));
        }

        if (outcome.Notices.Count > 0)
        {
            Note(now, "   told: " + string.Join(' ', outcome.Notices.Select(notice => notice.GetType().Name)));
        }
    }

    private static string Actor(Act act) => act.Kind switch
    {
        ActKind.SetClock or ActKind.RestartWithClock or ActKind.SetPolicy => "",
        _ => act.IsByRequester ? $"U{act.Who} " : $"I{act.Who} ",
    };

    private static string How(Act act) => act.Kind switch
    {
        ActKind.Duty => ((Domain.Interpreters.PresenceWish)act.What).ToString(),
        ActKind.Assign => $"to U{act.What}",
        ActKind.Guest => $"{(GuestVerb)(act.What % 8)} {act.What / 8}",
        ActKind.SetClock or ActKind.RestartWithClock => $"{act.What} ms",
        ActKind.Media or ActKind.Hold or ActKind.HangUp =>
            $"{(Saying.ByInterpreter(act.What) ? "by interpreter" : "by requester")} {(Saying.Yes(act.What) ? "yes" : "no")} {Saying.Span(act.What).TotalSeconds} s",
        _ => act.What == 0 ? "" : $"#{act.What}",
    };

    private static string Line(Change change) => change switch
    {
        Change.OfRequest row => $"R{Number(row.After.Id.Value)} of U{Number(row.After.Requester.Value)} {row.After.Language} {row.After.Priority}: {row.Before?.State.ToString() ?? "new"} > {row.After.State} {row.After.UnservedBecause}{row.After.CancelledBy}",
        Change.OfCallback row => $"C{Number(row.After.Id.Value)} of U{Number(row.After.Requester.Value)}: {row.Before?.State.ToString() ?? "new"} > {row.After.State}",
        Change.OfOffer row => $"O{Number(row.After.Id.Value)} R{Number(row.After.Request.Value)} to I{Number(row.After.Interpreter.Value)}: {row.Before?.State.ToString() ?? "new"} > {row.After.State} {row.After.WithdrawnBecause}",
        Change.OfSession row => $"S{Number(row.After.Id.Value)} R{Number(row.After.Request.Value)} with I{Number(row.After.Interpreter.Value)}: {row.Before?.State.ToString() ?? "new"} > {row.After.State} {row.After.EndReason}",
        Change.OfGuest row => $"{row.After.Seat} of S{Number(row.After.Session.Value)}: {row.Before?.State.ToString() ?? "new"} > {row.After.State} {row.After.EndReason}",
        Change.OfStint row => $"S{Number(row.After.Session.Value)} {row.After.Seat} I{Number(row.After.Interpreter.Value)}: {row.Before?.State.ToString() ?? "new"} > {row.After.State} {row.After.BillableSeconds}",
        Change.OfPresence row => $"I{Number(row.After.Interpreter.Value)}: {row.Before?.State.ToString() ?? "new"} > {row.After.State} {row.After.PausedBecause} missed {row.After.MissedInARow}",
        _ => change.ToString(),
    };

    private static int Number(Guid id) => People.Number(id) % 1_000_000;
}
