using System.Globalization;
using System.Text;

namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>What the code on an invoice says to a banking app (GiroCode: EPC069-12, version 002, UTF-8).</summary>
public static class SepaQr
{
    /// <summary>More does not fit the code that the guideline allows.</summary>
    private const int MaxBytes = 331;

    /// <summary>The text to encode (error correction M); null where a customer has nothing to transfer by SEPA.</summary>
    public static string? Payload(BillingDocument document)
    {
        var isForTransfer = PaymentWords.IsToBePaid(document) && !document.Kind.IsSelfBilled();
        if (!isForTransfer || document is not { Payment: { Means: PaymentMeans.SepaTransfer } payment, Totals.Due: <= 999_999_999.99m and var due })
        {
            return null;
        }
        var holder = payment.Holder.Length > 70 ? payment.Holder[..70] : payment.Holder;
        var text = string.Join(
            '\n',
            "BCD",
            "002",
            "1",
            "SCT",
            payment.Bic?.Value ?? "",
            holder.Trim(),
            payment.Account.Value,
            string.Create(CultureInfo.InvariantCulture, $"EUR{due:0.00}"),
            "",
            "",
            document.Number.Value);
        return Encoding.UTF8.GetByteCount(text) <= MaxBytes ? text : null;
    }
}
