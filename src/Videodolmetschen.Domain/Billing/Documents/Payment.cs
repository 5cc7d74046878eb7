namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>How money moves; the value is its code (BT-81, UNTDID 4461).</summary>
public enum PaymentMeans
{
    /// <summary>A transfer to an account outside of SEPA.</summary>
    Transfer = 30,
    SepaTransfer = 58,
}

/// <summary>Whom to pay (BG-16, BG-17). The purpose (BT-83) is the number of the document; the terms (BT-20) follow from kind and due date.</summary>
/// <param name="Account">BT-84.</param>
/// <param name="Holder">BT-85.</param>
/// <param name="Bic">BT-86; null inside of SEPA, where nobody needs it.</param>
public sealed record Payment(Iban Account, string Holder, Bic? Bic = null, PaymentMeans Means = PaymentMeans.SepaTransfer);
