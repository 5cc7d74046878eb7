using Microsoft.Playwright;
using Videodolmetschen.Browser.Tests.Fixtures;

namespace Videodolmetschen.Browser.Tests.Flows;

/// <summary>The main states at 320 px (400 % of 1280) and in the colours of the system.</summary>
public sealed class AccessibilityOfScreensTests(LiveService service) : Story(service), IClassFixture<LiveService>
{
    [Theory]
    [InlineData("narrow", "interpreter.albanisch", "auslaenderbehoerde", "Albanisch")]
    [InlineData("forced colours", "interpreter.ukrainisch", "asyl", "Ukrainisch")]
    public async Task No_main_state_violates_anything_on_a_screen_of_its_own_kind(string kind, string interpreterName, string requesterName, string language)
    {
        var coordinator = await OnAsync(kind, "disposition");
        var interpreter = await OnAsync(kind, interpreterName);
        var requester = await OnAsync(kind, requesterName);
        await interpreter.GoOnDutyAsync();
        await requester.ChooseAsync(language);
        await LooksAsync(kind, "requester form", requester);
        await requester.PressAsync("Jetzt verbinden");
        await interpreter.IsRungAsync();
        await LooksAsync(kind, "interpreter offer", interpreter);
        await LooksAsync(kind, "requester waiting", requester);
        await LooksAsync(kind, "coordinator waiting", coordinator);
        await interpreter.AcceptAsync();
        await requester.Page.SeesMovingPictureAsync();
        await LooksAsync(kind, "requester call", requester);
        await LooksAsync(kind, "coordinator session", coordinator);
        await requester.HangUpAsync();
        await interpreter.SeesAsync("Nachbereitung");
        await LooksAsync(kind, "interpreter wrap-up", interpreter);
        await LooksAsync(kind, "requester after the call", requester);
    }

    private async Task<Person> OnAsync(string kind, string name)
    {
        var person = await Service.SignInAsync(name);
        if (kind == "narrow")
        {
            await person.Page.SetViewportSizeAsync(320, 720);
        }
        else
        {
            await person.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        }

        return person;
    }

    private static async Task LooksAsync(string kind, string state, Person person)
    {
        await person.Page.IsAccessibleAsync($"{kind} {state}");
        if (kind == "narrow")
        {
            await person.Page.IsNotWiderThanAsync(320, $"{kind} {state}");
        }
    }
}
