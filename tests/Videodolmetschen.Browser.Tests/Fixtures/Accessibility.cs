using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Videodolmetschen.Browser.Tests.Fixtures;

internal static class Accessibility
{
    private static readonly AxeRunOptions Wcag22AA = new()
    {
        RunOnly = new RunOnlyOptions
        {
            Type = "tag",
            Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        },
    };

    /// <summary>axe finds no violation of WCAG 2.2 AA on the page as it stands; the picture is kept beside.</summary>
    public static async Task IsAccessibleAsync(this IPage page, string state)
    {
        await page.PictureAsync(state);
        var result = await page.RunAxe(Wcag22AA);
        var violations = result.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help} ({string.Join(" | ", violation.Nodes.Select(node => node.Html))})");
        Assert.True(result.Violations.Length == 0, $"{state}: {string.Join('\n', violations)}");
    }
}
