using System.Globalization;
using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Domain.Tests.Calendar;

public class BerlinTimeTests
{
    [Theory]
    [InlineData("2026-11-23T22:59:59Z", "2026-11-23")]
    [InlineData("2026-11-23T23:00:00Z", "2026-11-24")]
    [InlineData("2026-07-01T21:59:59Z", "2026-07-01")]
    [InlineData("2026-07-01T22:00:00Z", "2026-07-02")]
    [InlineData("2026-03-28T23:00:00Z", "2026-03-29")]
    [InlineData("2026-10-25T23:00:00Z", "2026-10-26")]
    public void A_day_begins_at_midnight_in_Berlin(string at, string day) =>
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), BerlinTime.DayOf(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-11-24", "2026-11-23T23:00:00Z")]
    [InlineData("2026-07-02", "2026-07-01T22:00:00Z")]
    [InlineData("2026-10-25", "2026-10-24T22:00:00Z")]
    [InlineData("2026-10-26", "2026-10-25T23:00:00Z")]
    public void The_beginning_of_a_day_is_an_instant(string day, string at) =>
        Assert.Equal(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), BerlinTime.BeginOf(DateOnly.Parse(day, CultureInfo.InvariantCulture)));
}
