namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>One treatment's part of a document (BG-23).</summary>
/// <param name="Treatment">Whose lines are added up.</param>
/// <param name="Taxable">Sum of their nets (BT-116).</param>
/// <param name="Tax">On the sum, never line by line (BT-117).</param>
/// <param name="Rule">How it is written.</param>
public sealed record VatBreakdown(VatTreatment Treatment, decimal Taxable, decimal Tax, VatRule Rule);

/// <summary>The totals of a document (BG-22), exact to the cent: the official rules let almost a euro of tax pass (BR-CO-17, BR-S-09).</summary>
/// <param name="Lines">Sum of the lines (BT-106).</param>
/// <param name="Net">Without tax (BT-109).</param>
/// <param name="Tax">BT-110.</param>
/// <param name="Gross">BT-112.</param>
/// <param name="Due">To be paid (BT-115).</param>
/// <param name="Breakdown">In the order of the treatments, so that the same lines make the same bytes.</param>
public sealed record VatSummary(decimal Lines, decimal Net, decimal Tax, decimal Gross, decimal Due, IReadOnlyList<VatBreakdown> Breakdown)
{
    public static VatSummary Of(IEnumerable<DocumentLine> lines) => Of(lines.Select(line => (line.Net, line.Vat)));

    /// <summary>Nothing is prepaid or rounded, and there are no allowances beside the lines: net is the sum of the lines, and due is gross.</summary>
    public static VatSummary Of(IEnumerable<(decimal Net, VatTreatment Vat)> lines)
    {
        var breakdown = (from line in lines
                         group line.Net by line.Vat into part
                         orderby part.Key
                         let rule = VatRule.Of(part.Key)
                         select new VatBreakdown(part.Key, part.Sum(), Money.Percent(part.Sum(), rule.Percent), rule)).ToList();
        var net = breakdown.Sum(part => part.Taxable);
        var tax = breakdown.Sum(part => part.Tax);
        return new VatSummary(net, net, tax, net + tax, net + tax, breakdown);
    }
}
