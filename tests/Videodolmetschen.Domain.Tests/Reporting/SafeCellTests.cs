using Videodolmetschen.Domain.Reporting;

namespace Videodolmetschen.Domain.Tests.Reporting;

public sealed class SafeCellTests
{
    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("+49 361", "'+49 361")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("\n=1", "'\n=1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("Amt = gut", "Amt = gut")]
    [InlineData("", "")]
    public void What_begins_like_a_formula_is_a_text(string given, string cell) => Assert.Equal(cell, SafeCell.Of(given));
}
