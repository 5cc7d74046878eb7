using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Billing.Documents;
using static Videodolmetschen.Domain.Tests.Billing.Documents.DocumentCases;

namespace Videodolmetschen.Domain.Tests.Billing.Documents;

/// <summary>The rules of GERMANY.md 3.2 and 3.5, each with a document that is good but for it.</summary>
public class DocumentCheckTests
{
    private static readonly BillingDocument OneCentOff = A with { Totals = A.Totals with { Tax = 24.46m, Gross = 153.15m, Due = 153.15m, Breakdown = [A.Totals.Breakdown[0] with { Tax = 24.46m }] } };

    private static readonly Dictionary<string, BillingDocument> Faults = new(StringComparer.Ordinal)
    {
        ["BR-DE-15: no buyer reference"] = A with { BuyerReference = null },
        ["VD-LEITWEG: digits swapped"] = A with { BuyerReference = Ref("04011000-12345-30") },
        ["VD-LEITWEG: address is none"] = A with { Buyer = Authority with { Electronic = new(AddressScheme.LeitwegId, "16901101") } },
        ["BR-DE-17: 261 is not on the list"] = SelfBilledCancellation,
        ["BR-DE-26: corrects nothing"] = E with { Preceding = null },
        ["VD-PRECEDING: cancels nothing"] = D with { Preceding = null },
        ["VD-PRECEDING: cancels itself"] = D with { Preceding = new PrecedingDocument(D.Number, D.IssuedOn) },
        ["VD-PRECEDING: cancels a later one"] = D with { Preceding = new PrecedingDocument(A.Number, D.IssuedOn.AddDays(1)) },
        ["PEPPOL-EN16931-R110: line before the period"] = A with { Period = new ServicePeriod(Day(4), Day(30)) },
        ["PEPPOL-EN16931-R111: line after the period"] = A with
        {
            Period = new ServicePeriod(Day(1), Day(23)),
            Lines = [.. A.Lines.Take(3), A.Lines[3] with { Period = new ServicePeriod(Day(23), Day(24)) }],
        },
        ["BR-29: period backwards"] = A with { Period = new ServicePeriod(Day(30), Day(1)) },
        ["VD-SIX-MONTHS: late"] = A with { IssuedOn = new DateOnly(2027, 5, 4), DueOn = new DateOnly(2027, 6, 4) },
        ["BR-06: seller without name"] = A with { Seller = Broker with { Name = " " } },
        ["BR-09: seller without country"] = A with { Seller = Broker with { Address = Broker.Address with { Country = "" } } },
        ["BR-CL-14: seller's country in words"] = A with { Seller = Broker with { Address = Broker.Address with { Country = "Deutschland" } } },
        ["BR-DE-2: no contact"] = A with { Seller = Broker with { Contact = null } },
        ["BR-DE-3: no city"] = A with { Seller = Broker with { Address = Broker.Address with { City = "" } } },
        ["BR-DE-4: no post code"] = A with { Seller = Broker with { Address = Broker.Address with { PostCode = "" } } },
        ["BR-DE-5: contact without name"] = WithContact(Broker.Contact! with { Name = "" }),
        ["BR-DE-6: contact without phone"] = WithContact(Broker.Contact! with { Phone = "" }),
        ["BR-DE-7: contact without e-mail"] = WithContact(Broker.Contact! with { Email = "" }),
        ["BR-DE-27: phone of two digits"] = WithContact(Broker.Contact! with { Phone = "++11" }),
        ["BR-DE-28: e-mail without @"] = WithContact(Broker.Contact! with { Email = "abrechnung.example" }),
        ["BR-DE-28: e-mail with a dot at the end"] = WithContact(Broker.Contact! with { Email = "a@b.example." }),
        ["VD-ADDRESS: seller without street"] = A with { Seller = Broker with { Address = Broker.Address with { Street = null } } },
        ["BR-07: buyer without name"] = A with { Buyer = Authority with { Name = "" } },
        ["BR-11: buyer without country"] = A with { Buyer = Authority with { Address = Authority.Address with { Country = "" } } },
        ["BR-CL-14: buyer's country in small letters"] = A with { Buyer = Authority with { Address = Authority.Address with { Country = "de" } } },
        ["BR-DE-8: buyer without city"] = A with { Buyer = Authority with { Address = Authority.Address with { City = "" } } },
        ["BR-DE-9: buyer without post code"] = A with { Buyer = Authority with { Address = Authority.Address with { PostCode = "" } } },
        ["VD-ADDRESS: buyer without street"] = A with { Buyer = Authority with { Address = Authority.Address with { Street = "" } } },
        ["PEPPOL-EN16931-R010: buyer without address"] = A with { Buyer = Authority with { Electronic = null } },
        ["PEPPOL-EN16931-R020: seller without address"] = A with { Seller = Broker with { Electronic = null } },
        ["BR-CO-26: tax number alone"] = C with { Seller = Interpreter with { Number = null } },
        ["BR-E-02: small business without tax number"] = C with { Seller = Interpreter with { TaxNumber = null } },
        ["BR-S-02: seller without tax number"] = B with { Seller = Interpreter with { TaxNumber = null } },
        ["BR-DE-16: seller without tax number"] = B with { Seller = Interpreter with { TaxNumber = null } },
        ["BR-AE-02: foreign seller without VAT id"] = F with { Seller = ForeignInterpreter with { VatId = null } },
        ["BR-AE-02: buyer without VAT id"] = F with { Buyer = F.Buyer with { VatId = null } },
        ["VD-REVERSE: German seller"] = F with { Seller = ForeignInterpreter with { VatId = Broker.VatId } },
        ["VD-SIGNS: line break"] = A with { Buyer = Authority with { Name = "Amt\nfür" } },
        ["VD-SIGNS: half a pair"] = A with { Payment = A.Payment! with { Holder = "Amt \ud83d" } },
        ["BR-DE-1: no account"] = A with { Payment = null },
        ["VD-HOLDER: account of nobody"] = A with { Payment = A.Payment! with { Holder = "" } },
        ["BR-CO-25: no day of payment"] = A with { DueOn = null },
        ["VD-DUE: due before issued"] = A with { DueOn = A.IssuedOn.AddDays(-1) },
        ["VD-DUE: more than sixty days"] = A with { DueOn = A.IssuedOn.AddDays(61) },
        ["BR-16: no lines"] = A with { Lines = [] },
        ["BR-21: position twice"] = A with { Lines = [A.Lines[0], A.Lines[1] with { Position = 1 }] },
        ["BR-27: negative price"] = WithLine(line => line with { UnitPrice = -1.45m, Quantity = -47m }),
        ["BR-30: service backwards"] = WithLine(line => line with { Period = new ServicePeriod(Day(5), Day(4)) }),
        ["BR-DEC-23: tenth of a cent"] = WithLine(line => line with { Net = 68.151m }),
        ["PEPPOL-EN16931-R120: line one cent off"] = WithLine(line => line with { Net = 68.16m }),
        ["BR-CO-10: sum of lines"] = A with { Totals = A.Totals with { Lines = 128.68m, Net = 128.68m } },
        ["BR-CO-13: net"] = A with { Totals = A.Totals with { Net = 128.68m } },
        ["BR-CO-14: tax is not its parts"] = A with { Totals = A.Totals with { Tax = 24.46m, Gross = 153.15m, Due = 153.15m } },
        ["BR-CO-15: gross"] = A with { Totals = A.Totals with { Gross = 153.15m, Due = 153.15m } },
        ["BR-CO-16: due"] = A with { Totals = A.Totals with { Due = 153.13m } },
        ["BR-CO-17: a cent that every official rule lets pass"] = OneCentOff,
        ["BR-CO-18: breakdown missing"] = A with { Totals = A.Totals with { Breakdown = [] } },
        ["BR-S-08: base one cent off"] = WithPart(A, part => part with { Taxable = 128.68m }),
        ["BR-E-09: tax of a small business"] = WithPart(C, part => part with { Tax = 0.01m }),
        ["VD-NEGATIVE: negative invoice"] = NegativeCorrection with { Kind = DocumentKind.Invoice },
        ["BR-O-11: S and O mixed"] = A with { Lines = [A.Lines[0], A.Lines[1] with { Vat = VatTreatment.NotTaxable }] },
        ["BR-O-12: S and O mixed"] = A with { Lines = [A.Lines[0], A.Lines[1] with { Vat = VatTreatment.NotTaxable }] },
        ["BR-O-02: VAT id of the seller"] = NotTaxable with { Seller = Broker },
        ["BR-O-02: VAT id of the buyer"] = NotTaxable with { Buyer = Authority with { VatId = Broker.VatId } },
        ["VD-MIXED: small business with taxed lines"] = C with { Lines = [C.Lines[0], C.Lines[0] with { Position = 2, Vat = VatTreatment.Standard }] },
        ["VD-VATEX: E with the code of reverse charge"] = WithRule(C, rule => rule with { ExemptionCode = "VATEX-EU-AE" }),
        ["VD-VATEX: sign language without a code"] = WithRule(SignLanguage, rule => rule with { ExemptionCode = null }),
        ["VD-RATE: seven per cent"] = WithRule(A, rule => rule with { Percent = 7m }),
        ["BR-S-10: exempt at 19 per cent"] = WithRule(A, rule => rule with { ExemptionReason = VatRule.SmallBusinessWords }),
        ["BR-E-10: no reason"] = WithRule(C, rule => rule with { ExemptionReason = null }),
        ["BR-AE-10: no reason"] = WithRule(F, rule => rule with { ExemptionReason = null }),
        ["BR-O-10: no reason"] = WithRule(NotTaxable, rule => rule with { ExemptionReason = "" }),
    };

