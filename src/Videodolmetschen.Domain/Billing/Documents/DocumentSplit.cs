namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>Which lines share a document.</summary>
public static class DocumentSplit
{
    /// <summary>
    /// What is not taxable stands alone (BR-O-11, BR-O-12). So does what a small business earned, and what the recipient owes the tax for:
    /// the words that the law wants for these are said of the whole document. Positions are counted anew in each.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<DocumentLine>> Of(IEnumerable<DocumentLine> lines) =>
    [
        .. from line in lines
           group line by Apart(line.Vat) into document
           orderby document.Key
           select document.Select((line, index) => line with { Position = index + 1 }).ToList(),
    ];

    /// <summary>Treatments with the same answer may share a document.</summary>
    internal static VatTreatment Apart(VatTreatment treatment) =>
        treatment == VatTreatment.SignLanguageExempt ? VatTreatment.Standard : treatment;
}
