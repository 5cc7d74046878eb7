using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Videodolmetschen.Domain.Billing.Receivables;

/// <summary>The entries (<c>Ntry</c>) of a statement: a collective one is taken apart, what was paid out is left out.</summary>
internal static class CamtEntries
{
    /// <summary>Written where a bank has nothing to say.</summary>
    private static readonly string[] NoReference = ["NONREF", "NOTPROVIDED"];

    public static bool IsBooked(XElement entry)
    {
        var state = entry.Element(entry.Name.Namespace + "Sts");
        return (state?.Element(entry.Name.Namespace + "Cd") ?? state)?.Value.Trim() is null or "BOOK";
    }

    /// <summary>As it moves the account.</summary>
    public static decimal SignedAmount(XElement element)
    {
        var ns = element.Name.Namespace;
        var amount = CamtText.Amount(element.Element(ns + "Amt") ?? throw new FormatException());
        return IsCredit(element) ? amount : -amount;
    }

    /// <summary>Null for what was paid out, and for one of those that came back: neither is a customer's payment.</summary>
    public static BankEntryKind? KindOf(XElement entry)
    {
        var isReversal = entry.Element(entry.Name.Namespace + "RvslInd")?.Value.Trim() is "true" or "1";
        var isReturn = entry.Descendants(entry.Name.Namespace + "RtrInf").Any();
        return IsCredit(entry)
            ? isReversal || isReturn ? null : BankEntryKind.Credit
            : isReversal || isReturn ? BankEntryKind.Returned : null;
    }

    public static IReadOnlyList<BankEntry> Of(string account, IEnumerable<XElement> entries)
    {
        var read = new List<BankEntry>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (entry, part) in entries.Where(entry => KindOf(entry) is not null).SelectMany(entry => Parts(entry).Select(part => (entry, part))))
        {
            var likeness = part.Key;
            var before = seen.GetValueOrDefault(likeness);
            seen[likeness] = before + 1;
            read.Add(part with { Key = Hash($"{account}|{likeness}|{before}") });
        }

        return read;
    }

    /// <summary>Each payment of a collective entry where their amounts are said and add up; otherwise the entry is one.</summary>
    private static IReadOnlyList<BankEntry> Parts(XElement entry)
    {
        var ns = entry.Name.Namespace;
        var details = entry.Elements(ns + "NtryDtls").Elements(ns + "TxDtls").ToList();
        var amount = Math.Abs(SignedAmount(entry));
        var amounts = details.Select(AmountOf).ToList();
        return details.Count > 1 && amounts.All(one => one is not null) && amounts.Sum() == amount
            ? [.. details.Select((detail, place) => Part(entry, [detail], amounts[place]!.Value, $"#{place}"))]
            : [Part(entry, details, amount, "")];
    }

    private static BankEntry Part(XElement entry, List<XElement> details, decimal amount, string place)
    {
        var ns = entry.Name.Namespace;
        var booked = CamtText.DayOf(entry.Element(ns + "BookgDt")) ?? CamtText.DayOf(entry.Element(ns + "ValDt")) ?? throw new FormatException();
        var remittance = CamtText.Clean(string.Join(' ', details.SelectMany(Remittance).DefaultIfEmpty(entry.Element(ns + "AddtlNtryInf")?.Value ?? "")), 1000) ?? "";
        var one = details.Count == 1 ? details[0] : null;
        var (payer, parties) = (details.Select(Payer).FirstOrDefault(), one?.Element(ns + "RltdPties"));
        var iban = CamtText.Of(parties?.Element(ns + "DbtrAcct")?.Element(ns + "Id")?.Element(ns + "IBAN"), 34)?.Replace(" ", "", StringComparison.Ordinal);
        var (endToEnd, reference) = (Reference(one?.Element(ns + "Refs")?.Element(ns + "EndToEndId")), Reference(entry.Element(ns + "AcctSvcrRef")) ?? Reference(entry.Element(ns + "NtryRef")));
        // Banks begin their references anew, so day and amount belong to the key; without a reference the content is all there is.
        var likeness = string.Create(CultureInfo.InvariantCulture, $"{KindOf(entry)}|{booked:yyyy-MM-dd}|{amount:0.00}|{place}|{reference ?? $"{iban}|{endToEnd}|{remittance}"}");
        return new BankEntry(likeness, KindOf(entry)!.Value, booked, CamtText.DayOf(entry.Element(ns + "ValDt")) ?? booked, amount, payer, iban, remittance, endToEnd);
    }

    /// <summary>Free text, then what was structured: the number of the document, or a creditor's reference.</summary>
    private static IEnumerable<string> Remittance(XElement detail)
    {
        var ns = detail.Name.Namespace;
        var info = detail.Element(ns + "RmtInf");
        return (info?.Elements(ns + "Ustrd") ?? [])
            .Concat(info?.Elements(ns + "Strd").Elements(ns + "RfrdDocInf").Elements(ns + "Nb") ?? [])
            .Concat(info?.Elements(ns + "Strd").Elements(ns + "CdtrRefInf").Elements(ns + "Ref") ?? [])
            .Select(text => text.Value);
    }

    /// <summary>Version 08 has a level more.</summary>
    private static string? Payer(XElement detail)
    {
        var ns = detail.Name.Namespace;
        var debtor = detail.Element(ns + "RltdPties")?.Element(ns + "Dbtr");
        return CamtText.Of((debtor?.Element(ns + "Pty") ?? debtor)?.Element(ns + "Nm"), 140);
    }

    /// <summary>Null where nothing is said, or said in the money in which it was ordered: then the entry's own amount is what moved the account.</summary>
    private static decimal? AmountOf(XElement detail)
    {
        var ns = detail.Name.Namespace;
        var amount = detail.Element(ns + "Amt") ?? detail.Element(ns + "AmtDtls")?.Element(ns + "TxAmt")?.Element(ns + "Amt");
        return amount is null || !CamtText.IsEuro(amount) ? null : CamtText.Amount(amount);
    }

    private static bool IsCredit(XElement element) => element.Element(element.Name.Namespace + "CdtDbtInd")?.Value.Trim() switch
    {
        "CRDT" => true,
        "DBIT" => false,
        _ => throw new FormatException(),
    };

    private static string? Reference(XElement? element) => CamtText.Of(element, 70) is { } text && !NoReference.Contains(text, StringComparer.OrdinalIgnoreCase) ? text : null;

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
