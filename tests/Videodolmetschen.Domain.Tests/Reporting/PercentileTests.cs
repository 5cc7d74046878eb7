using FsCheck.Fluent;
using Videodolmetschen.Domain.Reporting;

namespace Videodolmetschen.Domain.Tests.Reporting;

public sealed class PercentileTests
{
    [Theory]
    [InlineData(0.50, 3)]
    [InlineData(0.95, 100)]
    [InlineData(0.90, 9)]
    [InlineData(1.00, 100)]
    public void It_is_the_value_at_the_nearest_rank(double part, int expected) =>
        // 1 1 2 2 3 | 4 5 6 9 100
        Assert.Equal(expected, Percentile.Of((decimal)part, [(100, 1), (1, 2), (3, 1), (2, 2), (9, 1), (6, 1), (5, 1), (4, 1)]));

    [Fact]
    public void Counts_say_the_same_as_the_single_values() => FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(),
        values =>
        {
            var sorted = values.Order().Select(value => (int?)value).ToList();
            var exact = sorted.Count == 0 ? null : sorted[(int)Math.Ceiling(0.95 * sorted.Count) - 1];
            return Percentile.Of(0.95m, values.GroupBy(value => (int)value).Select(group => (group.Key, group.Count()))) == exact;
        }));
}
