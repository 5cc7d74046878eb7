using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Videodolmetschen.Browser.Tests.Fixtures;

internal static class Accessibility
{
    private static readonly string[] Wcag22AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    /// <summary>axe finds no violation of WCAG 2.2 AA on the page as it stands; the picture is kept beside.</summary>
    public static Task IsAccessibleAsync(this IPage page, string state) => IsAccessibleAsync(page, state, []);

    /// <summary>
    /// As above while a list or menu is open. The component hides the rest of the page, its heading and its landmarks from screen readers
    /// meanwhile (aria-hidden); the Tab key, which would still reach it, closes the list first, but axe cannot know that.
    /// </summary>
    public static Task IsAccessibleWithOpenListAsync(this IPage page, string state) =>
        IsAccessibleAsync(page, state, ["aria-hidden-focus", "page-has-heading-one", "region"]);

    /// <summary>Nothing needs scrolling to both sides.</summary>
    public static async Task IsNotWiderThanAsync(this IPage page, int pixels, string state)
    {
        var width = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        Assert.True(width <= pixels, $"{state}: {width} px wide");
    }

    private static async Task IsAccessibleAsync(IPage page, string state, string[] except)
    {
        await page.PictureAsync(state);
        var result = await page.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. Wcag22AA] },
            Rules = except.ToDictionary(rule => rule, _ => new RuleOptions { Enabled = false }),
        });
        var violations = result.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help} ({string.Join(" | ", violation.Nodes.Select(node => node.Html))})");
        Assert.True(result.Violations.Length == 0, $"{state}: {string.Join('\n', violations)}");
    }
}
