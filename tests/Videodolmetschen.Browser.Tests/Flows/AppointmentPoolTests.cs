using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Videodolmetschen.Browser.Tests.Fixtures;

namespace Videodolmetschen.Browser.Tests.Flows;

/// <summary>Who covers an appointment: the hands of the Disposition, the links of the mails, and a promise taken back.</summary>
public sealed class AppointmentPoolTests(LiveService service) : Story(service), IClassFixture<LiveService>
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Fact]
    public async Task A_coordinator_covers_what_is_urgent_frees_it_again_and_sees_what_cancelling_costs()
    {
        var requester = await Service.SignInAsync("jugendamt");
        await BookAsync(requester, "vie", TimeSpan.FromHours(20));
        var coordinator = await Service.SignInAsync("disposition");
        var page = coordinator.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Termine", Exact = true }).ClickAsync();
        // Other stories may have left theirs.
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Vietnamesisch" });
        await row.GetByText("Dringend: unbesetzt").WaitForAsync();
        await page.IsAccessibleOnEveryScreenAsync("appointment board");
        await coordinator.ButtonLike("^Einteilen: Vietnamesisch").ClickAsync();
        await coordinator.SeesAsync("Gefragt, Antwort offen bis");
        await page.IsAccessibleOnEveryScreenAsync("appointment candidates");
        await coordinator.PressAsync("Nguyễn Thu Hà einteilen");
        await row.GetByText("D-0027").WaitForAsync();
        await ChooseAsync(coordinator, "Freigeben");
        await coordinator.SeesAsync("D-0027 freigeben?");
        await page.IsAccessibleAsync("appointment release");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Freigeben" }).ClickAsync();
        await row.GetByText("noch niemand").WaitForAsync();
        await ChooseAsync(coordinator, "Termin absagen");
        await coordinator.SeesAsync("Die Absage kostet 50 % des gebuchten Zeitraums (45 Minuten).");
        await page.IsAccessibleOnEveryScreenAsync("cancel dialog with a cost");
        await coordinator.PressAsync("Absagen für 50 %");
        await row.GetByText("Abgesagt").WaitForAsync();
        await page.WaitForFunctionAsync("() => document.activeElement?.matches('.board')");
    }

    [Fact]
    public async Task The_no_of_the_mail_needs_no_sign_in_but_a_press_and_the_yes_comes_back_after_the_sign_in()
    {
        const string Interpreter = "interpreter.georgisch@demo.example";
        await BookAsync(await Service.SignInAsync("sozialamt"), "kat", TimeSpan.FromDays(21));
        var mail = await Service.Tables.MailToAsync(Interpreter, "appointment_question");
        await using var visitor = await Service.NewContextAsync();
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(PathOf(mail, @"/dashboard/termine\?anfrage=[0-9a-f-]{36}"));
        await page.GetByLabel("E-Mail-Adresse").FillAsync(Interpreter);
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Passwort" }).FillAsync("Lindenfurt-Demo-17");
        await page.GetByRole(AriaRole.Button, new() { Name = "Anmelden", Exact = true }).ClickAsync();
        await page.GetByText("Die Anfrage aus Ihrer E-Mail", new() { Exact = true }).WaitForAsync();
        await page.IsAccessibleOnEveryScreenAsync("appointment asked by mail");
        await visitor.ClearCookiesAsync();
        var link = PathOf(mail, "/termin-absage#[0-9a-f]{64}");
        await page.GotoAsync(link);
        await page.GetByText("Ein Termin, zu dem Sie gefragt wurden").WaitForAsync();
        await page.IsAccessibleOnEveryScreenAsync("decline by link");
        await page.GetByRole(AriaRole.Button, new() { Name = "Nein, ich kann nicht" }).ClickAsync();
        await page.GetByText("Sie haben abgelehnt.").WaitForAsync();
        await page.IsAccessibleAsync("declined by link");
        await page.GotoAsync("/");
        await page.GotoAsync(link);
        await page.GetByRole(AriaRole.Button, new() { Name = "Nein, ich kann nicht" }).ClickAsync();
        await page.GetByText("Dieser Link gilt nicht mehr", new() { Exact = true }).WaitForAsync();
        await page.IsAccessibleAsync("link used before");
    }

    [Fact]
    public async Task An_interpreter_is_asked_at_once_gives_an_appointment_back_says_why_and_the_Disposition_hears_it()
    {
        var (requester, coordinator) = (await Service.SignInAsync("asyl"), await Service.SignInAsync("disposition"));
        var interpreter = await Service.SignInAsync("interpreter.albanisch");
        await interpreter.SeesAsync("Sie sind nicht im Dienst");
        // Until the page has all its parts it shows news only in its lists. And news pass by: whoever looks after the booking may be too late.
        await interpreter.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await coordinator.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var asked = interpreter.Page.GetByText(new Regex("^Neue Terminanfrage: .*")).WaitForAsync(new() { Timeout = 60_000 });
        await BookAsync(requester, "als", TimeSpan.FromDays(21));
        await asked;
        await interpreter.ButtonLike("^Zusagen: ").ClickAsync();
        await interpreter.Page.GetByRole(AriaRole.Link, new() { Name = "Meine Termine" }).ClickAsync();
        await interpreter.SeesAsync("Fest eingeplant");
        await interpreter.ButtonLike("^Termin zurückgeben: ").ClickAsync();
        await interpreter.PressAsync("Zurückgeben");
        await interpreter.SeesAsync("Bitte wählen Sie einen Grund.");
        await interpreter.Page.IsAccessibleOnEveryScreenAsync("give back dialog");
        await interpreter.Page.GetByText("Ich bin krank", new() { Exact = true }).ClickAsync();
        var givenBack = coordinator.Page.GetByText(new Regex("hat einen Termin zurückgegeben: ")).WaitForAsync(new() { Timeout = 60_000 });
        await interpreter.PressAsync("Zurückgeben");
        await interpreter.SeesAsync("Keine Termine geplant");
        await givenBack;
        await coordinator.Page.IsAccessibleAsync("appointment given back, told at once");
        await coordinator.Page.GetByRole(AriaRole.Button, new() { Name = "Ansehen" }).ClickAsync();
        await coordinator.SeesAsync("Zurückgegeben");
    }

    [Fact]
    public async Task Whoever_is_asked_learns_at_once_that_the_appointment_is_off()
    {
        var interpreter = await Service.SignInAsync("interpreter.rumaenisch");
        await interpreter.SeesAsync("Sie sind nicht im Dienst");
        var requester = await Service.SignInAsync("sozialamt");
        await interpreter.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await BookAsync(requester, "ron", TimeSpan.FromDays(22));
        await interpreter.ButtonLike("^Zusagen: ").WaitForAsync();
        await requester.Page.GotoAsync("/termine");
        await requester.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("Rumänisch") }).First.ClickAsync();
        await requester.PressAsync("Termin absagen");
        var calledOff = interpreter.Page.GetByText(new Regex("^Ein Termin ist abgesagt, Sie müssen nichts weiter tun")).WaitForAsync(new() { Timeout = 60_000 });
        await requester.PressAsync("Kostenlos absagen");
        await calledOff;
        await interpreter.Page.GetByText(new Regex("^Abgesagt: Rumänisch")).WaitForAsync();
        await interpreter.Page.IsAccessibleOnEveryScreenAsync("appointment asked and called off");
    }

    [Fact]
    public async Task A_coordinator_books_for_a_unit()
    {
        var coordinator = await Service.SignInAsync("disposition");
        var page = coordinator.Page;
        await page.GotoAsync("/disposition/termine");
        await page.GetByRole(AriaRole.Link, new() { Name = "Termin buchen" }).ClickAsync();
        await coordinator.PressAsync("Prüfen");
        await coordinator.SeesAsync("Bitte wählen Sie eine Dienststelle aus der Liste.");
        await page.GetByRole(AriaRole.Combobox, new() { NameRegex = new Regex("^Für welche Dienststelle") }).FillAsync("Jugend");
        await page.GetByRole(AriaRole.Option, new() { NameRegex = new Regex("^Jugendamt") }).ClickAsync();
        await page.GetByRole(AriaRole.Listbox).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await coordinator.ChooseAsync("Bulgarisch", "Schule");
        await page.IsAccessibleOnEveryScreenAsync("coordinator books");
        await coordinator.PressAsync("Prüfen");
        await coordinator.PressAsync("Verbindlich buchen");
        await page.GetByRole(AriaRole.Definition).GetByText("Jugendamt").WaitForAsync();
        await page.IsAccessibleOnEveryScreenAsync("coordinator appointment");
    }

    private static async Task ChooseAsync(Person coordinator, string item)
    {
        await coordinator.ButtonLike("^Weitere Aktionen: Vietnamesisch").ClickAsync();
        await coordinator.Page.GetByRole(AriaRole.Menuitem, new() { Name = item }).ClickAsync();
    }

    private static string PathOf(string mail, string pattern) => Regex.Match(mail, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)).Value;

    private static async Task BookAsync(Person requester, string language, TimeSpan ahead)
    {
        var wall = TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow + ahead, Berlin);
        var wallStart = wall.AddMinutes(-(wall.Minute % 5)).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        var need = new { language, field = "social", modality = "video", urgent = false, requirements = Array.Empty<object>(), wishes = Array.Empty<object>() };
        var answer = await requester.Page.APIRequest.PostAsync(new Uri(new Uri(requester.Page.Url), "/api/appointments").AbsoluteUri, new()
        {
            DataObject = new { key = Guid.NewGuid(), need, when = new { wallStart, lengthMinutes = 45 } },
            Headers = new Dictionary<string, string> { ["Origin"] = new Uri(requester.Page.Url).GetLeftPart(UriPartial.Authority) },
        });
        Assert.True(answer.Ok, await answer.TextAsync());
    }
}
