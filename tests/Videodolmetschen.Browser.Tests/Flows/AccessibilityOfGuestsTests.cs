using Microsoft.Playwright;
using Videodolmetschen.Browser.Tests.Fixtures;

namespace Videodolmetschen.Browser.Tests.Flows;

/// <summary>axe over the guest's page in light, dark, from right to left and at 320 pixels, and over what the others see of it.</summary>
public sealed class AccessibilityOfGuestsTests(LiveService service) : Story(service), IClassFixture<LiveService>
{
    [Fact]
    public async Task No_state_of_a_guests_visit_violates_WCAG_22_AA()
    {
        var (requester, interpreter) = await TalkAsync();
        await requester.ButtonLike("^Gäste").ClickAsync();
        await requester.PressAsync("Link erstellen");
        var link = await requester.Page.GetByLabel("Link für Gast 1").InputValueAsync();
        await requester.Page.IsAccessibleAsync("Guests: dialog with a link");
        await requester.PressAsync("Fertig");

        var guest = await Service.FollowAsync(link);
        await WalkAsync(guest, "light");
        await requester.Page.IsAccessibleAsync("Guests: somebody waits, requester");
        await interpreter.Page.IsAccessibleAsync("Guests: somebody waits, interpreter");
        await requester.PressAsync("Hereinlassen: Gast 1");
        await guest.SeesAsync("requester", "interpreter");
        await guest.IsAccessibleAsync("Guests: call, light");
        await requester.Page.IsAccessibleAsync("Guests: call of three, requester");

        var other = await Service.FollowAsync(await requester.InviteAsync(2), ColorScheme.Dark, "ar");
        await other.SetViewportSizeAsync(320, 640);
        await WalkAsync(other, "dark, right to left, 320 px");
        Assert.Equal("rtl", await other.EvaluateAsync<string>("() => document.documentElement.dir"));
        await requester.PressAsync("Hereinlassen: Gast 2");
        await other.SeesAsync("requester");
        await IsFineAsync(other, "Guests: call, dark, right to left, 320 px");
        await requester.HangUpAsync();
        await other.GetByText("انتهت المحادثة").WaitForAsync();
        await IsFineAsync(other, "Guests: ended, dark, right to left, 320 px");
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

    private static async Task IsFineAsync(IPage guest, string state)
    {
        await guest.IsAccessibleAsync(state);
        await guest.IsNotWiderThanAsync(guest.ViewportSize!.Width, state);
    }

    private async Task<(Person Requester, Person Interpreter)> TalkAsync()
    {
        var interpreter = await Service.SignInAsync("interpreter.somali");
        var requester = await Service.SignInAsync("sozialamt");
        await interpreter.HasASmallCameraAsync();
        await requester.HasASmallCameraAsync();
        await interpreter.GoOnDutyAsync();
        await requester.AskForAsync("Somali");
        await interpreter.AcceptAsync();
        await requester.Page.SeesMovingPictureAsync();
        return (requester, interpreter);
    }
}