    private static readonly string[] Warnings =
        ["VD-LEITWEG", "BR-DE-17", "BR-DE-26", "VD-SIX-MONTHS", "BR-DE-27", "BR-DE-28", "VD-ADDRESS", "VD-HOLDER", "VD-REVERSE"];

    public static TheoryData<string> Names => [.. DocumentCases.Names.Where(name => name.Data != "gutschrift-cancellation").Select(name => name.Data)];

    public static TheoryData<string> FaultNames => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_good_document_has_no_findings(string name) => Assert.Empty(DocumentCheck.Of(Of(name)));

    [Theory]
    [MemberData(nameof(FaultNames))]
    public void A_fault_is_found_by_its_rule(string fault)
    {
        var rule = fault[..fault.IndexOf(':', StringComparison.Ordinal)];

        var finding = DocumentCheck.Of(Faults[fault]).FirstOrDefault(one => one.Rule == rule);

        Assert.NotNull(finding);
        Assert.Matches(@"\A[A-ZÄÖÜ].*[.!]\z", finding.Advice);
        var isWarning = Warnings.Contains(rule) || fault.EndsWith("sixty days", StringComparison.Ordinal);
        Assert.Equal(isWarning ? FindingWeight.Warning : FindingWeight.Error, finding.Weight);
    }

