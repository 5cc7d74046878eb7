using Microsoft.Playwright;
using Videodolmetschen.Browser.Tests.Fixtures;

namespace Videodolmetschen.Browser.Tests.Flows;

/// <summary>axe over every workplace, in every state of one live request, in light and in dark.</summary>
public sealed class AccessibilityTests(LiveService service) : Story(service), IClassFixture<LiveService>
{
    [Theory]
    [InlineData("Hell", "interpreter.farsi", "auslaenderbehoerde", "Farsi")]
    [InlineData("Dunkel", "interpreter.russisch", "asyl", "Russisch")]
    public async Task No_state_of_a_live_request_violates_WCAG_22_AA(string theme, string interpreterName, string requesterName, string language)
    {
        var coordinator = await Service.SignInAsync("disposition");
        var interpreter = await Service.SignInAsync(interpreterName);
        var requester = await Service.SignInAsync(requesterName);
        foreach (var person in new[] { coordinator, interpreter, requester })
        {
            await person.Page.EmulateMediaAsync(new() { ColorScheme = theme == "Hell" ? ColorScheme.Light : ColorScheme.Dark });
        }

        await interpreter.Page.IsAccessibleAsync($"{theme} interpreter off duty");
        await interpreter.GoOnDutyAsync();
        await interpreter.SeesAsync("Wir klingeln");
        await interpreter.Page.IsAccessibleAsync($"{theme} interpreter on duty");
        await requester.Page.IsAccessibleAsync($"{theme} requester form");
        await requester.AskForAsync(language);
        await interpreter.IsRungAsync();
        await Task.WhenAll(
            interpreter.Page.IsAccessibleAsync($"{theme} interpreter offer"),
            requester.Page.IsAccessibleAsync($"{theme} requester waiting"),
            coordinator.Page.IsAccessibleAsync($"{theme} coordinator waiting"));
        await interpreter.AcceptAsync();
        await requester.Page.SeesMovingPictureAsync();
        await requester.Page.IsAccessibleAsync($"{theme} requester call");
        await interpreter.Page.IsAccessibleAsync($"{theme} interpreter call");
        await coordinator.Page.IsAccessibleAsync($"{theme} coordinator session");
        await requester.HangUpAsync();
        await interpreter.SeesAsync("Nachbereitung");
        await interpreter.Page.IsAccessibleAsync($"{theme} interpreter wrap-up");
        await requester.Page.IsAccessibleAsync($"{theme} requester after the call");
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
