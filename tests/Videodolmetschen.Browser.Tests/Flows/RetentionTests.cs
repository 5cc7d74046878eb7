using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Videodolmetschen.Browser.Tests.Fixtures;

namespace Videodolmetschen.Browser.Tests.Flows;

/// <summary>An administrator sees what is deleted when, and holds something back.</summary>
public sealed class RetentionTests(LiveService service) : Story(service), IClassFixture<LiveService>
{
    [Fact]
    public async Task An_administrator_reads_the_periods_holds_a_customer_and_lifts_it_again()
    {
        var administrator = await Service.SignInAsync("verwaltung");
        var page = administrator.Page;
        await administrator.GoToRareAsync("Aufgaben");
        await page.GetByRole(AriaRole.Link, new() { Name = "Zur Löschung" }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/verwaltung/loeschung$"));
        await page.Locator(".nav-button.is-inside").GetByText("Mehr").WaitForAsync();
        await page.GetByRole(AriaRole.Row, new() { NameRegex = new Regex("^Anfragen, Angebote und Gespräche 8 Jahre nach Jahresende") }).WaitForAsync();
        await page.IsAccessibleOnEveryScreenAsync("retention");
        await administrator.PressAsync("Sperre setzen");
        await administrator.SeesAsync("Bitte wählen Sie, was gesperrt werden soll.");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Auftraggeber" }).FillAsync("Landratsamt");
        await page.GetByRole(AriaRole.Option, new() { NameRegex = new Regex("^Landratsamt") }).First.ClickAsync();
        await page.GetByLabel("Grund").SelectOptionAsync("Rechtsstreit");
        await administrator.PressAsync("Sperre setzen");
        await administrator.SeesAsync("Rechtsstreit, seit");
        await page.IsAccessibleAsync("retention with a hold");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Sperre aufheben: Landratsamt") }).ClickAsync();
        await administrator.SeesAsync("Keine Löschsperren");
        await page.GetByText("Alles zu einer dolmetschenden Person").ClickAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Name oder Nummer" }).FillAsync("Selam");
        await page.GetByRole(AriaRole.Option, new() { NameRegex = new Regex("^Selam Tesfay") }).ClickAsync();
        await administrator.PressAsync("Sperre setzen");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Sperre aufheben: Selam Tesfay") }).WaitForAsync();
    }
}
