using Npgsql;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Billing.Documents;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Billing;

/// <summary>What stands in the way of a party's documents, or what should be looked at first. Codes; the sentences are the browser's, or the check's.</summary>
/// <param name="Code">Of ours (<c>no_address</c>), or a rule's (<c>BR-DE-15</c>).</param>
/// <param name="Advice">In German, where a rule has it.</param>
internal sealed record DraftFinding(string Code, bool Blocks, string? Advice = null);

/// <summary>The documents that a party would get.</summary>
internal sealed record PartyDraft(IReadOnlyList<DocumentSource> Sources, IReadOnlyList<DraftFinding> Findings)
{
    public bool IsBlocked => Findings.Any(one => one.Blocks);
}

/// <summary>Makes the documents of one party for a period, without numbers: for the preview, and in the transaction that issues them.</summary>
internal static class Drafts
{
    private const string NumberOfDraft = "ENTWURF-1";

    /// <param name="withDisputed">Services with an open dispute are held back otherwise.</param>
    public static async Task<PartyDraft> MakeAsync(
        NpgsqlTransaction transaction, BillingSide side, Guid party, DateOnly from, DateOnly until, DateOnly issuedOn, bool withDisputed, CancellationToken cancellationToken)
    {
        var role = side == BillingSide.Customer ? "customer" : "interpreter";
        var (us, other) = (await PartyStore.FindAsync(transaction, "issuer", null, cancellationToken), await PartyStore.FindAsync(transaction, role, party, cancellationToken));
        var findings = new List<DraftFinding>();
        findings.AddRange(us is null ? [new DraftFinding("no_issuer", true)] : []);
        findings.AddRange(other is null ? [new DraftFinding("no_address", true)] : []);
        var vat = await SupplierVatAsync(transaction, side, party, issuedOn, findings, cancellationToken);
        if (us is null || other is null || findings.Any(one => one.Blocks))
        {
            return new PartyDraft([], findings);
        }

        var lines = (await UnbilledStore.ReadLinesAsync(transaction, side, party, from, until, withDisputed, cancellationToken)).Select(line => line.ToSource(vat)).ToList();
        if (lines.Any(line => line.Vat == NoStatus))
        {
            return new PartyDraft([], [.. findings, new DraftFinding("no_vat_status", true)]);
        }

        if (lines.Any(line => !line.Vat.CanBeBilled()))
        {
            return new PartyDraft([], [.. findings, EuSmallBusiness]);
        }

        if (side == BillingSide.Customer && other.LeitwegId is not null && other.Format == SnakeCase.Of(InvoiceFormat.Zugferd))
        {
            findings.Add(new DraftFinding("zugferd_for_office", false, "Der Empfänger hat eine Leitweg-ID, soll aber ZUGFeRD bekommen. Behörden brauchen die XRechnung: Prüfen Sie die Form der Belege."));
        }

        if (side == BillingSide.Interpreter)
        {
            findings.AddRange(await SmallBusinessFindings.OfAsync(transaction, party, lines, cancellationToken));
            findings.AddRange(await PartyStore.FindTaxedOtherwiseAsync(transaction, party, cancellationToken) is { } numbers ? [TaxedOtherwise(numbers)] : []);
        }

        var sources = Split(lines).Select(group => Source(side, us, other, group, issuedOn)).ToList();
        findings.AddRange(sources.SelectMany(source => DocumentCheck.Of(source.ToDomain(NumberOfDraft)))
            .Select(found => new DraftFinding(found.Rule, found.Weight == FindingWeight.Error, found.Advice)).DistinctBy(found => found.Code));
        return new PartyDraft(sources, findings);
    }

    /// <summary>Tax that was shown and is not owed, or not shown and owed, is put right by documents only (§ 14c (1) UStG).</summary>
    private static DraftFinding TaxedOtherwise(string numbers) => new(
        "taxed_otherwise", false, $"Der Steuerstatus wurde nachträglich geändert. Danach ist falsch besteuert, was auf {numbers} steht: Stornieren Sie das, und rechnen Sie diese Zeit neu ab (§ 14c UStG).");

    private static readonly DraftFinding EuSmallBusiness = new(
        "eu_small_business",
        true,
        "Kleinunternehmen aus einem anderen EU-Staat: Ob § 13b UStG gilt, ist nicht entschieden. Klären Sie mit Ihrer Steuerberatung, wer die Umsatzsteuer schuldet, und tragen Sie dann den Status ein, nach dem abgerechnet werden soll.");

    private const VatTreatment NoStatus = (VatTreatment)(-1);

    /// <summary>We are taxed as usual; an interpreter as that one has declared, which must be on record with the agreement (§ 14 (2) S. 5 UStG).</summary>
    private static async Task<Func<DateOnly, VatTreatment>> SupplierVatAsync(
        NpgsqlTransaction transaction, BillingSide side, Guid party, DateOnly issuedOn, List<DraftFinding> findings, CancellationToken cancellationToken)
    {
        if (side == BillingSide.Customer)
        {
            return _ => VatTreatment.Standard;
        }

        if (await PartyStore.FindAgreementAsync(transaction, party, cancellationToken) is not { } since || since > issuedOn)
        {
            findings.Add(new DraftFinding("no_agreement", true));
        }

        var statuses = await PartyStore.ReadVatAsync(transaction, party, cancellationToken);
        return day => statuses.FirstOrDefault(status => status.ValidFrom <= day)?.Treatment ?? NoStatus;
    }

    private static IEnumerable<IReadOnlyList<SourceLine>> Split(List<SourceLine> lines)
    {
        var documents = DocumentSplit.Of(lines.Select((line, place) => line.ToDomain(place + 1)));
        // The split keeps the order in each document, so lines of one treatment come back as they were.
        return documents.Select(document => (IReadOnlyList<SourceLine>)[.. lines.Where(line => document.Any(one => one.Vat == line.Vat))]);
    }

    private static DocumentSource Source(BillingSide side, PartyRow us, PartyRow other, IReadOnlyList<SourceLine> lines, DateOnly issuedOn) => new()
    {
        Kind = side == BillingSide.Customer ? DocumentKind.Invoice : DocumentKind.SelfBilled,
        IssuedOn = issuedOn,
        DueOn = issuedOn.AddDays(other.PaymentDays),
        Seller = side == BillingSide.Customer ? us : other,
        Buyer = side == BillingSide.Customer ? other : us,
        Lines = lines,
    };
}
