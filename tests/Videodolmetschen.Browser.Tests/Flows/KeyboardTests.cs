using Videodolmetschen.Browser.Tests.Fixtures;

namespace Videodolmetschen.Browser.Tests.Flows;

public sealed class KeyboardTests(LiveService service) : Story(service), IClassFixture<LiveService>
{
    [Fact]
    public async Task A_whole_call_is_made_by_keyboard_alone()
    {
        var interpreter = await Service.SignInAsync("interpreter.rumaenisch");
        await interpreter.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "In den Dienst gehen" }).FocusAsync();
        await interpreter.Page.Keyboard.PressAsync("Enter");
        var requester = await Service.SignInAsync("sozialamt");
        var keys = requester.Page.Keyboard;
        await requester.Page.GetByRole(Microsoft.Playwright.AriaRole.Combobox, new() { Name = "Sprache" }).FocusAsync();
        await keys.TypeAsync("Rumän");
        await requester.Page.GetByRole(Microsoft.Playwright.AriaRole.Option, new() { Name = "Rumänisch" }).First.WaitForAsync();
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Enter");
        await requester.Page.GetByRole(Microsoft.Playwright.AriaRole.Radio, new() { Name = "Soziales" }).FocusAsync();
        await keys.PressAsync("Space");
        await keys.PressAsync("Control+Enter");
        await interpreter.AcceptAsync();
        await requester.Page.SeesMovingPictureAsync();
        await requester.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { NameRegex = new("^Auflegen") }).FocusAsync();
        await keys.PressAsync("Enter");
        await interpreter.SeesAsync("Nachbereitung");
    }
}
