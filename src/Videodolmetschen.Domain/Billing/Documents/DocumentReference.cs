using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>
/// A number of a document, an order, a contract, a cost centre, a party. Not a text: no blanks, at least one digit, so that a
/// sentence or a name cannot become one by mistake (no data about anybody's health or benefits may reach the invoice platforms, GERMANY.md 3.6).
/// </summary>
public sealed record DocumentReference
{
    private static readonly Regex Shape = new(@"\A[A-Za-z0-9][A-Za-z0-9./_:-]*\z", RegexOptions.NonBacktracking);

    /// <summary>As long as a Leitweg-ID may be.</summary>
    public const int MaxLength = 46;

    private DocumentReference(string value) => Value = value;

    public string Value { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out DocumentReference? reference)
    {
        reference = text is { Length: <= MaxLength } && Shape.IsMatch(text) && text.Any(char.IsAsciiDigit) ? new DocumentReference(text) : null;
        return reference is not null;
    }

    /// <exception cref="DomainException"><see cref="ErrorCode.ArgumentInvalid"/>: not of that shape.</exception>
    public static DocumentReference Parse(string text) =>
        TryParse(text, out var reference) ? reference : throw new DomainException(ErrorCode.ArgumentInvalid);

    public override string ToString() => Value;
}
