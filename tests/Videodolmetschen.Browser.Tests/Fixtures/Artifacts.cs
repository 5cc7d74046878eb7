using Microsoft.Playwright;

namespace Videodolmetschen.Browser.Tests.Fixtures;

/// <summary>Pictures for the person who looks at a run: every page state, and the last state of a failed test.</summary>
internal static class Artifacts
{
    private static readonly string Folder = Path.Combine(Repository.Root, "test-artifacts");

    public static Task PictureAsync(this IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png"), FullPage = true });
}
