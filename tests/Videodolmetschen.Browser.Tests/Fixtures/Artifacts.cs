using Microsoft.Playwright;

namespace Videodolmetschen.Browser.Tests.Fixtures;

/// <summary>Pictures for the person who looks at a run, in <c>test-artifacts</c>.</summary>
internal static class Artifacts
{
    private static readonly string Folder = Path.Combine(Repository.Root, "test-artifacts");
    private static readonly bool AreWanted = Environment.GetEnvironmentVariable("PICTURES") is not (null or "");

    /// <summary>Of a state on the way, when <c>PICTURES</c> is set: they cost a tenth of the run.</summary>
    public static Task PictureAsync(this IPage page, string name) => AreWanted ? page.LastPictureAsync(name) : Task.CompletedTask;

    /// <summary>Of where a story failed.</summary>
    public static Task LastPictureAsync(this IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png"), FullPage = true });
}
