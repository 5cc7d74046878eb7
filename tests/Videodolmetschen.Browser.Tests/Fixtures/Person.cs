using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Videodolmetschen.Browser.Tests.Fixtures;

/// <summary>Somebody at a browser, who does what people do: by the words on the screen.</summary>
public sealed class Person : IAsyncDisposable
{
    private const string DemoPassword = "Lindenfurt-Demo-17";

    private readonly IBrowserContext _context;

    private Person(IBrowserContext context, IPage page, string email) => (_context, Page, Email) = (context, page, email);

    public IPage Page { get; }

    public string Email { get; }

    public static async Task<Person> SignInAsync(IBrowserContext context, string address, string email)
    {
        var page = await context.NewPageAsync();
        var answer = await page.APIRequest.PostAsync(address + "/api/sign-in", new()
        {
            DataObject = new { email, password = DemoPassword },
            Headers = new Dictionary<string, string> { ["Origin"] = address },
        });
        Assert.True(answer.Ok, $"{email}: {answer.Status}");
        await page.GotoAsync("/");
        var person = new Person(context, page, email);
        await person.IsConnectedAsync();
        return person;
    }

    public Task IsConnectedAsync() => Page.GetByText("Verbunden", new() { Exact = true }).WaitForAsync();

    public Task SeesAsync(string text) => Page.GetByText(text).First.WaitForAsync();

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>The first button whose name fits: names may carry a number, a state or a shortcut.</summary>
    public ILocator ButtonLike(string pattern) => ButtonsLike(pattern).First;

    public ILocator ButtonsLike(string pattern) => Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex(pattern) });

    public Task PressAsync(string button) => Button(button).First.ClickAsync();

    /// <summary>To a page of the Disposition that is not needed every hour.</summary>
    public async Task GoToRareAsync(string name)
    {
        await PressAsync("Mehr");
        await Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();
    }

    // Requester

    public async Task AskForAsync(string language, string field = "Asyl")
    {
        await ChooseAsync(language, field);
        await PressAsync("Jetzt verbinden");
    }

    public async Task ChooseAsync(string language, string field = "Asyl")
    {
        var finder = Page.GetByRole(AriaRole.Combobox, new() { Name = "Sprache" });
        await finder.FillAsync(language);
        await Page.GetByRole(AriaRole.Option, new() { Name = language }).First.ClickAsync();
        // While the list closes it takes the next click for itself.
        await Page.GetByRole(AriaRole.Listbox).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await Page.GetByText(field, new() { Exact = true }).ClickAsync();
    }

    // Interpreter

    public Task GoOnDutyAsync() => PressAsync("In den Dienst gehen");

    public Task IsRungAsync() => AcceptButton.WaitForAsync();

    public ILocator AcceptButton => Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Annehmen") });

    public async Task AcceptAsync()
    {
        await IsRungAsync();
        await Page.Keyboard.PressAsync("Alt+Shift+A");
    }

    public async Task DeclineAsync(string reason = "Keine Zeit")
    {
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Ablehnen") }).ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = reason }).ClickAsync();
    }

    // Both, in a call

    public Task HangUpAsync() => Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Auflegen") }).ClickAsync();

    /// <summary>The billing clock on the screen has reached so many seconds.</summary>
    public Task ClockReachesAsync(int seconds) => Page.WaitForFunctionAsync(
        """
        least => [...document.querySelectorAll('main *')].some(element => {
          const clock = element.childElementCount === 0 && /^(\d+):(\d\d)$/.exec(element.textContent.trim());
          return clock && Number(clock[1]) * 60 + Number(clock[2]) >= least;
        })
        """,
        seconds);

    public async ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
        {
            await Page.LastPictureAsync($"failed {TestContext.Current.TestMethod?.MethodName} {Email}");
        }

        await _context.DisposeAsync();
    }
}
