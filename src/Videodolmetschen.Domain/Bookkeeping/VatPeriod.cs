using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Billing.Documents;

namespace Videodolmetschen.Domain.Bookkeeping;

/// <summary>One line of the VAT summary: a month, a side, a treatment.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Side">Customers: tax that we owe. Interpreters: input tax.</param>
/// <param name="Treatment">With its category and rate (<see cref="VatRule"/>).</param>
/// <param name="Documents">Invoices, corrections and Gutschriften.</param>
/// <param name="Cancellations">What takes one back; taken off the amounts.</param>
/// <param name="Net">Taxable amount.</param>
/// <param name="Tax">As the documents say, never computed anew.</param>
/// <param name="OwedTax">Reverse charge: what we owe for the supplier, and may deduct again (§ 13b, § 15 (1) Nr. 4 UStG); on the sum.</param>
public sealed record VatLine(DateOnly Month, BillingSide Side, VatTreatment Treatment, int Documents, int Cancellations, decimal Net, decimal Tax, decimal OwedTax)
{
    public VatRule Rule => VatRule.Of(Treatment);
}

/// <summary>The VAT summary by months of service, whenever the document was issued (§ 13 (1) Nr. 1 a UStG).</summary>
public static class VatPeriod
{
    public static IReadOnlyList<VatLine> Of(IEnumerable<TaxedPart> parts) =>
    [
        .. from part in parts
           group part by (Month: MonthOf(part.ServedUntil), part.Side, part.Treatment) into line
           orderby line.Key.Month, line.Key.Side, line.Key.Treatment
           let net = line.Sum(part => part.SignedNet)
           select new VatLine(
               line.Key.Month,
               line.Key.Side,
               line.Key.Treatment,
               line.Where(part => part.Sign > 0).Sum(part => part.Documents),
               line.Where(part => part.Sign < 0).Sum(part => part.Documents),
               net,
               line.Sum(part => part.SignedTax),
               line.Key.Treatment == VatTreatment.ReverseCharge ? Money.Percent(net, VatRule.Of(VatTreatment.Standard).Percent) : 0m),
    ];

    /// <summary>
    /// What each month of service has of a document. Tax is rounded on the document's sum, so a month has what the sum grows by with it: the months
    /// are the document to the cent.
    /// </summary>
    public static IReadOnlyList<(DateOnly Until, VatTreatment Treatment, decimal Net, decimal Tax)> Split(IReadOnlyList<(decimal Net, VatTreatment Treatment, DateOnly Until)> lines) =>
    [
        .. from line in lines
           group line.Until by (Month: MonthOf(line.Until), line.Treatment) into part
           orderby part.Key.Month, part.Key.Treatment
           let before = Sum(lines, part.Key.Treatment, part.Key.Month)
           let with = Sum(lines, part.Key.Treatment, part.Key.Month.AddMonths(1))
           select (part.Max(), part.Key.Treatment, with.Net - before.Net, with.Tax - before.Tax),
    ];

    private static (decimal Net, decimal Tax) Sum(IReadOnlyList<(decimal Net, VatTreatment Treatment, DateOnly Until)> lines, VatTreatment treatment, DateOnly before)
    {
        var sum = VatSummary.Of(lines.Where(line => line.Treatment == treatment && line.Until < before).Select(line => (line.Net, line.Treatment)));
        return (sum.Net, sum.Tax);
    }

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);
}
