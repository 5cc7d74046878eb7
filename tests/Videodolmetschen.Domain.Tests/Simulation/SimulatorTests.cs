using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Tests.Simulation;

/// <summary>The simulator itself: it can be replayed, and it gets everywhere.</summary>
public class SimulatorTests
{
    [Fact]
    public void The_same_seed_makes_the_same_history_to_the_letter()
    {
        var (one, other) = (new Diary(), new Diary());
        new Life(8).Run(2_000, one);
        new Life(8).Run(2_000, other);

        Assert.Equal(one.ToString(), other.ToString());
    }

    [Fact]
    public void The_acts_of_a_history_make_it_again()
    {
        var (lived, replayed) = (new Diary(), new Diary());
        var life = new Life(8);
        life.Run(2_000, lived);
        life.Replay(life.Acts, replayed);

        Assert.Equal(lived.ToString(), replayed.ToString());
    }

    /// <summary>A simulation that never gets anywhere proves nothing.</summary>
    [Fact]
    public void A_life_meets_every_end_there_is()
    {
        Life[] lives = [new Life(4), new Life(8), new Life(12)];
        Assert.All(lives, life => Assert.Null(life.Run(20_000)));

        var all = Enum.GetValues<EndReason>().Cast<object>()
            .Concat(Enum.GetValues<CancelledBy>().Cast<object>())
            .Concat(Enum.GetValues<UnservedCause>().Cast<object>())
            .Concat(Enum.GetValues<GuestEndReason>().Cast<object>())
            .Concat(Enum.GetValues<WithdrawnBecause>().Cast<object>())
            .Concat([CallbackState.Taken, CallbackState.Expired, CallbackState.Cancelled])
            .Concat(["took over", "left without interpreting"])
            .Append(OfferState.Expired);
        Assert.Empty(all.Except(lives.SelectMany(life => life.Met)));
        Assert.Empty(Enum.GetValues<ActKind>().Except(lives.SelectMany(life => life.Acts).Select(act => act.Kind)));
    }
}
