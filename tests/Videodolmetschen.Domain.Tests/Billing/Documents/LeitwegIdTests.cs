using Videodolmetschen.Domain.Billing.Documents;

namespace Videodolmetschen.Domain.Tests.Billing.Documents;

/// <summary>GERMANY.md 3.4.</summary>
public class LeitwegIdTests
{
    [Theory]
    [InlineData("16901101-0001-78")]
    [InlineData("16502400-0001-42")]
    [InlineData("04011000-1234512345-06")]
    [InlineData("04011000-12345-03")]
    [InlineData("09564000-NUE0001-49")]
    [InlineData("04011000-900X999-08")]
    [InlineData("991-33333TEST-33")]
    [InlineData("11002002-98765-14")]
    [InlineData("99000000-18188-18")]
    [InlineData("991-33333test-33")]
    public void An_id_with_its_check_digits_is_valid(string text)
    {
        Assert.Equal(LeitwegVerdict.Valid, LeitwegId.Judge(text));
        Assert.True(LeitwegId.TryParse(text, out var id));
        Assert.Equal(text, id.Value);
    }

    [Theory]
    [InlineData("04011000-12345-34", "03")]
    [InlineData("991-01234-44", "38")]
    [InlineData("16901101-0001-87", "78")]
    public void Wrong_check_digits_are_found_and_the_right_ones_known(string text, string right)
    {
        Assert.Equal(LeitwegVerdict.WrongCheckDigits, LeitwegId.Judge(text));
        Assert.False(LeitwegId.TryParse(text, out _));
        Assert.Equal(right, LeitwegId.CheckDigitsOf(text[..^3]));
    }

    /// <summary>97 more has the same remainder: 02 and 99 would both pass a sum, and only one of them was given out.</summary>
    [Fact]
    public void There_is_one_pair_of_check_digits_only()
    {
        var body = Enumerable.Range(0, 1000).Select(number => $"16-{number}").First(one => LeitwegId.CheckDigitsOf(one) == "02");

        Assert.Equal(LeitwegVerdict.Valid, LeitwegId.Judge($"{body}-02"));
        Assert.Equal(LeitwegVerdict.WrongCheckDigits, LeitwegId.Judge($"{body}-99"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1-78")]
    [InlineData("16901101000178")]
    [InlineData("16901101-00_1-78")]
    [InlineData("1690110100000-0001-78")]
    [InlineData("16901101-0001-7")]
    [InlineData("16901101--78")]
    [InlineData("16901101-0001-78\n")]
    [InlineData("١٦٩٠١١٠١-0001-78")]
    [InlineData("16901101-1234567890123456789012345678901-78")]
    public void What_is_not_of_the_shape_is_none(string? text) => Assert.Equal(LeitwegVerdict.WrongShape, LeitwegId.Judge(text));

    [Fact]
    public void An_id_may_have_no_fine_address()
    {
        var id = $"16901101-{LeitwegId.CheckDigitsOf("16901101")}";

        Assert.Equal(LeitwegVerdict.Valid, LeitwegId.Judge(id));
    }
}
