using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Videodolmetschen.Browser.Tests.Fixtures;

internal static class Accessibility
{
    /// <summary>What another theme can change: nothing but colours. The rest of the rules has seen the same page a moment before.</summary>
    private static readonly string[] OfColours = ["color-contrast", "link-in-text-block"];

    private static readonly string[] Wcag22AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    /// <summary>axe finds no violation of WCAG 2.2 AA on the page as it stands; a picture is kept beside when asked for.</summary>
    public static Task IsAccessibleAsync(this IPage page, string state) => IsAccessibleAsync(page, state, []);

    public static async Task IsAccessibleInBothThemesAsync(this IPage page, string state)
    {
        await page.IsAccessibleAsync(state);
        await page.IsAccessibleAsync($"{state}, dark", new() { ColorScheme = ColorScheme.Dark });
    }

    /// <summary>In both themes, in the colours of the system, and narrow.</summary>
    public static async Task IsAccessibleOnEveryScreenAsync(this IPage page, string state)
    {
        await page.IsAccessibleInBothThemesAsync(state);
        await page.IsAccessibleAsync($"{state}, forced colours", new() { ForcedColors = ForcedColors.Active });
        var (width, height) = (page.ViewportSize!.Width, page.ViewportSize.Height);
        await page.SetViewportSizeAsync(320, 720);
        await IsAccessibleAsync(page, $"{state}, narrow", OfColours);
        await page.IsNotWiderThanAsync(320, state);
        await page.SetViewportSizeAsync(width, height);
    }

    /// <summary>On every screen, from the top: what lies half under the header is too small to press, wherever a story happens to have scrolled.</summary>
    public static async Task LooksGoodAsync(this IPage page, string state)
    {
        await page.EvaluateAsync("() => scrollTo(0, 0)");
        await page.IsAccessibleOnEveryScreenAsync(state);
    }

    private static async Task IsAccessibleAsync(this IPage page, string state, PageEmulateMediaOptions media)
    {
        await page.EmulateMediaAsync(media);
        await IsAccessibleAsync(page, state, [], OfColours);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ForcedColors = ForcedColors.None });
        await page.IsPaintedAsync();
    }

    // A colour that is still on its way has a contrast that nobody sees.
    private static Task IsPaintedAsync(this IPage page) => page.EvaluateAsync(
        """
        async () => {
          const wait = time => new Promise(done => setTimeout(done, time));
          const frame = () => Promise.race([new Promise(requestAnimationFrame), wait(250)]);
          const moves = one => one.playState === 'running' && one.effect.getComputedTiming().endTime !== Infinity;
          await frame();
          await frame();
          for (let tries = 0; tries < 100 && document.getAnimations().some(moves); tries++) await wait(20);
          await frame();
        }
        """);

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

    // Run in the page itself: the package for Playwright opens another page for every result, which takes longer than the rules.
    private static async Task IsAccessibleAsync(IPage page, string state, string[] except, string[]? only = null)
    {
        await page.IsPaintedAsync();
        await page.PictureAsync(state);
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
        }

        var violations = await page.EvaluateAsync<string[]>(
            """
            ([tags, except, only]) => axe
              .run(document, {
                resultTypes: ['violations'],
                runOnly: only ? { type: 'rule', values: only } : { type: 'tag', values: tags },
                rules: Object.fromEntries(except.map(rule => [rule, { enabled: false }])),
              })
              .then(({ violations }) => violations.map(one => `${one.id}: ${one.help} (${one.nodes.map(node => node.html).join(' | ')})`))
            """,
            new[] { Wcag22AA, except, only });
        Assert.True(violations.Length == 0, $"{state}: {string.Join('\n', violations)}");
    }
}
