using PdfSharp.Drawing;

namespace Videodolmetschen.Server.Printing;

/// <summary>How wide a text is in millimetres, and where it breaks.</summary>
internal static class TextMeasure
{
    public static double Width(string text, Ink ink)
    {
        using var context = XGraphics.CreateMeasureContext(new XSize(2000, 2000), XGraphicsUnit.Point, XPageDirection.Downwards);
        return context.MeasureString(text, ink.Font).Width * Sheet.MillimetresPerPoint;
    }

    /// <summary>Breaks at blanks; a word that is too long alone is cut.</summary>
    public static IReadOnlyList<string> Wrap(string text, Ink ink, double width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, ink, width)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Width(longer, ink) > width)
            {
                lines.Add(line);
                longer = word;
            }

            line = longer;
        }

        return line.Length > 0 ? [.. lines, line] : lines;
    }

    private static IEnumerable<string> Pieces(string word, Ink ink, double width)
    {
        while (word.Length > 1 && Width(word, ink) > width)
        {
            var fits = Enumerable.Range(1, word.Length - 1).Last(length => length == 1 || Width(word[..length], ink) <= width);
            yield return word[..fits];
            word = word[fits..];
        }

        yield return word;
    }
}
