using System.Globalization;

namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>How a document is settled: terms (BT-20) in fixed words, and the code of the means (BT-81).</summary>
internal static class PaymentWords
{
    /// <summary>Set off between the parties (UNTDID 4461): nobody's software may transfer the amount of a cancellation to its seller once more.</summary>
    private const string SetOff = "97";

    /// <summary>Whether money is to be moved because of this document.</summary>
    public static bool IsToBePaid(BillingDocument document) => !document.Kind.IsCreditNote() && document.Totals.Due > 0m;

    public static string MeansCode(BillingDocument document) => document.Payment is { } payment && IsToBePaid(document)
        ? ((int)payment.Means).ToString(CultureInfo.InvariantCulture)
        : SetOff;

    public static string Terms(BillingDocument document)
    {
        if (document.Totals.Due == 0m)
        {
            return "Es ist nichts zu zahlen.";
        }
        if (!IsToBePaid(document))
        {
            return "Der Betrag wird verrechnet oder, wenn er bereits gezahlt wurde, erstattet.";
        }
        var due = document.DueOn is { } day ? day.ToString("'bis 'dd.MM.yyyy", CultureInfo.InvariantCulture) : "sofort";
        return document.Kind.IsSelfBilled()
            ? $"Der Betrag wird {due} auf das genannte Konto überwiesen."
            : $"Zahlbar {due} ohne Abzug.";
    }
}
