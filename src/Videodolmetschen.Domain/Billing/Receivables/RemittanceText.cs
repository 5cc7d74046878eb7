namespace Videodolmetschen.Domain.Billing.Receivables;

/// <summary>A Verwendungszweck, in which numbers are found however they were typed: small, with blanks, with other dashes, cut by the bank's line ends.</summary>
public sealed class RemittanceText
{
    private readonly string _signs;
    private readonly bool[] _isGapBefore;

    public RemittanceText(string text)
    {
        var (signs, gaps, isGap) = (new List<char>(), new List<bool>(), true);
        foreach (var sign in text)
        {
            if (char.IsLetterOrDigit(sign))
            {
                signs.Add(char.ToUpperInvariant(sign));
                gaps.Add(isGap);
            }

            isGap = !char.IsLetterOrDigit(sign);
        }

        _signs = string.Concat(signs);
        _isGapBefore = [.. gaps];
    }

    /// <summary>RE-2026-00001 is not in RE-2026-000012, and neither is 2026-00001 in 12026-00001.</summary>
    public bool Names(string number)
    {
        var compact = Compact(number);
        for (var at = compact.Length == 0 ? -1 : Find(compact, 0); at >= 0; at = Find(compact, at + 1))
        {
            var end = at + compact.Length;
            var goesOn = end < _signs.Length && !_isGapBefore[end] && char.IsDigit(_signs[end]);
            var beganBefore = at > 0 && !_isGapBefore[at] && char.IsDigit(_signs[at - 1]) && char.IsDigit(compact[0]);
            if (!goesOn && !beganBefore)
            {
                return true;
            }
        }

        return false;
    }

    public static string Compact(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private int Find(string compact, int from) => from > _signs.Length ? -1 : _signs.IndexOf(compact, from, StringComparison.Ordinal);
}
