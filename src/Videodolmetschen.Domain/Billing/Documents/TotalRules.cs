using static Videodolmetschen.Domain.Billing.Documents.DocumentFinding;

namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>Sums, to the cent: what stands in the document against what its lines come to.</summary>
internal static class TotalRules
{
    public static IEnumerable<DocumentFinding> Of(BillingDocument document)
    {
        var totals = document.Totals;
        var sums = new (bool IsRight, string Rule, string What)[]
        {
            (totals.Lines == document.Lines.Sum(line => line.Net), "BR-CO-10", "Die Summe der Positionen"),
            (totals.Net == totals.Lines, "BR-CO-13", "Der Betrag ohne Umsatzsteuer"),
            (totals.Tax == totals.Breakdown.Sum(part => part.Tax), "BR-CO-14", "Die Umsatzsteuer"),
            (totals.Gross == totals.Net + totals.Tax, "BR-CO-15", "Der Betrag mit Umsatzsteuer"),
            (totals.Due == totals.Gross, "BR-CO-16", "Der fällige Betrag"),
        };
        foreach (var (_, rule, what) in sums.Where(sum => !sum.IsRight))
        {
            yield return Error(rule, $"{what} stimmt nicht. Erstellen Sie die Vorschau neu.");
        }
        foreach (var finding in totals.Breakdown.SelectMany(part => Of(part, document.Lines)))
        {
            yield return finding;
        }
        if (document.Lines.Select(line => line.Vat).Except(totals.Breakdown.Select(part => part.Treatment)).Any())
        {
            yield return Error("BR-CO-18", "Eine Art der Besteuerung fehlt in der Aufstellung der Umsatzsteuer.");
        }
        if (totals.Due < 0m && document.Kind != DocumentKind.Correction)
        {
            yield return Error("VD-NEGATIVE", "Der Betrag ist negativ. Stellen Sie eine Stornorechnung oder eine Rechnungskorrektur aus.");
        }
    }

    private static IEnumerable<DocumentFinding> Of(VatBreakdown part, IReadOnlyList<DocumentLine> lines)
    {
        var family = part.Rule.Category;
        if (part.Taxable != lines.Where(line => line.Vat == part.Treatment).Sum(line => line.Net))
        {
            yield return Error($"BR-{family}-08", "Der Betrag, auf den sich die Umsatzsteuer bezieht, ist nicht die Summe seiner Positionen.");
        }
        // Nobody else finds a wrong cent: BR-CO-17, BR-S-08 and BR-S-09 tolerate all below one euro.
        if (part.Tax != Money.Percent(part.Taxable, part.Rule.Percent))
        {
            yield return Error(part.Rule.Percent == 0m ? $"BR-{family}-09" : "BR-CO-17", "Die Umsatzsteuer stimmt nicht auf den Cent. Erstellen Sie die Vorschau neu.");
        }
    }
}
