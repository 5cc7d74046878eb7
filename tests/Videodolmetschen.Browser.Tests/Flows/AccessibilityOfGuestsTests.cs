using Microsoft.Playwright;
using Videodolmetschen.Browser.Tests.Fixtures;

namespace Videodolmetschen.Browser.Tests.Flows;

/// <summary>axe over the guest's page in light, dark, from right to left and at 320 pixels, and over what the others see of it.</summary>
public sealed class AccessibilityOfGuestsTests(LiveService service) : Story(service), IClassFixture<LiveService>
{
    [Theory]
    [InlineData(ColorScheme.Light, "de", 1280, "sozialamt", "Somali", "Das Gespräch ist beendet")]
    [InlineData(ColorScheme.Dark, "ar", 320, "jugendamt", "Vietnamesisch", "انتهت المحادثة")]
    public async Task No_state_of_a_guests_visit_violates_WCAG_22_AA(ColorScheme scheme, string locale, int width, string host, string language, string over)
    {
        var how = $"{scheme}, {locale}, {width} px";
        var (requester, interpreter) = await TalkAsync(host, language);
        var guest = await Service.FollowAsync(await requester.InviteAsync(1), scheme, locale);
        await guest.SetViewportSizeAsync(width, 800);
        await WalkAsync(guest, how);
        Assert.Equal(locale == "ar" ? "rtl" : "ltr", await guest.EvaluateAsync<string>("() => document.documentElement.dir"));
        await requester.PressAsync("Hereinlassen: Gast 1");
        await guest.SeesAsync("requester", "interpreter");
        await IsFineAsync(guest, $"Guests: call, {how}");
        await OpensAsync(guest, ".call-controls button:nth-last-child(3)", $"Guests: devices, {how}");
        await OpensAsync(guest, ".call-chip", $"Guests: safety code, {how}");
        await requester.ButtonLike("^Halten").ClickAsync();
        await guest.Locator(".guest-pause").WaitForAsync();
        await IsFineAsync(guest, $"Guests: on hold, {how}");
        await interpreter.HangUpAsync();
        await guest.GetByText(over).WaitForAsync();
        await IsFineAsync(guest, $"Guests: ended, {how}");
    }

    [Fact]
    public async Task What_the_others_see_of_a_guest_violates_nothing()
    {
        var (requester, interpreter) = await TalkAsync("asyl", "Georgisch");
        await requester.ButtonLike("^Gäste").ClickAsync();
        await requester.PressAsync("Link erstellen");
        var link = await requester.Page.GetByLabel("Link für Gast 1").InputValueAsync();
        await requester.Page.IsAccessibleAsync("Guests: dialog with a link");
        await requester.PressAsync("Fertig");
        var guest = await Service.FollowAsync(link);
        await guest.KnocksAsync();
        await interpreter.SeesAsync("wartet im Warteraum");
        await requester.Page.IsAccessibleAsync("Guests: somebody waits, requester");
        await interpreter.Page.IsAccessibleAsync("Guests: somebody waits, interpreter");
        await requester.PressAsync("Hereinlassen: Gast 1");
        await requester.Page.SeesAsync("interpreter", "guest_1");
        await requester.Page.IsAccessibleAsync("Guests: call of three, requester");
        await requester.HangUpAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_refusal_violates_nothing(ColorScheme scheme)
    {
        var guest = await Service.FollowAsync("/gast", scheme);
        await guest.GetByText("Dieser Link gilt nicht mehr").WaitForAsync();
        await guest.IsAccessibleAsync($"Guests: refused, {scheme}");
    }

    private static async Task WalkAsync(IPage guest, string how)
    {
        await IsFineAsync(guest, $"Guests: hello, {how}");
        await guest.GoesOnAsync();
        await IsFineAsync(guest, $"Guests: camera and microphone, {how}");
        await guest.TurnsOnCameraAndMicrophoneAsync();
        await IsFineAsync(guest, $"Guests: camera and microphone are on, {how}");
        await guest.GoesOnAsync();
        await IsFineAsync(guest, $"Guests: ready, {how}");
        await guest.GoesOnAsync();
        await guest.Locator(".guest-where").WaitForAsync();
        await IsFineAsync(guest, $"Guests: waiting room, {how}");
    }

    private static async Task OpensAsync(IPage guest, string button, string state)
    {
        await guest.Locator(button).ClickAsync();
        await guest.GetByRole(AriaRole.Dialog).WaitForAsync();
        await IsFineAsync(guest, state);
        await guest.Keyboard.PressAsync("Escape");
        await guest.GetByRole(AriaRole.Dialog).WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    private static async Task IsFineAsync(IPage guest, string state)
    {
        await guest.IsAccessibleAsync(state);
        await guest.IsNotWiderThanAsync(guest.ViewportSize!.Width, state);
    }

    private async Task<(Person Requester, Person Interpreter)> TalkAsync(string host, string language)
    {
        var interpreter = await Service.SignInAsync("interpreter." + language.ToLowerInvariant());
        var requester = await Service.SignInAsync(host);
        await interpreter.GoOnDutyAsync();
        await requester.AskForAsync(language);
        await interpreter.AcceptAsync();
        await requester.Page.SeesMovingPictureAsync();
        return (requester, interpreter);
    }
}
