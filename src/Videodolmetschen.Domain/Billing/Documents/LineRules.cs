using static Videodolmetschen.Domain.Billing.Documents.DocumentFinding;

namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>Each position for itself.</summary>
internal static class LineRules
{
    public static IEnumerable<DocumentFinding> Of(BillingDocument document)
    {
        if (document.Lines.Count == 0)
        {
            yield return Error("BR-16", "Ein Dokument ohne Positionen kann nicht ausgestellt werden.");
        }
        if (document.Lines.Select(line => line.Position).Distinct().Count() < document.Lines.Count)
        {
            yield return Error("BR-21", "Zwei Positionen haben dieselbe Nummer. Erstellen Sie die Vorschau neu.");
        }
        foreach (var finding in document.Lines.SelectMany(Of))
        {
            yield return finding;
        }
    }

    private static IEnumerable<DocumentFinding> Of(DocumentLine line)
    {
        if (line.UnitPrice < 0m)
        {
            yield return Error("BR-27", $"Position {line.Position}: Der Einzelpreis darf nicht negativ sein. Nehmen Sie eine negative Menge.");
        }
        if (Money.ToCents(line.Net) != line.Net)
        {
            yield return Error("BR-DEC-23", $"Position {line.Position}: Der Betrag hat mehr als zwei Nachkommastellen.");
        }
        else if (line.Net != line.ExactNet)
        {
            yield return Error("PEPPOL-EN16931-R120", $"Position {line.Position}: Der Betrag ist nicht Menge mal Einzelpreis, auf den Cent gerundet.");
        }
        if (line.Period.Until < line.Period.From)
        {
            yield return Error("BR-30", $"Position {line.Position}: Das Ende der Leistung liegt vor ihrem Anfang.");
        }
    }
}
