using Microsoft.Playwright;
using Videodolmetschen.Browser.Tests.Fixtures;

namespace Videodolmetschen.Browser.Tests.Flows;

/// <summary>axe over every workplace, in every state of one live request: in light and in dark, in the colours of the system, and at 320 px (400 % of 1280).</summary>
public sealed class AccessibilityTests(LiveService service) : Story(service), IClassFixture<LiveService>
{
    [Fact]
    public async Task No_state_of_a_live_request_violates_WCAG_22_AA()
    {
        var coordinator = await Service.SignInAsync("disposition");
        var interpreter = await Service.SignInAsync("interpreter.farsi");
        var requester = await Service.SignInAsync("auslaenderbehoerde");
        await interpreter.Page.IsAccessibleInBothThemesAsync("interpreter off duty");
        await interpreter.GoOnDutyAsync();
        await interpreter.SeesAsync("Wir klingeln");
        await interpreter.Page.IsAccessibleInBothThemesAsync("interpreter on duty");
        await requester.ChooseAsync("Farsi");
        await requester.Page.IsAccessibleOnEveryScreenAsync("requester form");
        await requester.PressAsync("Jetzt verbinden");
        await interpreter.IsRungAsync();
        await requester.SeesAsync("Wir suchen für Sie");
        await requester.Page.IsAccessibleOnEveryScreenAsync("requester waiting");
        await coordinator.Page.IsAccessibleOnEveryScreenAsync("coordinator waiting");
        await interpreter.Page.IsAccessibleOnEveryScreenAsync("interpreter offer");
        await interpreter.AcceptAsync();
        await requester.Page.SeesMovingPictureAsync();
        await requester.Page.IsAccessibleOnEveryScreenAsync("requester call");
        await interpreter.Page.IsAccessibleInBothThemesAsync("interpreter call");
        await coordinator.Page.IsAccessibleOnEveryScreenAsync("coordinator session");
        await requester.HangUpAsync();
        await interpreter.SeesAsync("Nachbereitung");
        await interpreter.Page.IsAccessibleOnEveryScreenAsync("interpreter wrap-up");
        await requester.SeesAsync("Gespräch beendet");
        await requester.Page.IsAccessibleOnEveryScreenAsync("requester after the call");
    }

    [Fact]
    public async Task The_sign_in_page_and_the_unserved_request_violate_nothing()
    {
        await using var visitor = await Service.NewContextAsync();
        var signIn = await visitor.NewPageAsync();
        await signIn.GotoAsync("/");
        await signIn.GetByRole(AriaRole.Heading, new() { Name = "Anmelden" }).WaitForAsync();
        await signIn.IsAccessibleAsync("sign-in");
        var requester = await Service.SignInAsync("jugendamt");
        await requester.AskForAsync("Mandinka");
        await requester.SeesAsync("Es wurde niemand gefunden");
        await requester.Page.IsAccessibleAsync("requester unserved");
    }
}
