using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Videodolmetschen.Browser.Tests.Fixtures;

namespace Videodolmetschen.Browser.Tests.Flows;

/// <summary>The Disposition changes the rules of dispatch in the browser.</summary>
public sealed class PolicyTests(LiveService service) : Story(service), IClassFixture<LiveService>
{
    [Fact]
    public async Task A_coordinator_changes_a_rule_and_sees_who_did_it()
    {
        var coordinator = await OpenAsync();
        await coordinator.Page.IsAccessibleAsync("rules as they are");
        await Value(coordinator, "Klingeldauer").FillAsync("35");
        await coordinator.SeesAsync("1 Wert ist geändert, aber noch nicht gespeichert.");
        await coordinator.PressAsync("Änderungen speichern");
        await coordinator.SeesAsync("Gespeichert und ab sofort gültig: Klingeldauer 35 Sekunden statt bisher 20 Sekunden.");
        await coordinator.SeesAsync("Klingeldauer: 35 Sekunden (vorher 20 Sekunden)");
        await coordinator.SeesAsync("Zuletzt geändert am");
        await coordinator.Button("Klingeldauer: auf Vorgabe zurücksetzen").ClickAsync();
        await Assertions.Expect(Value(coordinator, "Klingeldauer")).ToHaveValueAsync("20");
    }

    [Fact]
    public async Task What_cannot_be_is_said_at_its_value_and_not_saved()
    {
        var coordinator = await OpenAsync();
        await Value(coordinator, "Klingeldauer").FillAsync("2");
        await coordinator.SeesAsync("Bitte wählen Sie einen Wert von 5 Sekunden bis 300 Sekunden (5 Minuten).");
        await coordinator.PressAsync("Änderungen speichern");
        await Assertions.Expect(Value(coordinator, "Klingeldauer")).ToBeFocusedAsync();
        await Value(coordinator, "Klingeldauer").FillAsync("250");
        await coordinator.PressAsync("Änderungen speichern");
        await coordinator.SeesAsync("Ein Angebot darf nicht länger klingeln, als die Anfrage wartet.");
        await coordinator.Page.IsAccessibleAsync("rules refused");
    }

    [Fact]
    public async Task Unsaved_changes_are_not_lost_by_a_link()
    {
        var coordinator = await OpenAsync();
        await Value(coordinator, "Nachbereitung").FillAsync("40");
        await coordinator.Page.GetByRole(AriaRole.Link, new() { Name = "Live-Übersicht" }).ClickAsync();
        await coordinator.PressAsync("Auf der Seite bleiben");
        await Assertions.Expect(Value(coordinator, "Nachbereitung")).ToHaveValueAsync("40");
        await coordinator.Page.GetByRole(AriaRole.Link, new() { Name = "Live-Übersicht" }).ClickAsync();
        await coordinator.PressAsync("Ohne Speichern verlassen");
        await coordinator.Page.WaitForURLAsync(new Regex("/disposition$"));
    }

    private static ILocator Value(Person person, string name) =>
        person.Page.GetByRole(AriaRole.Textbox, new() { Name = name, Exact = true });

    private async Task<Person> OpenAsync()
    {
        var coordinator = await Service.SignInAsync("disposition");
        await coordinator.GoToRareAsync("Regeln");
        await Value(coordinator, "Klingeldauer").WaitForAsync();
        return coordinator;
    }
}
