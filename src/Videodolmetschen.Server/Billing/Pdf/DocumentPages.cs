using Videodolmetschen.Domain.Billing.Documents;

namespace Videodolmetschen.Server.Billing.Pdf;

/// <summary>One page's lines, and what those before it add up to.</summary>
internal sealed record DocumentPage(IReadOnlyList<DocumentLine> Lines, decimal Carried)
{
    /// <summary>Sum up to the end of this page.</summary>
    public decimal Sum => Carried + Lines.Sum(line => line.Net);
}

/// <summary>Which lines stand on which page. Measured before anything is drawn, because each page says how many there are.</summary>
internal static class DocumentPages
{
    /// <summary>Where the table begins on a page that is not the first.</summary>
    public const double NextTop = 36;

    /// <param name="firstTop">Where the table begins on the first page.</param>
    /// <param name="end">Height of what must stand on the last page together with a line at least.</param>
    public static IReadOnlyList<DocumentPage> Of(IReadOnlyList<DocumentLine> lines, double firstTop, double end)
    {
        var pages = new List<List<DocumentLine>> { new() };
        var y = firstTop + LineTable.HeadHeight;
        foreach (var line in lines)
        {
            var height = LineTable.HeightOf(line);
            if (pages[^1].Count > 0 && y + height + LineTable.CarryHeight > DocumentFoot.Top)
            {
                pages.Add([]);
                y = Begin;
            }

            pages[^1].Add(line);
            y += height;
        }

        if (y + end > DocumentFoot.Top && pages[^1].Count > 1)
        {
            var last = pages[^1][^1];
            pages[^1].RemoveAt(pages[^1].Count - 1);
            pages.Add([last]);
        }
        else if (y + end > DocumentFoot.Top)
        {
            pages.Add([]);
        }

        var carried = 0m;
        return [.. pages.Select(page => (Page: page, Before: carried, After: carried += page.Sum(line => line.Net))).Select(one => new DocumentPage(one.Page, one.Before))];
    }

    private static double Begin => NextTop + LineTable.HeadHeight + LineTable.CarryHeight;
}
