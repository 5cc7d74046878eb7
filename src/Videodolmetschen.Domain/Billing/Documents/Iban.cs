using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>An account that can be paid to (BT-84), with right check digits (ISO 13616; so BR-DE-19 never has anything to say).</summary>
public sealed record Iban
{
    private static readonly Regex Shape = new(@"\A[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}\z", RegexOptions.NonBacktracking);

    private Iban(string value) => Value = value;

    /// <summary>Without blanks, in capitals.</summary>
    public string Value { get; }

    /// <summary>People write it in groups of four and in small letters.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Iban? iban)
    {
        var compact = (text ?? "").Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        var isRight = Shape.IsMatch(compact)
            && (!compact.StartsWith("DE", StringComparison.Ordinal) || compact.Length == 22)
            && compact[2..4] is not ("00" or "01" or "99") // The same remainder as 97, 98 and 02, and never given out.
            && Mod97.Of(compact[4..] + compact[..4]) == 1;
        iban = isRight ? new Iban(compact) : null;
        return isRight;
    }

    /// <exception cref="DomainException"><see cref="ErrorCode.ArgumentInvalid"/>: not an IBAN.</exception>
    public static Iban Parse(string text) => TryParse(text, out var iban) ? iban : throw new DomainException(ErrorCode.ArgumentInvalid);

    public override string ToString() => Value;
}
