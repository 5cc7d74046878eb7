using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Domain.Tests.Scheduling;

/// <summary>The slot is Tuesday, 24 November 2026, 10:00 to 11:00 in Berlin. Times are given as they stand on the wall; a dash is: never.</summary>
public sealed class AppointmentDayTests
{
    private static readonly AppointmentRules Rules = new();

    [Theory]
    [InlineData("09:51", "09:55", "10:59:59", null)]
    [InlineData("09:51", "09:55", "11:00", AppointmentVerdict.Held)]
    [InlineData("-", "09:55", "11:00", AppointmentVerdict.Held)]
    [InlineData("10:20", "-", "11:00", AppointmentVerdict.Held)]
    public void What_was_talked_is_held_once_the_slot_is_over(string ready, string customer, string now, AppointmentVerdict? verdict) =>
        Assert.Equal(verdict, Day(ready, customer) with { TalkedFrom = At("10:02"), TalkedUntil = At("10:40") } is var day ? day.VerdictAt(At(now)!.Value, Rules) : null);

    [Fact]
    public void Nothing_is_settled_while_they_talk_however_long()
    {
        var day = Day("09:51", "09:55") with { TalkedFrom = At("10:02"), IsTalking = true };
        Assert.Null(day.VerdictAt(At("11:40")!.Value, Rules));
        Assert.Equal(Minutes(20), (day with { IsTalking = false, TalkedUntil = At("11:20") }).FactsAt(At("11:40")!.Value, Rules).Overrun);
    }

    [Theory]
    [InlineData("09:51", "-", false, "10:14:59", null)]
    [InlineData("09:51", "-", false, "10:15", AppointmentVerdict.MissedByCustomer)]
    [InlineData("10:10", "-", false, "10:24:59", null)]
    [InlineData("10:10", "-", false, "10:25", AppointmentVerdict.MissedByCustomer)]
    [InlineData("-", "-", false, "10:30", null)]
    [InlineData("-", "-", false, "10:30:01", AppointmentVerdict.MissedByInterpreter)]
    [InlineData("-", "09:55", true, "10:30", null)]
    [InlineData("-", "09:55", true, "10:30:01", AppointmentVerdict.Replace)]
    [InlineData("-", "09:55", false, "10:30:01", AppointmentVerdict.MissedByInterpreter)]
    [InlineData("-", "09:55", true, "11:00", AppointmentVerdict.MissedByInterpreter)]
    public void Whoever_does_not_come_has_missed_it(string ready, string customer, bool waits, string now, AppointmentVerdict? verdict) =>
        Assert.Equal(verdict, Day(ready, customer, waits).VerdictAt(At(now)!.Value, Rules));

    [Fact]
    public void Whoever_said_to_be_ready_and_does_not_answer_while_the_customer_waits_is_not_there()
    {
        var day = Day("09:51", "09:55", waits: true);
        Assert.Equal(At("10:15"), day.MayReplaceFrom(Rules));
        Assert.Null((day with { IsTalking = true }).MayReplaceFrom(Rules));
        Assert.Null((day with { Slot = Given.Slot("2026-12-03 10:00", 15) }).MayReplaceFrom(Rules));
        Assert.False(day.MayReplace(At("10:15")!.Value, Rules));
        Assert.True(day.MayReplace(At("10:15:01")!.Value, Rules));
        Assert.Equal(AppointmentVerdict.Replace, day.VerdictAt(At("10:31")!.Value, Rules));
    }

    [Theory]
    [InlineData("10:05", "09:55", AppointmentVerdict.MissedByCustomer)]
    [InlineData("-", "-", AppointmentVerdict.MissedByInterpreter)]
    public void A_slot_shorter_than_the_patience_is_settled_at_its_end(string ready, string customer, AppointmentVerdict verdict)
    {
        var day = new AppointmentDay(Given.Slot("2026-11-24 10:00", 15), At(ready), At(customer), CustomerWaits: false);
        Assert.Null(day.VerdictAt(At("10:14:59")!.Value, Rules));
        Assert.Equal(verdict, day.VerdictAt(At("10:15")!.Value, Rules));
    }

    [Theory]
    [InlineData(AppointmentVerdict.Held, false, false, true)]
    [InlineData(AppointmentVerdict.Held, true, false, true)]
    [InlineData(AppointmentVerdict.Held, false, true, true)]
    [InlineData(AppointmentVerdict.MissedByCustomer, false, false, true)]
    [InlineData(AppointmentVerdict.MissedByCustomer, true, false, false)]
    [InlineData(AppointmentVerdict.MissedByCustomer, false, true, false)]
    [InlineData(AppointmentVerdict.MissedByInterpreter, false, false, false)]
    [InlineData(AppointmentVerdict.Replace, false, false, false)]
    public void The_customer_pays_for_what_was_held_and_for_what_the_own_side_missed(AppointmentVerdict verdict, bool free, bool lineFailed, bool billed) =>
        Assert.Equal(billed, AppointmentDay.IsBilled(verdict, new AttendanceFacts { MayCancelFree = free }, lineFailed));

    private static AppointmentDay Day(string ready, string customer, bool waits = false) => new(Given.Slot("2026-11-24 10:00"), At(ready), At(customer), waits);

    private static DateTimeOffset? At(string wall) => wall == "-" ? null : Given.Wall("2026-11-24 " + wall);

    private static TimeSpan Minutes(double minutes) => TimeSpan.FromMinutes(minutes);
}
