using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Tests.Sessions;

/// <summary>One tap at the end: what each side may say of a conversation, and how long.</summary>
public sealed class FeedbackTests
{
    private static readonly DateTimeOffset End = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);
    private static readonly DispatchPolicy Policy = new() { FeedbackDays = 7, FeedbackChangeWithin = TimeSpan.FromMinutes(10) };

    [Fact]
    public void Each_side_names_what_only_it_can_know()
    {
        Assert.True(new Feedback(Side.Requester, Rating.Poor, [FeedbackReason.Bias, FeedbackReason.Sound]).IsSound);
        Assert.False(new Feedback(Side.Interpreter, Rating.Poor, [FeedbackReason.Bias]).IsSound);
        Assert.True(new Feedback(Side.Interpreter, Rating.Fair, [FeedbackReason.NoisySetting]).IsSound);
        Assert.False(new Feedback(Side.Requester, Rating.Fair, [FeedbackReason.NoisySetting]).IsSound);
    }

    [Fact]
    public void Nothing_was_amiss_with_what_was_good() =>
        Assert.Equal((true, false), (new Feedback(Side.Requester, Rating.Good, []).IsSound, new Feedback(Side.Requester, Rating.Good, [FeedbackReason.Sound]).IsSound));

    [Fact]
    public void A_reason_is_named_once() =>
        Assert.False(new Feedback(Side.Requester, Rating.Fair, [FeedbackReason.Sound, FeedbackReason.Sound]).IsSound);

    [Theory]
    [InlineData(Side.Coordinator)]
    [InlineData(Side.Guest)]
    public void Others_are_not_asked(Side side) => Assert.Empty(Feedback.ReasonsOf(side));

    [Fact]
    public void There_is_nothing_to_say_of_what_never_began_or_goes_on()
    {
        Assert.Equal(ErrorCode.FeedbackTooEarly, new FeedbackTimes(null, End, null, false).Refusal(Policy, End));
        Assert.Equal(ErrorCode.FeedbackTooEarly, new FeedbackTimes(End, null, null, false).Refusal(Policy, End));
    }

    [Fact]
    public void It_can_be_said_for_some_days()
    {
        var times = new FeedbackTimes(End.AddMinutes(-9), End, null, false);
        Assert.Null(times.Refusal(Policy, End.AddDays(7).AddTicks(-1)));
        Assert.Equal(ErrorCode.FeedbackTooLate, times.Refusal(Policy, End.AddDays(7)));
    }

    [Fact]
    public void What_was_said_can_be_changed_for_some_minutes_even_on_the_last_day()
    {
        var given = End.AddDays(7).AddSeconds(-1);
        var times = new FeedbackTimes(End.AddMinutes(-9), End, given, false);
        Assert.Null(times.Refusal(Policy, given.AddMinutes(10).AddTicks(-1)));
        Assert.Equal(ErrorCode.FeedbackTooLate, times.Refusal(Policy, given.AddMinutes(10)));
    }

    [Fact]
    public void What_the_Disposition_has_dealt_with_stays_as_it_was_read() =>
        Assert.Equal(ErrorCode.FeedbackTooLate, new FeedbackTimes(End.AddMinutes(-9), End, End, true).Refusal(Policy, End.AddSeconds(1)));
}
