using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Domain.Tests.Scheduling;

/// <summary>The slot is Tuesday, 24 November 2026, 10:00 to 11:00 in Berlin. Times are given as they stand on the wall; a dash is: did not come.</summary>
public class AttendanceTests
{
    [Theory]
    [InlineData("09:52", "09:58", 0, 0)]
    [InlineData("10:00", "10:00", 0, 0)]
    [InlineData("10:07", "10:03", 7, 3)]
    public void Late_is_who_comes_after_the_start(string interpreter, string customer, int interpreterLate, int customerLate)
    {
        var facts = Facts(interpreter, customer);

        Assert.Equal((Minutes(interpreterLate), Minutes(customerLate)), (facts.InterpreterLate, facts.CustomerLate));
        Assert.Null(facts.MissedBy);
    }

    [Theory]
    [InlineData("10:15", false, 0, null)]
    [InlineData("10:15:01", true, 15.0166666667, null)]
    [InlineData("10:22", true, 22, null)]
    [InlineData("10:30", true, 30, null)]
    [InlineData("10:30:01", true, 0, MissedBy.Interpreter)]
    [InlineData("10:45", true, 0, MissedBy.Interpreter)]
    [InlineData("-", true, 0, MissedBy.Interpreter)]
    public void An_interpreter_may_be_a_little_late_and_not_very(string interpreter, bool free, double halved, MissedBy? missedBy)
    {
        var facts = Facts(interpreter, "10:00");

        Assert.Equal((free, missedBy), (facts.MayCancelFree, facts.MissedBy));
        Assert.Equal(halved, facts.HalvedDelay.TotalMinutes, 0.001);
        Assert.False(facts.SlotIsBilled);
    }

    /// <summary>While nobody is there yet, the clock decides.</summary>
    [Theory]
    [InlineData("09:55", 0, false, null)]
    [InlineData("10:15", 15, false, null)]
    [InlineData("10:16", 16, true, null)]
    [InlineData("10:31", 31, true, MissedBy.Interpreter)]
    public void A_customer_who_waits_may_leave_after_a_quarter_of_an_hour(string now, int late, bool free, MissedBy? missedBy)
    {
        var facts = Facts("-", "09:55", now: now);

        Assert.Equal((Minutes(late), free, missedBy), (facts.InterpreterLate, facts.MayCancelFree, facts.MissedBy));
    }

    [Theory]
    [InlineData("10:00", "10:15", null)]
    [InlineData("10:00", "10:15:01", MissedBy.Customer)]
    [InlineData("09:50", "-", MissedBy.Customer)]
    [InlineData("10:10", "10:25", null)]
    [InlineData("10:10", "10:25:01", MissedBy.Customer)]
    public void A_customers_side_that_is_absent_for_a_quarter_of_an_hour_has_missed_it(string interpreter, string customer, MissedBy? missedBy)
    {
        var facts = Facts(interpreter, customer);

        Assert.Equal(missedBy, facts.MissedBy);
        Assert.Equal(missedBy is not null, facts.SlotIsBilled);
    }

    [Theory]
    [InlineData("10:14:59", null)]
    [InlineData("10:15", MissedBy.Customer)]
    public void Until_then_the_interpreter_waits(string now, MissedBy? missedBy) =>
        Assert.Equal(missedBy, Facts("10:00", "-", now: now).MissedBy);

    [Fact]
    public void Where_nobody_came_the_interpreter_has_missed_it()
    {
        Assert.Null(Facts("-", "-", now: "10:30").MissedBy);
        Assert.Equal(MissedBy.Interpreter, Facts("-", "-", now: "10:31").MissedBy);
    }

    [Fact]
    public void Who_could_have_cancelled_free_does_not_pay_for_staying_away()
    {
        var facts = Facts("10:20", "-");

        Assert.Equal((MissedBy.Customer, true, false), (facts.MissedBy, facts.MayCancelFree, facts.SlotIsBilled));
    }

    [Theory]
    [InlineData("10:40", 0)]
    [InlineData("11:00", 0)]
    [InlineData("11:12", 12)]
    public void What_comes_after_the_slot_is_overrun(string ended, int overrun) =>
        Assert.Equal(Minutes(overrun), Facts("10:00", "10:00", ended).Overrun);

    [Fact]
    public void The_limits_are_rules()
    {
        var patient = new AppointmentRules { InterpreterLateAfter = Minutes(20), InterpreterMissedAfter = Minutes(40), CustomerMissedAfter = Minutes(25) };
        var attendance = new Attendance(Given.Slot("2026-11-24 10:00"), At("10:19"), At("10:43"));

        Assert.Equal((false, null), (attendance.FactsAt(At("11:00")!.Value, patient).MayCancelFree, attendance.FactsAt(At("11:00")!.Value, patient).MissedBy));
    }

    private static AttendanceFacts Facts(string interpreter, string customer, string? ended = null, string now = "12:00") =>
        new Attendance(Given.Slot("2026-11-24 10:00"), At(interpreter), At(customer), ended is null ? null : At(ended)).FactsAt(At(now)!.Value, new AppointmentRules());

    private static DateTimeOffset? At(string wall) => wall == "-" ? null : Given.Wall($"2026-11-24 {wall}");

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);
}
