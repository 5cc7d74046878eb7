namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>The remainder that check digits of Leitweg-IDs and IBANs are made from (ISO 7064, MOD 97-10).</summary>
internal static class Mod97
{
    /// <summary>Letters count as two digits, A = 10 to Z = 35, in either case.</summary>
    public static int Of(string digitsAndLetters)
    {
        var rest = 0;
        foreach (var sign in digitsAndLetters)
        {
            rest = char.IsAsciiDigit(sign)
                ? (rest * 10 + (sign - '0')) % 97
                : (rest * 100 + (char.ToUpperInvariant(sign) - 'A' + 10)) % 97;
        }
        return rest;
    }
}
