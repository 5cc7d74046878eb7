using static Videodolmetschen.Domain.Billing.Documents.DocumentFinding;

namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>Kind, numbers and days of a document.</summary>
internal static class HeadRules
{
    public static IEnumerable<DocumentFinding> Of(BillingDocument document)
    {
        if (document.BuyerReference is null)
        {
            yield return Error("BR-DE-15", "Hinterlegen Sie beim Empfänger die Leitweg-ID oder eine andere Käuferreferenz.");
        }
        if (IsWrongLeitwegId(document))
        {
            yield return Warning("VD-LEITWEG", $"Prüfen Sie die Leitweg-ID {document.BuyerReference ?? (object)"des Empfängers"}: Die Prüfziffern stimmen nicht, die Rechnung käme nicht an.");
        }
        if (document.Kind == DocumentKind.SelfBilledCancellation)
        {
            yield return Warning("BR-DE-17", "Das Storno einer Gutschrift (Code 261) steht nicht auf der Liste der XRechnung. Vereinbaren Sie es mit der dolmetschenden Person.");
        }
        if (document.Kind == DocumentKind.Correction && document.Preceding is null)
        {
            yield return Warning("BR-DE-26", "Nennen Sie die Rechnung, die korrigiert wird.");
        }
        if (document.Kind.IsCreditNote() && document.Preceding is null)
        {
            yield return Error("VD-PRECEDING", "Nennen Sie das Dokument, das storniert wird (§ 31 Abs. 5 UStDV).");
        }
        if (document.Preceding is { } preceding && (preceding.Number == document.Number || preceding.IssuedOn > document.IssuedOn))
        {
            yield return Error("VD-PRECEDING", "Das Dokument, auf das verwiesen wird, muss ein anderes und früheres sein.");
        }
        foreach (var finding in Days(document))
        {
            yield return finding;
        }
    }

    private static IEnumerable<DocumentFinding> Days(BillingDocument document)
    {
        if (document.Period is not { } period)
        {
            yield break;
        }
        if (period.Until < period.From)
        {
            yield return Error("BR-29", "Das Ende des Leistungszeitraums liegt vor seinem Anfang.");
        }
        if (document.Lines.Any(line => line.Period.From < period.From || line.Period.From > period.Until))
        {
            yield return Error("PEPPOL-EN16931-R110", "Eine Position beginnt außerhalb des Leistungszeitraums. Erstellen Sie die Vorschau neu.");
        }
        if (document.Lines.Any(line => line.Period.Until < period.From || line.Period.Until > period.Until))
        {
            yield return Error("PEPPOL-EN16931-R111", "Eine Position endet außerhalb des Leistungszeitraums. Erstellen Sie die Vorschau neu.");
        }
        if (document.Kind is DocumentKind.Invoice or DocumentKind.SelfBilled && document.IssuedOn > period.From.AddMonths(6))
        {
            yield return Warning("VD-SIX-MONTHS", "Eine Leistung liegt mehr als sechs Monate zurück (§ 14 Abs. 2 UStG). Stellen Sie die Rechnung umgehend.");
        }
    }

    /// <summary>A buyer reference in the shape of a Leitweg-ID is one; where the buyer's electronic address is a Leitweg-ID, it has to be.</summary>
    private static bool IsWrongLeitwegId(BillingDocument document) =>
        LeitwegId.Judge(document.BuyerReference?.Value) == LeitwegVerdict.WrongCheckDigits
        || (document.Buyer.Electronic is { Scheme: AddressScheme.LeitwegId, Value: var value } && LeitwegId.Judge(value) != LeitwegVerdict.Valid);
}
