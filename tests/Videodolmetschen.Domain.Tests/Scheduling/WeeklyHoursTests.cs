using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Domain.Tests.Scheduling;

public class WeeklyHoursTests
{
    [Theory]
    [InlineData("Monday 480-720, Monday 600-780", "Monday 480-780")]
    [InlineData("Monday 720-780, Monday 480-720", "Monday 480-780")]
    [InlineData("Monday 480-1020, Monday 600-660", "Monday 480-1020")]
    [InlineData("Sunday 480-720, Monday 780-1020, Monday 480-720", "Monday 480-720, Monday 780-1020, Sunday 480-720")]
    [InlineData("Friday 1320-360", "Friday 1320-1440, Saturday 0-360")]
    [InlineData("Sunday 1320-360, Monday 300-480", "Monday 0-480, Sunday 1320-1440")]
    [InlineData("Friday 1320-0", "Friday 1320-1440")]
    [InlineData("", "")]
    public void A_week_is_put_in_order_without_overlap_and_split_at_midnight(string said, string windows) =>
        Assert.Equal(windows, string.Join(", ", WeeklyHours.Of(Read(said)).Select(one => $"{one.Day} {one.FromMinute}-{one.ToMinute}")));

    [Theory]
    [InlineData("Monday 485-720")]
    [InlineData("Monday 480-721")]
    [InlineData("Monday 480-480")]
    [InlineData("Monday 480-1455")]
    [InlineData("Monday 1440-480")]
    [InlineData("9 480-720")]
    public void Hours_off_the_quarters_or_without_a_length_are_refused(string said) =>
        Assert.Equal(ErrorCode.AvailabilityInvalid, Assert.Throws<DomainException>(() => WeeklyHours.Of(Read(said))).Code);

    private static IEnumerable<AvailabilityWindow> Read(string text) =>
        text.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split(' ', '-')).Select(part =>
            new AvailabilityWindow(Enum.Parse<DayOfWeek>(part[0]), Number(part[1]), Number(part[2])));

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
