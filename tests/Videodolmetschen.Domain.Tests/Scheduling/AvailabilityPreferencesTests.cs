using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Domain.Tests.Scheduling;

public class AvailabilityPreferencesTests
{
    /// <summary>Tuesday, 09:00 in Berlin.</summary>
    private static readonly DateTimeOffset Nine = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);

    private static readonly AvailabilityPreferences Wishes = new()
    {
        ShortestNotice = TimeSpan.FromHours(24),
        LongestBlock = TimeSpan.FromHours(3),
        LongestDay = TimeSpan.FromHours(5),
        Pause = TimeSpan.FromMinutes(30),
    };

    [Theory]
    [InlineData(180, 24, true)]
    [InlineData(181, 24, false)]
    [InlineData(60, 23, false)]
    public void Length_and_notice_of_an_appointment_follow_the_wishes(int minutes, int hoursAhead, bool fits) =>
        Assert.Equal(fits, Fits(Wishes, From(0, minutes), Nine.AddHours(-hoursAhead), []));

    [Theory]
    [InlineData(210, 120, true)]
    [InlineData(210, 121, false)]
    [InlineData(209, 60, false)]
    [InlineData(-150, 120, true)]
    [InlineData(-150, 121, false)]
    public void The_pause_and_the_longest_day_count_with_the_other_appointments(int otherAt, int otherMinutes, bool fits) =>
        Assert.Equal(fits, Fits(Wishes, From(0, 180), Nine.AddDays(-3), [From(otherAt, otherMinutes)]));

    [Fact]
    public void The_longest_day_is_one_day_in_Berlin() =>
        Assert.True(Fits(Wishes, From(0, 180), Nine.AddDays(-3), [From(1440, 180), From(-1440, 180)]));

    [Fact]
    public void Without_wishes_only_an_overlap_is_too_much()
    {
        Assert.True(Fits(AvailabilityPreferences.None, From(0, 360), Nine, [From(360, 360), From(-60, 60)]));
        Assert.False(Fits(AvailabilityPreferences.None, From(0, 60), Nine, [From(59, 60)]));
    }

    [Fact]
    public void Wishes_out_of_bounds_or_against_each_other_are_refused()
    {
        AvailabilityPreferences[] unsound =
        [
            Wishes with { ShortestNotice = TimeSpan.FromDays(31) }, Wishes with { LongestBlock = TimeSpan.FromMinutes(14) }, Wishes with { LongestBlock = TimeSpan.FromHours(7), LongestDay = null },
            Wishes with { LongestDay = TimeSpan.FromHours(2) }, Wishes with { LongestDay = TimeSpan.FromHours(13) }, Wishes with { Pause = TimeSpan.FromMinutes(-1) },
        ];
        Wishes.EnsureSound();
        AvailabilityPreferences.None.EnsureSound();
        Assert.All(unsound, wishes => Assert.Equal(ErrorCode.AvailabilityInvalid, Assert.Throws<DomainException>(wishes.EnsureSound).Code));
    }

    private static bool Fits(AvailabilityPreferences wishes, AppointmentSlot slot, DateTimeOffset now, IReadOnlyList<AppointmentSlot> booked) =>
        AppointmentMatching.ObstaclesInCalendar(
            slot,
            new AppointmentCandidate(Given.Interpreter()) { Preferences = wishes, Booked = booked },
            new AppointmentRules { Gap = TimeSpan.Zero },
            now) == CalendarObstacles.None;

    private static AppointmentSlot From(int minutes, int length) => new(Nine.AddMinutes(minutes), Nine.AddMinutes(minutes + length));
}
