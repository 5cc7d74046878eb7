using static Videodolmetschen.Domain.Billing.Documents.DocumentFinding;

namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>Where money goes, and until when.</summary>
internal static class PaymentRules
{
    public static IEnumerable<DocumentFinding> Of(BillingDocument document)
    {
        if (PaymentWords.IsToBePaid(document))
        {
            if (document.Payment is null)
            {
                yield return Error("BR-DE-1", "Hinterlegen Sie die Bankverbindung, auf die gezahlt werden soll.");
            }
            else if (string.IsNullOrWhiteSpace(document.Payment.Holder))
            {
                yield return Warning("VD-HOLDER", "Tragen Sie den Namen der Kontoinhaberin oder des Kontoinhabers ein.");
            }
            if (document.DueOn is null)
            {
                yield return Error("BR-CO-25", "Geben Sie an, bis wann zu zahlen ist.");
            }
        }
        if (document.DueOn < document.IssuedOn)
        {
            yield return Error("VD-DUE", "Der Zahltag liegt vor dem Datum des Dokuments.");
        }
        if (document.DueOn > document.IssuedOn.AddDays(60))
        {
            yield return Warning("VD-DUE", "Ein Zahlungsziel von mehr als 60 Tagen ist mit öffentlichen Auftraggebern unwirksam (§ 271a BGB).");
        }
    }
}
