using FsCheck;
using FsCheck.Fluent;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Tests.Invariants;

public class RandomHistoryTests
{
    private static readonly Arbitrary<int[]> Histories = Arb.From(
        Gen.Choose(0, 1_000_000).ArrayOf(80),
        history => Enumerable.Range(0, history.Length).Select(i => history.Where((_, at) => at != i).ToArray()));

    [Fact]
    public void No_history_breaks_an_invariant_or_leaves_idle_hands() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Histories, history => new RandomHistory(slow: history.Length > 0 && history[0] % 4 == 0).Live(history)));

    [Fact]
    public void Every_history_comes_to_an_end_when_everybody_leaves() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(50), Prop.ForAll(Histories, history =>
        {
            var town = new RandomHistory();
            town.Live(history);
            town.Fade();

            Assert.DoesNotContain(town.Story.Tables.Requests.Values, request => request.IsOpen);
            Assert.DoesNotContain(town.Story.Tables.Sessions.Values, session => session.IsUnfinished);
            Assert.DoesNotContain(town.Story.Tables.Offers.Values, offer => offer.State == OfferState.Open);
            Assert.DoesNotContain(town.Story.Tables.Presences.Values, presence => presence.State != PresenceState.Offline);
            Assert.Null(town.Story.NextDeadline);
        }));

    /// <summary>A random test that never gets anywhere proves nothing.</summary>
    [Fact]
    public void The_histories_meet_every_end_there_is()
    {
        var numbers = new System.Random(20261122);
        var met = new HashSet<object>();
        for (var i = 0; i < 150; i++)
        {
            var town = new RandomHistory(slow: i % 2 == 0);
            town.Live(Enumerable.Range(0, 120).Select(_ => numbers.Next(1_000_000)));
            Collect(town.Story.Tables, met);
        }

        var all = Enum.GetValues<EndReason>().Cast<object>()
            .Concat(Enum.GetValues<CancelledBy>().Cast<object>())
            .Concat(Enum.GetValues<UnservedCause>().Cast<object>())
            // Whoever still rings when patience ends is met by the simulation and by WaitingTests; here it is too rare.
            .Concat(Enum.GetValues<WithdrawnBecause>().Except([WithdrawnBecause.RequestEnded]).Cast<object>())
            .Concat(Enum.GetValues<PresenceState>().Cast<object>());
        Assert.Empty(all.Except(met));
    }

    private static void Collect(Tables tables, HashSet<object> met)
    {
        met.UnionWith(tables.Sessions.Values.Where(row => row.EndReason is not null).Select(row => (object)row.EndReason!));
        met.UnionWith(tables.Requests.Values.Where(row => row.CancelledBy is not null).Select(row => (object)row.CancelledBy!));
        met.UnionWith(tables.Requests.Values.Where(row => row.UnservedBecause is not null).Select(row => (object)row.UnservedBecause!));
        met.UnionWith(tables.Offers.Values.Where(row => row.WithdrawnBecause is not null).Select(row => (object)row.WithdrawnBecause!));
        met.UnionWith(tables.Presences.Values.Select(row => (object)row.State));
    }
}
