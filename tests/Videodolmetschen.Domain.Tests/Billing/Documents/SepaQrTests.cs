using Videodolmetschen.Domain.Billing.Documents;

namespace Videodolmetschen.Domain.Tests.Billing.Documents;

public class SepaQrTests
{
    [Fact]
    public void An_invoice_can_be_paid_by_its_code() =>
        Assert.Equal(
            "BCD\n002\n1\nSCT\nCOBADEFFXXX\nBeispiel Videodolmetschen GmbH\nDE89370400440532013000\nEUR153.14\n\n\nRE-2026-000123",
            SepaQr.Payload(DocumentCases.A));

    [Fact]
    public void The_bank_may_be_left_out() =>
        Assert.Contains("SCT\n\nBeispiel", SepaQr.Payload(DocumentCases.A with { Payment = DocumentCases.A.Payment! with { Bic = null } })!, StringComparison.Ordinal);

    [Fact]
    public void A_long_name_is_cut_where_the_code_ends() =>
        Assert.Contains($"\n{new string('n', 70)}\n", SepaQr.Payload(DocumentCases.A with { Payment = DocumentCases.A.Payment! with { Holder = new string('n', 71) } })!, StringComparison.Ordinal);

    [Theory]
    [InlineData("b-gutschrift")]
    [InlineData("d-cancellation")]
    [InlineData("negative-correction")]
    public void Where_the_recipient_owes_nothing_there_is_no_code(string name) => Assert.Null(SepaQr.Payload(DocumentCases.Of(name)));

    [Fact]
    public void Outside_of_SEPA_there_is_no_code() =>
        Assert.Null(SepaQr.Payload(DocumentCases.A with { Payment = DocumentCases.A.Payment! with { Means = PaymentMeans.Transfer } }));
}
