using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Videodolmetschen.Server.Printing;

/// <summary>
/// The library draws lots for the ids of a file and for the prefixes of its fonts. They are replaced, length for length, by what follows from the content, so that
/// the same document is the same bytes.
/// </summary>
internal static partial class FixedIds
{
    public static byte[] In(byte[] pdf)
    {
        // Latin 1 has a letter for each byte, so nothing else is changed.
        var text = Encoding.Latin1.GetString(pdf);
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.Latin1.GetBytes(Replace(text, new string('0', 64)))));
        return Encoding.Latin1.GetBytes(Replace(text, hash));
    }

    private static string Replace(string text, string hash)
    {
        var uuid = $"{hash[..8]}-{hash[8..12]}-{hash[12..16]}-{hash[16..20]}-{hash[20..32]}".ToLowerInvariant();
        text = FileId().Replace(text, $"/ID[<{hash[..32]}><{hash[..32]}>]");
        text = Uuid().Replace(text, $"uuid:{uuid}");
        var prefixes = new Dictionary<string, string>(StringComparer.Ordinal);
        return FontPrefix().Replace(text, match => Prefix(match.Groups[1].Value, prefixes) + match.Groups[2].Value);
    }

    /// <summary>Six letters, others for each font, in the order in which they come.</summary>
    private static string Prefix(string drawn, Dictionary<string, string> prefixes)
    {
        if (!prefixes.TryGetValue(drawn, out var prefix))
        {
            prefix = $"VIDEO{(char)('A' + prefixes.Count)}";
            prefixes.Add(drawn, prefix);
        }

        return prefix;
    }

    [GeneratedRegex("/ID\\[<[0-9A-F]{32}><[0-9A-F]{32}>\\]", RegexOptions.None, 1000)]
    private static partial Regex FileId();

    [GeneratedRegex("uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.None, 1000)]
    private static partial Regex Uuid();

    [GeneratedRegex(@"(?<=/)([A-Z]{6})(\+Fira#20Sans)", RegexOptions.None, 1000)]
    private static partial Regex FontPrefix();
}
