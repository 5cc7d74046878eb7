using FsCheck.Fluent;
using Videodolmetschen.Domain.Reporting;

namespace Videodolmetschen.Domain.Tests.Reporting;

public sealed class AnonymityTests
{
    [Fact]
    public void A_row_of_few_cases_or_few_persons_is_hidden()
    {
        Assert.False(Anonymity.Allows(new FigureBasis(4, 4)));
        Assert.False(Anonymity.Allows(new FigureBasis(100, 4)));
        Assert.True(Anonymity.Allows(new FigureBasis(5, 5)));
    }

    [Fact]
    public void With_one_row_hidden_the_sum_would_say_it_so_the_smallest_other_goes_too() =>
        Assert.Equal([1, 2], Anonymity.Hidden([new(40, 9), new(3, 2), new(12, 6), new(90, 20)]).Order());

    [Fact]
    public void Small_rows_that_are_hidden_together_may_still_be_the_same_few_persons() =>
        Assert.Equal([0, 1, 3], Anonymity.Hidden([new(4, 3), new(4, 3), new(70, 12), new(30, 8)]).Order());

    [Fact]
    public void Where_all_are_large_nothing_is_hidden() => Assert.Empty(Anonymity.Hidden([new(5, 5), new(80, 30)]));

    [Fact]
    public void Where_all_are_small_all_are_hidden() => Assert.Equal([0, 1], Anonymity.Hidden([new(80, 1), new(3, 1)]).Order());

    [Fact]
    public void What_the_sum_leaves_is_never_about_a_few() => FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<(byte Cases, byte Persons)[]>(),
        given =>
        {
            var rows = given.Select(row => new FigureBasis(row.Cases % 40, row.Persons % 12)).ToList();
            var hidden = Anonymity.Hidden(rows);
            var shown = rows.Where((_, place) => !hidden.Contains(place)).ToList();
            var rest = rows.Where((_, place) => hidden.Contains(place)).ToList();
            return shown.All(Anonymity.Allows)
                && (shown.Count == 0 || rest.Count == 0 || (rest.Count > 1 && rest.Sum(row => row.Cases) >= Anonymity.AtLeast && rest.Max(row => row.Persons) >= Anonymity.AtLeast));
        }));
}
