using FsCheck;
using FsCheck.Fluent;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Domain.Tests.Billing;

/// <summary>Against a second way to count: minute by minute, by looking at the clock on the wall.</summary>
public class UnfavourableTimeTests
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(400);

    /// <summary>The formula of GERMANY.md 1.4, word by word.</summary>
    [Fact]
    public void The_surcharge_of_the_law_is_what_counting_each_minute_gives() => Check.One(Often, Prop.ForAll(Some.Conversations, one =>
    {
        var given = one with { Tariff = TariffCatalogue.Jveg93Interpreter };
        var unfavourable = one.Terms.IsNecessary ? Minutes(one).Count(at => IsUnfavourable(at, one.Terms.Days)) : 0;
        var whole = Rounded(one.Minutes);
        var raised = Math.Min(Rounded(unfavourable), whole);

        Assert.Equal((93m * (whole - raised)) + (93m * 1.20m * raised), given.Rated().Net);
    }));

    [Fact]
    public void A_night_by_the_minute_is_what_counting_each_minute_gives() => Check.One(Often, Prop.ForAll(Some.Conversations, one =>
    {
        var night = Minutes(one).Count(at => BerlinTime.HourOf(at) is >= 22 or < 6);

        Assert.Equal((1.50m * one.Minutes) + (0.30m * night), (one with { Tariff = Some.ByTheMinute }).Rated().Net);
    }));

    private static IEnumerable<DateTimeOffset> Minutes(Conversation one) => Enumerable.Range(0, one.Minutes).Select(minute => one.From.AddMinutes(minute));

    private static bool IsUnfavourable(DateTimeOffset at, WorkingDays days) =>
        BerlinTime.HourOf(at) is 23 or < 6 || BerlinTime.DayOf(at) is var day && (day.DayOfWeek == DayOfWeek.Sunday || days.HolidayOn(day) is not null);

    private static decimal Rounded(int minutes) => (minutes / 60) + ((minutes % 60) switch { 0 => 0m, <= 30 => 0.5m, _ => 1m });
}
