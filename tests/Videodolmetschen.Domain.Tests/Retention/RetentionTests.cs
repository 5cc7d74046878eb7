using Videodolmetschen.Domain.Retention;
using Videodolmetschen.Domain.Tests.Scheduling;

namespace Videodolmetschen.Domain.Tests.Retention;

public class RetentionTests
{
    /// <summary>GERMANY.md 4.4: of 2026-11-03, deletable from 2035-01-01.</summary>
    [Theory]
    [InlineData("2034-12-31 23:59:59", false)]
    [InlineData("2035-01-01 00:00", true)]
    public void What_is_kept_eight_years_is_kept_from_the_end_of_its_year(string now, bool isDue) =>
        Assert.Equal(isDue, Given.Wall("2026-11-03 12:00") < RetentionClass.Of(RetentionKind.Conversations).Term.DueBefore(Given.Wall(now)));

    [Theory]
    [InlineData("2026-12-31 23:30", "2034-12-31 23:45", false)]
    [InlineData("2026-12-31 23:30", "2035-01-01 00:00", true)]
    [InlineData("2027-01-01 00:30", "2035-12-31 23:45", false)]
    public void The_year_is_the_year_in_Berlin(string start, string now, bool isDue) =>
        Assert.Equal(isDue, Given.Wall(start) < RetentionClass.Of(RetentionKind.Appointments).Term.DueBefore(Given.Wall(now)));

    [Fact]
    public void Days_are_counted_to_the_second()
    {
        var now = Given.Wall("2026-11-27 12:00");
        Assert.Equal(now.AddDays(-7), RetentionClass.Of(RetentionKind.IllnessAbsences).Term.DueBefore(now));
    }

    /// <summary>GERMANY.md 4.4: metadata of connections, three months at most.</summary>
    [Theory]
    [InlineData(RetentionKind.Guests)]
    [InlineData(RetentionKind.DispatchEvents)]
    public void Metadata_of_connections_goes_within_three_months(RetentionKind kind) =>
        Assert.Equal(new RetentionTerm(90, RetentionUnit.Days), RetentionClass.Of(kind).Term);

    [Fact]
    public void Each_kind_has_exactly_one_rule() =>
        Assert.Equal(Enum.GetValues<RetentionKind>(), RetentionClass.All.Select(one => one.Kind).Order());

    [Fact]
    public void Of_what_interpreters_enter_illness_is_kept_shortest() =>
        Assert.Equal(
            RetentionKind.IllnessAbsences,
            RetentionClass.All.Where(one => one.Start == RetentionStart.EndOfAbsence).MinBy(one => one.Term.Length)!.Kind);

    [Theory]
    [InlineData(RetentionKind.Letters, 6)]
    [InlineData(RetentionKind.Appointments, 8)]
    [InlineData(RetentionKind.Conversations, 8)]
    [InlineData(RetentionKind.StandbyShifts, 8)]
    [InlineData(RetentionKind.Certificates, 3)]
    [InlineData(RetentionKind.FormerInterpreters, 8)]
    [InlineData(RetentionKind.RuleChanges, 10)]
    public void What_the_law_keeps_is_kept_as_long_as_it_says(RetentionKind kind, int years) =>
        Assert.Equal(new RetentionTerm(years, RetentionUnit.CalendarYears), RetentionClass.Of(kind).Term);
}
