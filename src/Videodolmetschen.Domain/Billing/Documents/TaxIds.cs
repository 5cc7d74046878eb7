using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>Number for value added tax (BT-31, BT-48): the country's prefix, which BR-CO-09 wants, and what the country puts behind it.</summary>
public sealed record VatId
{
    private static readonly Regex Shape = new(@"\A[A-Z]{2}[A-Z0-9+*]{2,13}\z", RegexOptions.NonBacktracking);

    private VatId(string value) => Value = value;

    public string Value { get; }

    public bool IsGerman => Value.StartsWith("DE", StringComparison.Ordinal);

    public static bool TryParse(string? text, [NotNullWhen(true)] out VatId? id)
    {
        var compact = (text ?? "").Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        // Some countries put letters among the digits, none so many that a word would pass.
        var isRight = Shape.IsMatch(compact)
            && compact[2..].Count(char.IsAsciiDigit) > compact[2..].Count(char.IsAsciiLetter)
            && (!compact.StartsWith("DE", StringComparison.Ordinal) || IsRightInGermany(compact));
        id = isRight ? new VatId(compact) : null;
        return isRight;
    }

    /// <exception cref="DomainException"><see cref="ErrorCode.ArgumentInvalid"/>: not of that shape.</exception>
    public static VatId Parse(string text) => TryParse(text, out var id) ? id : throw new DomainException(ErrorCode.ArgumentInvalid);

    public override string ToString() => Value;

    /// <summary>Nine digits, the last of them a check digit (ISO 7064, MOD 11,10).</summary>
    private static bool IsRightInGermany(string id)
    {
        if (id.Length != 11 || !id[2..].All(char.IsAsciiDigit))
        {
            return false;
        }
        var product = 10;
        foreach (var digit in id[2..10])
        {
            var sum = (digit - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10 == id[10] - '0';
    }
}

/// <summary>Steuernummer (BT-32): of a Land, with its strokes ("181/815/08155"), or the thirteen digits that all of Germany uses.</summary>
public sealed record TaxNumber
{
    private static readonly Regex Shape = new(@"\A([0-9]{13}|[0-9]{10,11}|[0-9]{5}/[0-9]{5}|[0-9]{2,3}[/ ][0-9]{3,4}[/ ][0-9]{4,5})\z", RegexOptions.NonBacktracking);

    private TaxNumber(string value) => Value = value;

    public string Value { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out TaxNumber? number)
    {
        number = text is not null && Shape.IsMatch(text) ? new TaxNumber(text) : null;
        return number is not null;
    }

    /// <exception cref="DomainException"><see cref="ErrorCode.ArgumentInvalid"/>: not of that shape.</exception>
    public static TaxNumber Parse(string text) => TryParse(text, out var number) ? number : throw new DomainException(ErrorCode.ArgumentInvalid);

    public override string ToString() => Value;
}