    /// <summary>So that nobody has to guess which of five messages is the cause.</summary>
    [Theory]
    [InlineData("BR-CO-17: a cent that every official rule lets pass")]
    [InlineData("VD-LEITWEG: digits swapped")]
    [InlineData("BR-DE-15: no buyer reference")]
    [InlineData("BR-CO-26: tax number alone")]
    [InlineData("PEPPOL-EN16931-R111: line after the period")]
    [InlineData("VD-VATEX: E with the code of reverse charge")]
    public void One_fault_is_one_finding(string fault) => Assert.Single(DocumentCheck.Of(Faults[fault]));

    [Fact]
    public void Errors_stand_first_and_stop_a_document_which_warnings_do_not()
    {
        var findings = DocumentCheck.Of(A with { BuyerReference = Ref("04011000-12345-34"), DueOn = null });

        Assert.Equal(["BR-CO-25", "VD-LEITWEG"], findings.Select(finding => finding.Rule));
        Assert.False(DocumentCheck.IsIssuable(findings));
        Assert.True(DocumentCheck.IsIssuable(findings.Skip(1)));
    }

    /// <summary>A clinic outside of any platform knows us by a number of its own.</summary>
    [Fact]
    public void A_buyer_reference_need_not_be_a_Leitweg_ID() =>
        Assert.Empty(DocumentCheck.Of(A with
        {
            BuyerReference = Ref("LIEF-7788"),
            Buyer = Authority with { Electronic = new(AddressScheme.Email, "rechnung@klinik.example") },
        }));

    [Fact]
    public void A_deduction_may_stand_on_an_invoice_as_long_as_something_is_left()
    {
        var deduction = Line(3, new(LineWord.Delay), -5m, BillingUnit.Minute, 1.45m, 3);

        Assert.Empty(DocumentCheck.Of(A with { Lines = [.. A.Lines.Take(2), deduction] }));
    }

    [Fact]
    public void A_whole_month_may_be_the_period() =>
        Assert.Empty(DocumentCheck.Of(A with { Period = new ServicePeriod(Day(1), Day(30)) }));

    /// <summary>Totals and period follow a change of lines unless they were said.</summary>
    [Fact]
    public void A_correction_is_summed_up_anew()
    {
        Assert.Equal(Day(10), E.Period!.Value.Until);
        Assert.Equal(A.Number, E.Preceding!.Number);
        Assert.Equal(106.94m, OneCentOff.CorrectedBy(E.Number, E.IssuedOn, E.DueOn, E.Lines).Totals.Net);
    }

    private static DateOnly Day(int day) => new(2026, 11, day);

    private static BillingDocument WithContact(DocumentContact contact) => A with { Seller = Broker with { Contact = contact } };

    private static BillingDocument WithLine(Func<DocumentLine, DocumentLine> change) => A with { Lines = [change(A.Lines[0]), A.Lines[1]] };

    private static BillingDocument WithPart(BillingDocument document, Func<VatBreakdown, VatBreakdown> change) =>
        document with { Totals = document.Totals with { Breakdown = [change(document.Totals.Breakdown[0])] } };

    private static BillingDocument WithRule(BillingDocument document, Func<VatRule, VatRule> change) =>
        WithPart(document, part => part with { Rule = change(part.Rule) });
}
