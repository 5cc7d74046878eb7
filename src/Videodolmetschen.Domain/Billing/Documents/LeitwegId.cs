using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>What is wrong with something that was entered as a Leitweg-ID.</summary>
public enum LeitwegVerdict
{
    Valid,
    /// <summary>Not coarse address, optional fine address, two check digits.</summary>
    WrongShape,
    /// <summary>The official rules do not check them, so nobody else would notice before the invoice is lost.</summary>
    WrongCheckDigits,
}

/// <summary>Where a public body wants its invoices (BT-10): coarse address, fine address, check digits (KoSIT's Formatspezifikation Leitweg-ID).</summary>
public sealed record LeitwegId
{
    // ASCII only: \d would take the digits of other scripts, and $ a line break behind the end.
    private static readonly Regex Shape = new(@"\A[0-9]{2,12}(-[A-Za-z0-9]{1,30})?-[0-9]{2}\z", RegexOptions.NonBacktracking);

    private LeitwegId(string value) => Value = value;

    public string Value { get; }

    public static LeitwegVerdict Judge(string? text) =>
        text is null || !Shape.IsMatch(text) ? LeitwegVerdict.WrongShape
        : text[^2..] == CheckDigitsOf(text[..^3]) ? LeitwegVerdict.Valid
        : LeitwegVerdict.WrongCheckDigits;

    public static bool TryParse(string? text, [NotNullWhen(true)] out LeitwegId? id)
    {
        id = Judge(text) == LeitwegVerdict.Valid ? new LeitwegId(text!) : null;
        return id is not null;
    }

    /// <summary>The two digits that belong behind the coarse and the fine address: "04011000-12345" has 03.</summary>
    public static string CheckDigitsOf(string body) =>
        (98 - Mod97.Of(body.Replace("-", "", StringComparison.Ordinal) + "00")).ToString("00", CultureInfo.InvariantCulture);

    public override string ToString() => Value;
}
