using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Billing.Documents;

namespace Videodolmetschen.Domain.Tests.Billing.Documents;

public class DocumentSplitTests
{
    [Fact]
    public void What_is_not_taxable_goes_to_a_document_of_its_own()
    {
        var documents = DocumentSplit.Of([
            Line(1, VatTreatment.Standard), Line(2, VatTreatment.NotTaxable), Line(3, VatTreatment.SignLanguageExempt), Line(4, VatTreatment.NotTaxable)]);

        Assert.Equal(
            [[VatTreatment.Standard, VatTreatment.SignLanguageExempt], [VatTreatment.NotTaxable, VatTreatment.NotTaxable]],
            documents.Select(lines => lines.Select(line => line.Vat)));
        Assert.Equal([[1, 2], [1, 2]], documents.Select(lines => lines.Select(line => line.Position)));
        Assert.Equal([[1m, 3m], [2m, 4m]], documents.Select(lines => lines.Select(line => line.Net)));
    }

    /// <summary>Whoever passes the limit of § 19 UStG in the middle of a month gets two: "no tax because of § 19" is said of a whole document.</summary>
    [Fact]
    public void What_a_small_business_earned_is_not_mixed_with_taxed_lines() =>
        Assert.Equal(2, DocumentSplit.Of([Line(1, VatTreatment.SmallBusiness), Line(2, VatTreatment.Standard)]).Count);

    [Fact]
    public void Without_lines_there_is_no_document() => Assert.Empty(DocumentSplit.Of([]));

    /// <summary>Whatever is split is good to issue, as far as treatments are concerned.</summary>
    [Fact]
    public void What_was_split_passes_the_check()
    {
        var parts = DocumentSplit.Of(Enum.GetValues<VatTreatment>().Where(vat => vat.CanBeBilled()).Select((vat, index) => Line(index + 1, vat)));

        Assert.Equal(4, parts.Count);
        Assert.All(parts, lines =>
        {
            var document = DocumentCases.B with
            {
                Seller = (DocumentCases.Broker with { VatId = VatId.Parse("ATU12345678") }).For(lines),
                Buyer = DocumentCases.Broker.For(lines),
                Lines = lines,
            };
            Assert.Empty(DocumentCheck.Of(document));
        });
    }

    private static DocumentLine Line(int position, VatTreatment vat) =>
        DocumentCases.Line(position, new(LineWord.VideoOnDemand), 1m, BillingUnit.One, position, 3) with { Vat = vat };
}
