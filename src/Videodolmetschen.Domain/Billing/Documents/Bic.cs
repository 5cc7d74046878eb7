using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>A bank (BT-86, ISO 9362): eight or eleven signs.</summary>
public sealed record Bic
{
    private static readonly Regex Shape = new(@"\A[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?\z", RegexOptions.NonBacktracking);

    private Bic(string value) => Value = value;

    public string Value { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out Bic? bic)
    {
        var compact = (text ?? "").Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        bic = Shape.IsMatch(compact) ? new Bic(compact) : null;
        return bic is not null;
    }

    /// <exception cref="DomainException"><see cref="ErrorCode.ArgumentInvalid"/>: not of that shape.</exception>
    public static Bic Parse(string text) => TryParse(text, out var bic) ? bic : throw new DomainException(ErrorCode.ArgumentInvalid);

    public override string ToString() => Value;
}
