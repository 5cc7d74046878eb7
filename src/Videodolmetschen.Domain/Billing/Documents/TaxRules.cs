using static Videodolmetschen.Domain.Billing.Documents.DocumentFinding;

namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>What a treatment asks of the parties, of the words and of the other lines.</summary>
internal static class TaxRules
{
    public static IEnumerable<DocumentFinding> Of(BillingDocument document) =>
        Together(document).Concat(Ids(document)).Concat(document.Totals.Breakdown.SelectMany(Words));

    private static IEnumerable<DocumentFinding> Together(BillingDocument document)
    {
        if (document.Has(VatTreatment.NotTaxable) && document.Totals.Breakdown.Count > 1)
        {
            yield return Error("BR-O-11", "Was nicht steuerbar ist, braucht ein eigenes Dokument.");
        }
        if (document.Has(VatTreatment.NotTaxable) && document.Lines.Any(line => line.Vat != VatTreatment.NotTaxable))
        {
            yield return Error("BR-O-12", "Was nicht steuerbar ist, braucht ein eigenes Dokument: Andere Positionen dürfen nicht daneben stehen.");
        }
        else if (document.Lines.Select(line => DocumentSplit.Apart(line.Vat)).Distinct().Count() > 1)
        {
            yield return Error("VD-MIXED", "Die Hinweise zur Umsatzsteuer gelten für das ganze Dokument. Trennen Sie die Positionen nach ihrer Besteuerung.");
        }
    }

    private static IEnumerable<DocumentFinding> Ids(BillingDocument document)
    {
        var seller = document.Seller;
        if (document.Has(VatTreatment.NotTaxable) && (seller.VatId is not null || document.Buyer.VatId is not null))
        {
            yield return Error("BR-O-02", "Auf einem Dokument über nicht Steuerbares darf keine Umsatzsteuer-ID stehen.");
        }
        if (seller.VatId is null && seller.TaxNumber is null)
        {
            foreach (var finding in WithoutTaxId(document))
            {
                yield return finding;
            }
        }
        if (document.Has(VatTreatment.ReverseCharge) && document.Buyer.VatId is null)
        {
            yield return Error("BR-AE-02", "Schuldet der Empfänger die Steuer, muss seine Umsatzsteuer-ID auf dem Dokument stehen.");
        }
        if (document.Has(VatTreatment.ReverseCharge) && seller.VatId is { IsGerman: true })
        {
            yield return Warning("VD-REVERSE", "Der Leistende hat eine deutsche Umsatzsteuer-ID. Prüfen Sie, ob der Empfänger die Steuer schuldet (§ 13b UStG).");
        }
    }

    private static IEnumerable<DocumentFinding> WithoutTaxId(BillingDocument document)
    {
        var taxable = document.Lines.Select(line => VatRule.Of(line.Vat).Category).Where(category => category != "O").Distinct().ToList();
        return taxable.Select(category => Error($"BR-{category}-02", "Tragen Sie Steuernummer oder Umsatzsteuer-ID des Leistenden ein."))
            .Concat(taxable.Count > 0 ? [Error("BR-DE-16", "Tragen Sie Steuernummer oder Umsatzsteuer-ID des Leistenden ein (§ 14 Abs. 4 Nr. 2 UStG).")] : []);
    }

    private static IEnumerable<DocumentFinding> Words(VatBreakdown part)
    {
        var right = VatRule.Of(part.Treatment);
        var written = part.Rule;
        if (written.ExemptionCode != right.ExemptionCode)
        {
            // E with VATEX-EU-AE passes every official rule.
            yield return Error("VD-VATEX", "Der Grund der Steuerbefreiung passt nicht zur Art der Besteuerung.");
        }
        if (written.Category != right.Category || written.Percent != right.Percent)
        {
            yield return Error("VD-RATE", "Steuersatz und Art der Besteuerung passen nicht zusammen.");
        }
        if (written.Category == "S" && written.ExemptionReason is not null)
        {
            yield return Error("BR-S-10", "Bei vollem Steuersatz darf kein Grund für eine Befreiung stehen.");
        }
        if (written.Category != "S" && string.IsNullOrWhiteSpace(written.ExemptionReason))
        {
            yield return Error($"BR-{written.Category}-10", "Es fehlt der Hinweis, warum keine Umsatzsteuer ausgewiesen wird.");
        }
    }
}
