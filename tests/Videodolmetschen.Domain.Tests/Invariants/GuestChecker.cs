using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Tests.Invariants;

/// <summary>Nobody is in a session who was not let in, nobody stays in one that has ended, and there are never too many.</summary>
internal sealed class GuestChecker(Tables tables, Objections objections)
{
    private const int AtMost = 2;

    public void After(Change.OfGuest row, DateTimeOffset now)
    {
        var all = tables.GuestsOf(row.After.Session);
        objections.Expect("I19", all.Count(guest => guest.IsUnfinished) <= AtMost, $"too many guests of {row.After.Session}");
        objections.Expect("I19", all.Select(guest => guest.Seat).Distinct().Count() == all.Count, $"a seat of {row.After.Session} is given twice");
        objections.Expect("I19", row.Before is null || row.Before.LinkHash == row.After.LinkHash, $"the link of {row.After} was changed");
        var arrives = row is { Before.State: GuestState.Invited, After.State: GuestState.Waiting };
        objections.Expect("I19", !arrives || now < row.After.LinkUntil, $"{row.After} came by a link that had expired");
        objections.Expect("I19", row.After.State != GuestState.In || row.After.AdmittedAt is not null, $"{row.After} is in and was not let in");
    }

    /// <summary>A session takes its guests with it, in the same decision.</summary>
    public void After(DispatchOutcome outcome)
    {
        foreach (var ended in outcome.Changes.OfType<Change.OfSession>().Where(change => !change.After.IsUnfinished))
        {
            var left = tables.GuestsOf(ended.After.Id).Where(guest => guest.IsUnfinished);
            objections.Expect("I19", !left.Any(), $"guests stay in {ended.After}");
        }
    }

    public static bool IsStored(Tables tables, SessionSituation told, IReadOnlyList<Change> changes) =>
        (tables.Sessions[told.Session.Id] == told.Session || changes.Any(change => change is Change.OfSession row && (row.After == told.Session || row.Before == told.Session)))
        && told.Guests.SequenceEqual(tables.GuestsOf(told.Session.Id).Where(guest => guest.IsUnfinished));
}
