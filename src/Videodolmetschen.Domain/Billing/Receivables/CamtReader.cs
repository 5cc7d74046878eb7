using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Videodolmetschen.Domain.Billing.Receivables;

/// <summary>Bank statements of ISO 20022 (camt.053.001.02 and .08) as banks give them out. Hostile files are refused: no DTD, no entity, nothing fetched.</summary>
public static class CamtReader
{
    public const int BytesAtMost = 5 * 1024 * 1024;
    public const int EntriesAtMost = 10_000;

    private static readonly XNamespace[] Versions = ["urn:iso:std:iso:20022:tech:xsd:camt.053.001.02", "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"];

    /// <exception cref="DomainException"><see cref="ErrorCode.BankFileUnreadable"/>, <see cref="ErrorCode.BankFileTooLarge"/>, <see cref="ErrorCode.BankFileNotInEuro"/>.</exception>
    public static IReadOnlyList<BankStatement> Read(byte[] file)
    {
        if (file.Length > BytesAtMost)
        {
            throw new DomainException(ErrorCode.BankFileTooLarge);
        }

        try
        {
            var root = Load(file).Root!;
            var ns = root.Name.Namespace;
            var statements = root.Element(ns + "BkToCstmrStmt")?.Elements(ns + "Stmt").ToList();
            if (root.Name.LocalName != "Document" || !Versions.Contains(ns) || statements is not { Count: > 0 })
            {
                throw new DomainException(ErrorCode.BankFileUnreadable);
            }

            return statements.Sum(statement => statement.Elements(ns + "Ntry").Count()) <= EntriesAtMost
                ? [.. statements.Select(Statement)]
                : throw new DomainException(ErrorCode.BankFileTooLarge);
        }
        catch (Exception broken) when (broken is XmlException or FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            throw new DomainException(ErrorCode.BankFileUnreadable);
        }
    }

    private static XDocument Load(byte[] file)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersFromEntities = 1024, MaxCharactersInDocument = BytesAtMost };
        using var stream = new MemoryStream(file, writable: false);
        using var reader = XmlReader.Create(stream, settings);
        return XDocument.Load(reader);
    }

    private static BankStatement Statement(XElement statement)
    {
        var ns = statement.Name.Namespace;
        var account = statement.Element(ns + "Acct");
        var iban = CamtText.Of(account?.Element(ns + "Id")?.Element(ns + "IBAN"), 34)?.Replace(" ", "", StringComparison.Ordinal) ?? throw new DomainException(ErrorCode.BankFileUnreadable);
        if (account!.Element(ns + "Ccy")?.Value is { } currency && currency != "EUR")
        {
            throw new DomainException(ErrorCode.BankFileNotInEuro);
        }

        var (booked, pending) = (statement.Elements(ns + "Ntry").Where(CamtEntries.IsBooked).ToList(), statement.Elements(ns + "Ntry").Count(entry => !CamtEntries.IsBooked(entry)));
        var (opening, closing) = (BalanceOf(statement, "OPBD") ?? BalanceOf(statement, "PRCD"), BalanceOf(statement, "CLBD"));
        var moved = booked.Sum(CamtEntries.SignedAmount);
        var verdict = opening is null || closing is null ? BalanceVerdict.Unknown : opening.Value.Amount + moved == closing.Value.Amount ? BalanceVerdict.Matches : BalanceVerdict.Differs;
        var entries = CamtEntries.Of(iban, booked);
        return new BankStatement(
            iban, CamtText.Of(statement.Element(ns + "Id"), 35) ?? "", closing?.On ?? entries.Select(entry => entry.BookedOn).DefaultIfEmpty(Created(statement)).Max(),
            opening?.Amount, closing?.Amount, verdict, booked.Count(entry => CamtEntries.KindOf(entry) is null), pending, entries);
    }

    private static DateOnly Created(XElement statement) => CamtText.Day(statement.Element(statement.Name.Namespace + "CreDtTm")?.Value ?? throw new FormatException());

    private static (decimal Amount, DateOnly On)? BalanceOf(XElement statement, string code)
    {
        var ns = statement.Name.Namespace;
        var balance = statement.Elements(ns + "Bal").FirstOrDefault(one => one.Element(ns + "Tp")?.Element(ns + "CdOrPrtry")?.Element(ns + "Cd")?.Value.Trim() == code);
        return balance is null ? null : (CamtEntries.SignedAmount(balance), CamtText.DayOf(balance.Element(ns + "Dt")) ?? throw new FormatException());
    }
}

/// <summary>Values of such a file.</summary>
internal static class CamtText
{
    /// <summary>One line without control characters, cut where it is too long; null where nothing is left.</summary>
    public static string? Of(XElement? element, int atMost) => element is null ? null : Clean(element.Value, atMost);

    public static string? Clean(string text, int atMost)
    {
        var line = string.Join(' ', string.Concat(text.Select(sign => char.IsControl(sign) ? ' ' : sign)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? null : line.Length <= atMost ? line : line[..atMost];
    }

    /// <summary>Of <c>Dt</c> or <c>DtTm</c> inside.</summary>
    public static DateOnly? DayOf(XElement? choice) =>
        choice?.Elements().FirstOrDefault(one => one.Name.LocalName is "Dt" or "DtTm") is { } day ? Day(day.Value) : null;

    /// <summary>The bank's own day: what stands there, in whichever zone.</summary>
    public static DateOnly Day(string text) => DateOnly.ParseExact(text.Trim() is { Length: >= 10 } day ? day[..10] : throw new FormatException(), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static bool IsEuro(XElement amount) => amount.Attribute("Ccy")?.Value is null or "EUR";

    public static decimal Amount(XElement amount)
    {
        if (!IsEuro(amount))
        {
            throw new DomainException(ErrorCode.BankFileNotInEuro);
        }

        var value = decimal.Parse(amount.Value.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return value is >= 0m and < 1_000_000_000m && decimal.Round(value, 2) == value ? value : throw new FormatException();
    }
}
