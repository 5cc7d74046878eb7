using Videodolmetschen.Domain.Billing.Receivables;

namespace Videodolmetschen.Domain.Tests.Billing.Receivables;

public sealed class PaymentMatchingTests
{
    private static readonly Guid Town = new("00000000-0000-0000-0000-00000000000a");
    private static readonly Guid Clinic = new("00000000-0000-0000-0000-00000000000b");

    private static readonly OpenInvoice[] Invoices =
    [
        Invoice(2, 50m, Town), Invoice(1, 100m, Town), Invoice(12, 70m, Clinic), Invoice(123456, 30m, Clinic),
    ];

    private static readonly KnownPayer[] Payers = [new(Town, "Stadt Lindenfurt", ["DE89370400440532013000"], ["16901101-0001-78", "K-4712"]), new(Clinic, "Klinikum", [], [])];

    [Theory]
    [InlineData("RE-2026-00001")]
    [InlineData("re 2026 00001")]
    [InlineData("Rechnung RE–2026–00001 vom 3.11.")]
    [InlineData("RE2026000 01")]
    [InlineData("KD4711RE-2026-00001")]
    [InlineData("RE-2026-\n00001 100,00 EUR")]
    public void A_number_is_found_however_it_was_typed(string text) => Assert.Equal((MatchCertainty.Certain, "1:100 +0"), Match(100m, text));

    [Theory]
    [InlineData("RE-2026-000012", 70)] // Not number 1, and with one zero too many not number 12.
    [InlineData("RE-2026-12345", 30)] // Not the beginning of 123456.
    [InlineData("12026-00001", 100)]
    [InlineData("Danke", 100)]
    public void A_number_in_a_longer_one_is_none(string text, decimal amount) => Assert.Equal((MatchCertainty.Unknown, $" +{amount}"), Match(amount, text));

    [Fact]
    public void Several_invoices_are_paid_at_once_the_oldest_first()
    {
        Assert.Equal((MatchCertainty.Certain, "1:100 2:50 +0"), Match(150m, "RE-2026-00002, RE-2026-00001"));
        Assert.Equal((MatchCertainty.Likely, "1:100 2:20 +0"), Match(120m, "RE-2026-00002, RE-2026-00001"));
    }

    [Fact]
    public void Of_several_customers_one_is_proposed_the_payer_or_whoever_has_the_oldest()
    {
        Assert.Equal((MatchCertainty.Likely, "1:100 +70"), Match(170m, "RE-2026-00012 RE-2026-00001"));
        Assert.Equal((MatchCertainty.Likely, "12:70 +100"), Match(170m, "RE-2026-00012 RE-2026-00001", "Klinikum"));
    }

    [Fact]
    public void Less_or_more_than_is_open_is_looked_at_by_a_person()
    {
        Assert.Equal((MatchCertainty.Likely, "1:99.5 +0"), Match(99.5m, "RE-2026-00001"));
        Assert.Equal((MatchCertainty.Likely, "1:100 +25"), Match(125m, "RE-2026-00001"));
    }

    [Theory]
    [InlineData("Rechnung 2026-00001", null, null)]
    [InlineData("", "STADT  LINDENFURT", null)]
    [InlineData("", null, "DE89370400440532013000")]
    [InlineData("Leitweg 16901101-0001-78", null, null)]
    [InlineData("Kunde K 4712", null, null)]
    public void Digits_alone_or_a_payer_we_know_with_the_amount_are_likely(string text, string? name, string? iban) =>
        Assert.Equal((MatchCertainty.Likely, "1:100 +0"), Match(100m, text, name, iban));

    [Fact]
    public void Of_a_payer_we_know_another_amount_says_only_whose_it_is()
    {
        Assert.Equal((MatchCertainty.Likely, "1:100 2:50 +0"), Match(150m, "", "Stadt Lindenfurt"));
        var match = PaymentMatching.Of(33m, "", "Stadt Lindenfurt", null, Invoices, Payers);
        Assert.Equal((MatchCertainty.Unknown, (Guid?)Town, 33m), (match.Certainty, match.Customer, match.Rest));
        Assert.Equal((MatchCertainty.Unknown, " +100"), Match(100m, "", "Irgendwer"));
    }

    private static (MatchCertainty, string) Match(decimal amount, string text, string? name = null, string? iban = null)
    {
        var match = PaymentMatching.Of(amount, text, name, iban, Invoices, Payers);
        var parts = match.Parts.Select(part => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Invoices.Single(one => one.Document == part.Document).Number[8..].TrimStart('0')}:{part.Amount:0.##}"));
        return (match.Certainty, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{string.Join(' ', parts)} +{match.Rest:0.##}"));
    }

    private static OpenInvoice Invoice(int serial, decimal balance, Guid customer) => new(new Guid(serial, 0, 0, new byte[8]), $"RE-2026-{serial:D5}", new DateOnly(2026, 11, 1).AddDays(serial % 100), balance, customer);
}
