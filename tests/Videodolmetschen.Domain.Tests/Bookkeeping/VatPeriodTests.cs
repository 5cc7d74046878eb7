using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Billing.Documents;
using Videodolmetschen.Domain.Bookkeeping;

namespace Videodolmetschen.Domain.Tests.Bookkeeping;

public sealed class VatPeriodTests
{
    [Fact]
    public void Each_month_side_and_treatment_is_a_line_and_what_was_taken_back_is_taken_off()
    {
        var lines = VatPeriod.Of(
        [
            Part(DocumentKind.Invoice, VatTreatment.Standard, 100m, 19m), Part(DocumentKind.Invoice, VatTreatment.Standard, 50m, 9.50m),
            Part(DocumentKind.Cancellation, VatTreatment.Standard, 50m, 9.50m), Part(DocumentKind.Invoice, VatTreatment.NotTaxable, 30m, 0m),
            Part(DocumentKind.SelfBilled, VatTreatment.Standard, 40m, 7.60m), Part(DocumentKind.SelfBilled, VatTreatment.SmallBusiness, 25m, 0m),
            Part(DocumentKind.Invoice, VatTreatment.Standard, 10m, 1.90m, month: 12),
        ]);
        Assert.Equal(
            [
                (11, BillingSide.Customer, VatTreatment.Standard, 2, 1, 100m, 19m), (11, BillingSide.Customer, VatTreatment.NotTaxable, 1, 0, 30m, 0m),
                (11, BillingSide.Interpreter, VatTreatment.Standard, 1, 0, 40m, 7.60m), (11, BillingSide.Interpreter, VatTreatment.SmallBusiness, 1, 0, 25m, 0m),
                (12, BillingSide.Customer, VatTreatment.Standard, 1, 0, 10m, 1.90m),
            ],
            lines.Select(line => (line.Month.Month, line.Side, line.Treatment, line.Documents, line.Cancellations, line.Net, line.Tax)));
    }

    [Fact]
    public void Reverse_charge_stands_apart_with_the_tax_that_we_owe_on_the_sum()
    {
        var line = Assert.Single(VatPeriod.Of([.. Enumerable.Repeat(Part(DocumentKind.SelfBilled, VatTreatment.ReverseCharge, 0.50m, 0m), 3)]));
        Assert.Equal((1.50m, 0m, 0.29m), (line.Net, line.Tax, line.OwedTax));
    }

    [Fact]
    public void The_months_of_a_document_are_its_tax_to_the_cent()
    {
        var (october, november) = (new DateOnly(2026, 10, 31), new DateOnly(2026, 11, 1));
        Assert.Equal(
            [(october, VatTreatment.Standard, 21.75m, 4.13m), (november, VatTreatment.Standard, 21.75m, 4.14m), (november, VatTreatment.NotTaxable, 5m, 0m)],
            VatPeriod.Split([(21.75m, VatTreatment.Standard, november), (5m, VatTreatment.NotTaxable, november), (21.75m, VatTreatment.Standard, october)]));
    }

    private static TaxedPart Part(DocumentKind kind, VatTreatment treatment, decimal net, decimal tax, int month = 11) => new()
    {
        Kind = kind, Number = "RE-2026-00001", IssuedOn = new(2027, 1, 5), ServedUntil = new(2026, month, 1), Treatment = treatment, Net = net, Tax = tax, Party = "Amt",
    };
}
