using System.Globalization;
using Microsoft.Playwright;

namespace Videodolmetschen.Browser.Tests.Fixtures;

/// <summary>What happens around a guest: the link, the three steps, and who sees whom.</summary>
internal static class Guests
{
    /// <summary>Makes a link in the call, and reads it off the dialog.</summary>
    public static async Task<string> InviteAsync(this Person requester, int number)
    {
        await requester.ButtonLike("^Gäste").ClickAsync();
        await requester.PressAsync("Link erstellen");
        var link = await requester.Page.GetByLabel($"Link für Gast {number}").InputValueAsync();
        await requester.PressAsync("Fertig");
        return link;
    }

    /// <summary>Opens the link in a browser of the guest's own: the first of three steps.</summary>
    public static async Task<IPage> FollowAsync(this LiveService service, string link, ColorScheme scheme = ColorScheme.Light, string locale = "de-DE")
    {
        var context = await service.NewContextAsync();
        await context.AddInitScriptAsync($"Object.defineProperty(navigator, 'languages', {{ get: () => ['{locale}'] }})");
        var page = await context.NewPageAsync();
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await page.GotoAsync(link);
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
        return page;
    }

    /// <summary>The way on is always the first large button, in every language.</summary>
    public static Task GoesOnAsync(this IPage guest) => guest.Locator(".guest-actions .kern-btn--primary").ClickAsync();

    public static async Task TurnsOnCameraAndMicrophoneAsync(this IPage guest)
    {
        await guest.GoesOnAsync();
        await guest.GetByTestId("local-video").WaitForAsync();
        await guest.GetByRole(AriaRole.Meter).Or(guest.Locator("meter")).First.WaitForAsync();
    }

    public static ILocator Button(this IPage guest, string name) => guest.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Chooses the last of the cameras, and returns once its picture is the own one.</summary>
    public static async Task TakesAnotherCameraAsync(this IPage guest)
    {
        const string Used = "document.querySelector('[data-testid=local-video]').srcObject.getVideoTracks()[0]?.getSettings().deviceId";
        var cameras = guest.GetByLabel("Kamera", new() { Exact = true });
        var other = await cameras.Locator("option").Last.GetAttributeAsync("value");
        Assert.NotEqual(other, await guest.EvaluateAsync<string>($"() => {Used}"));
        await cameras.SelectOptionAsync(other!);
        await guest.WaitForFunctionAsync($"other => {Used} === other", other);
    }

    /// <summary>All three steps: into the waiting room.</summary>
    public static async Task KnocksAsync(this IPage guest)
    {
        await guest.GoesOnAsync();
        await guest.TurnsOnCameraAndMicrophoneAsync();
        await guest.GoesOnAsync();
        await guest.GoesOnAsync();
        await guest.Locator(".guest-where").WaitForAsync();
    }

    /// <summary>More frames of somebody on this seat are decoded than there were.</summary>
    public static async Task SeesAsync(this IPage page, params string[] seats)
    {
        foreach (var seat in seats)
        {
            var frames = $"document.querySelector('video[data-seat=\"{seat}\"]')?.getVideoPlaybackQuality().totalVideoFrames ?? 0";
            await page.WaitForFunctionAsync($"() => ({frames}) > 0");
            var before = await page.EvaluateAsync<int>($"() => {frames}");
            await page.WaitForFunctionAsync(string.Create(CultureInfo.InvariantCulture, $"() => ({frames}) >= {before + 5}"));
        }
    }
}
