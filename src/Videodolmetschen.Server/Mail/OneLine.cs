using System.Globalization;
using System.Text;

namespace Videodolmetschen.Server.Mail;

/// <summary>Text for a header: whatever could end a line, or cannot be seen, becomes a space, so nobody writes headers of their own.</summary>
internal static class OneLine
{
    public static string Of(string text, int atMost = 200)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isSpace = Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
            if (!isSpace)
            {
                line.Append(rune);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        var whole = line.ToString().Trim();
        return whole.Length <= atMost ? whole : string.Concat(whole.AsSpan(0, atMost - 1).TrimEnd(), "…");
    }
}
