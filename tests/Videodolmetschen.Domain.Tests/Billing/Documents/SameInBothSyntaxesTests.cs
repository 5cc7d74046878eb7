using FsCheck;
using FsCheck.Fluent;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Billing.Documents;

namespace Videodolmetschen.Domain.Tests.Billing.Documents;

/// <summary>Whoever is sent ZUGFeRD is told what an XRechnung would say: leaf by leaf, and no syntax has one that the other lacks.</summary>
public class SameInBothSyntaxesTests
{
    public static TheoryData<string> Names => DocumentCases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_field_of_one_syntax_stands_in_the_other(string name)
    {
        var document = DocumentCases.Of(name);

        Assert.Equal(UblTerms.Of(document), CiiTerms.Of(document));
    }

    /// <summary>Any kind, with any lines: quantities, prices, treatments, with and without what may be missing.</summary>
    [Fact]
    public void Amounts_agree_whatever_was_charged() =>
        Check.QuickThrowOnFailure(Prop.ForAll<PositiveInt, int[]>((seed, cents) =>
        {
            var kinds = Enum.GetValues<DocumentKind>();
            var document = DocumentCases.A with
            {
                Kind = kinds[seed.Get % kinds.Length],
                DueOn = seed.Get % 3 == 0 ? null : DocumentCases.A.DueOn,
                Lines = [.. cents.Select(Line)],
                Totals = null,
                Period = null,
            };
            return UblTerms.Of(document).SequenceEqual(CiiTerms.Of(document));
        }));

    private static DocumentLine Line(int cents, int place) => DocumentCases.Line(
        place + 1,
        new LineText((LineWord)(place % 20), place % 2 == 0 ? cents % 100 : null),
        cents / 4m,
        (BillingUnit)(place % 3),
        Math.Abs(cents) / 1000m,
        1 + place % 28) with
    {
        Vat = (VatTreatment)(place % 5),
        Account = place % 2 == 0 ? DocumentCases.Ref($"KST-{place}") : null,
        OrderLine = place % 3 == 0 ? DocumentCases.Ref($"{place}") : null,
    };
}
