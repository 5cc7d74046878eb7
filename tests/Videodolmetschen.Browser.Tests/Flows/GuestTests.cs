using Microsoft.Playwright;
using Videodolmetschen.Browser.Tests.Fixtures;

namespace Videodolmetschen.Browser.Tests.Flows;

/// <summary>Somebody without an account comes by a link, waits, and is in the call with the two others.</summary>
public sealed class GuestTests(LiveService service) : Story(service), IClassFixture<LiveService>
{
    [Fact]
    public async Task A_guest_is_let_in_from_the_waiting_room_and_all_three_see_each_other()
    {
        var (requester, interpreter) = await TalkAsync("auslaenderbehoerde", "interpreter.tigrinya", "Tigrinya");
        var guest = await Service.FollowAsync(await requester.InviteAsync(1));
        Assert.DoesNotContain("#", guest.Url, StringComparison.Ordinal);
        await guest.KnocksAsync();
        await interpreter.SeesAsync("Gast 1 (Gesprächspartner/in) wartet im Warteraum.");
        Assert.Equal(1, await requester.Page.GetByTestId("remote-video").CountAsync());
        await requester.PressAsync("Hereinlassen: Gast 1");
        await AllSeeEachOtherAsync(requester, interpreter, guest);
        await guest.ReloadAsync();
        await AllSeeEachOtherAsync(requester, interpreter, guest);
        await ChangesTheCameraUnnoticedAsync(requester, guest);
        await ComparesTheCodeAsync(requester, guest);
        await IsInAHoldAsync(requester, interpreter, guest);
        await requester.ButtonLike("^Gäste").ClickAsync();
        await requester.PressAsync("Entfernen: Gast 1");
        await guest.GetByText("Sie sind nicht mehr im Gespräch").WaitForAsync();
        await requester.PressAsync("Fertig");
        await requester.Page.SeesMovingPictureAsync();
        await interpreter.Page.SeesMovingPictureAsync();
        await requester.HangUpAsync();
    }

    [Fact]
    public async Task A_link_opens_once_and_what_a_guest_writes_reaches_both_others()
    {
        var (requester, interpreter) = await TalkAsync("asyl", "interpreter.arabisch", "Arabisch");
        var link = await requester.InviteAsync(1);
        var (guest, stranger) = (await Service.FollowAsync(link), await Service.FollowAsync(link));
        await guest.KnocksAsync();
        await stranger.GoesOnAsync();
        await stranger.TurnsOnCameraAndMicrophoneAsync();
        await stranger.GoesOnAsync();
        await stranger.GoesOnAsync();
        await stranger.GetByText("Dieser Link gilt nicht mehr").WaitForAsync();
        await requester.PressAsync("Hereinlassen: Gast 1");
        await guest.SeesAsync("requester", "interpreter");
        await guest.GetByRole(AriaRole.Button, new() { Name = "Schreiben" }).ClickAsync();
        await guest.GetByLabel("Nachricht").FillAsync("Straße des Friedens 7");
        await guest.GetByRole(AriaRole.Button, new() { Name = "Senden" }).ClickAsync();
        foreach (var reader in new[] { requester, interpreter })
        {
            await reader.ButtonLike("Schreiben").ClickAsync();
            await reader.SeesAsync("Straße des Friedens 7");
        }

        await interpreter.HangUpAsync();
        await guest.GetByText("Das Gespräch ist beendet").WaitForAsync();
    }

    private static async Task ChangesTheCameraUnnoticedAsync(Person requester, IPage guest)
    {
        var before = await guest.DescriptionsAsync();
        await guest.Button("Geräte").ClickAsync();
        await guest.TakesAnotherCameraAsync();
        await guest.Keyboard.PressAsync("Escape");
        await requester.Page.SeesAsync("guest_1");
        Assert.Equal(before, await guest.DescriptionsAsync());
    }

    /// <summary>Each two have their own code: that with the requester is not that with the interpreter.</summary>
    private static async Task ComparesTheCodeAsync(Person requester, IPage guest)
    {
        await requester.PressAsync("Sicherheitscode vergleichen");
        var read = await requester.Page.GetByRole(AriaRole.Dialog).Locator("div", new() { HasText = "Mit Gast 1" }).Last.Locator(".safety-code").InnerTextAsync();
        await requester.Page.Keyboard.PressAsync("Escape");
        await guest.Button("Sicherheitscode").ClickAsync();
        var codes = await guest.Locator(".guest-code").AllInnerTextsAsync();
        Assert.Equal(2, codes.Count);
        Assert.Single(codes, code => code.Contains(read, StringComparison.Ordinal) && code.Contains("Ausländerbehörde", StringComparison.Ordinal));
        foreach (var _ in codes)
        {
            await guest.Button("Die Zahlen sind gleich").First.ClickAsync();
        }

        await guest.Button("Schließen").ClickAsync();
        await guest.Button("Geprüft. Niemand sonst hört zu.").WaitForAsync();
    }

    private static async Task IsInAHoldAsync(Person requester, Person interpreter, IPage guest)
    {
        await interpreter.ButtonLike("^Halten").ClickAsync();
        await guest.GetByText("Kurze Pause. Gerade sieht und hört Sie niemand.").WaitForAsync();
        foreach (var page in new[] { requester.Page, interpreter.Page, guest })
        {
            await page.SendsNothingAsync(2);
        }

        await interpreter.PressAsync("Weitersprechen");
        await AllSeeEachOtherAsync(requester, interpreter, guest);
    }

    private static async Task AllSeeEachOtherAsync(Person requester, Person interpreter, IPage guest)
    {
        await requester.Page.SeesAsync("interpreter", "guest_1");
        await interpreter.Page.SeesAsync("requester", "guest_1");
        await guest.SeesAsync("requester", "interpreter");
    }

    private async Task<(Person Requester, Person Interpreter)> TalkAsync(string requesterName, string interpreterName, string language)
    {
        var interpreter = await Service.SignInAsync(interpreterName);
        var requester = await Service.SignInAsync(requesterName);
        await interpreter.GoOnDutyAsync();
        await requester.AskForAsync(language);
        await interpreter.AcceptAsync();
        await requester.Page.SeesMovingPictureAsync();
        return (requester, interpreter);
    }
}
