using Videodolmetschen.Domain.Billing.Documents;

namespace Videodolmetschen.Domain.Tests.Billing.Documents;

public class NumberShapeTests
{
    [Theory]
    [InlineData("DE89370400440532013000", true)]
    [InlineData("de89 3704 0044 0532 0130 00", true)]
    [InlineData("DE02120300000000202051", true)]
    [InlineData("AT611904300234573201", true)]
    [InlineData("NL91ABNA0417164300", true)]
    [InlineData("DE89370400440532013001", false)]
    [InlineData("DE98370400440532013000", false)]
    [InlineData("DE8937040044053201300", false)]
    [InlineData("DE", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void An_account_has_right_check_digits(string? text, bool isRight) => Assert.Equal(isRight, Iban.TryParse(text, out _));

    [Fact]
    public void An_account_is_kept_without_blanks_and_in_capitals() =>
        Assert.Equal("DE89370400440532013000", Iban.Parse(" de89 3704 0044 0532 0130 00").Value);

    [Theory]
    [InlineData("DE123456788", true)]
    [InlineData("DE 123 456 788", true)]
    [InlineData("DE123456789", false)]
    [InlineData("DE12345678", false)]
    [InlineData("ATU12345678", true)]
    [InlineData("CZ12345678", true)]
    [InlineData("NL123456789B01", true)]
    [InlineData("ESX1234567X", true)]
    [InlineData("ASYLFALL12", false)]
    [InlineData("123456788", false)]
    [InlineData("D", false)]
    public void A_vat_id_has_the_prefix_of_its_country_and_in_Germany_a_check_digit(string text, bool isRight) =>
        Assert.Equal(isRight, VatId.TryParse(text, out _));

    [Theory]
    [InlineData("151/815/08156", true)]
    [InlineData("93815/08152", true)]
    [InlineData("133/8150/8159", true)]
    [InlineData("4151081508156", true)]
    [InlineData("15181508156", true)]
    [InlineData("Finanzamt Jena", false)]
    [InlineData("151/815/0815A", false)]
    public void A_tax_number_is_made_of_digits(string text, bool isRight) => Assert.Equal(isRight, TaxNumber.TryParse(text, out _));

    [Theory]
    [InlineData("COBADEFFXXX", true)]
    [InlineData("cobadeff", true)]
    [InlineData("COBADEFFX", false)]
    public void A_bank_has_eight_or_eleven_signs(string text, bool isRight) => Assert.Equal(isRight, Bic.TryParse(text, out _));

    [Theory]
    [InlineData("4500012345", true)]
    [InlineData("RV-2025/17", true)]
    [InlineData("KST_4711.2", true)]
    [InlineData("Frau K. am 3.11.", false)]
    [InlineData("Asylverfahren", false)]
    [InlineData("-4711", false)]
    [InlineData("4711\n", false)]
    [InlineData("Käfer-1", false)]
    [InlineData("1234567890123456789012345678901234567890123456", true)]
    [InlineData("12345678901234567890123456789012345678901234567", false)]
    public void A_reference_is_a_number_and_not_a_text(string text, bool isRight) => Assert.Equal(isRight, DocumentReference.TryParse(text, out _));

    [Fact]
    public void What_is_wrong_is_refused_where_it_must_be_right()
    {
        Assert.Equal(ErrorCode.ArgumentInvalid, Assert.Throws<DomainException>(() => Iban.Parse("DE00")).Code);
        Assert.Equal(ErrorCode.ArgumentInvalid, Assert.Throws<DomainException>(() => DocumentReference.Parse("ein Text")).Code);
    }
}
