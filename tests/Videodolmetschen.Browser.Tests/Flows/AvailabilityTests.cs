using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Videodolmetschen.Browser.Tests.Fixtures;

namespace Videodolmetschen.Browser.Tests.Flows;

/// <summary>An interpreter edits her week by keyboard and by mouse, and a coordinator does it for her.</summary>
public sealed class AvailabilityTests(LiveService service) : Story(service), IClassFixture<LiveService>
{
    [Fact]
    public async Task An_interpreter_writes_her_week_draws_in_it_is_absent_and_brings_her_calendar()
    {
        var interpreter = await Service.SignInAsync("interpreter.rumaenisch");
        var page = interpreter.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Verfügbarkeit", Exact = true }).ClickAsync();
        await interpreter.SeesAsync("Keine Zeiten eingetragen");
        await page.IsAccessibleOnEveryScreenAsync("availability empty");
        await WritesByKeyboardAsync(interpreter);
        await DrawsByMouseAsync(page);
        await IsAbsentAsync(interpreter);
        await page.GetByLabel("Längster Termin am Stück").SelectOptionAsync("2 Stunden");
        await page.IsAccessibleOnEveryScreenAsync("availability changed");
        await interpreter.PressAsync("Änderungen speichern");
        await interpreter.SeesAsync("Alles ist gespeichert.");
        await page.ReloadAsync();
        await Row(page, "Samstag, 06:00 bis 12:00").WaitForAsync();
        Assert.Equal(6, await page.Locator(".week-row").CountAsync());
        await Assertions.Expect(page.GetByLabel("Längster Termin am Stück")).ToHaveValueAsync("120");
        await interpreter.SeesAsync("Urlaub");
        await ImportsAsync(interpreter);
        await page.IsAccessibleOnEveryScreenAsync("availability saved");
    }

    [Fact]
    public async Task What_a_coordinator_changes_meanwhile_is_not_overwritten_and_unsaved_changes_are_asked_about()
    {
        var (coordinator, interpreter) = (await Service.SignInAsync("disposition"), await Service.SignInAsync("interpreter.georgisch"));
        await interpreter.GoOnDutyAsync();
        await coordinator.Page.GetByRole(AriaRole.Row, new() { NameRegex = new("Georgisch") }).GetByRole(AriaRole.Link).ClickAsync();
        await interpreter.Page.GetByRole(AriaRole.Link, new() { Name = "Verfügbarkeit", Exact = true }).ClickAsync();
        await interpreter.PressAsync("Zeit hinzufügen");
        await coordinator.PressAsync("Zeit hinzufügen");
        await coordinator.PressAsync("Änderungen speichern");
        await coordinator.SeesAsync("Alles ist gespeichert.");
        await coordinator.Page.IsAccessibleOnEveryScreenAsync("availability for coordinators");
        await interpreter.PressAsync("Änderungen speichern");
        await interpreter.SeesAsync("Die Verfügbarkeit wurde inzwischen an anderer Stelle geändert");
        await interpreter.Page.IsAccessibleAsync("availability changed meanwhile");
        await interpreter.Page.GetByRole(AriaRole.Link, new() { Name = "Arbeitsplatz", Exact = true }).ClickAsync();
        await interpreter.PressAsync("Auf der Seite bleiben");
        await interpreter.PressAsync("Neuen Stand laden");
        await interpreter.SeesAsync("Alles ist gespeichert.");
        await interpreter.Page.GetByRole(AriaRole.Link, new() { Name = "Arbeitsplatz", Exact = true }).ClickAsync();
        await interpreter.Page.WaitForURLAsync(new Regex("/dashboard$"));
    }

    [Fact]
    public async Task Whoever_edits_her_week_on_duty_is_rung_there_and_finds_her_changes_after_the_call()
    {
        var (requester, interpreter) = (await Service.SignInAsync("sozialamt"), await Service.SignInAsync("interpreter.bulgarisch"));
        await interpreter.GoOnDutyAsync();
        await interpreter.Page.GetByRole(AriaRole.Link, new() { Name = "Verfügbarkeit", Exact = true }).ClickAsync();
        await interpreter.PressAsync("Zeit hinzufügen");
        await requester.AskForAsync("Bulgarisch");
        await interpreter.AcceptAsync();
        await requester.Page.SeesMovingPictureAsync();
        await interpreter.HangUpAsync();
        await interpreter.SeesAsync("Zur Nachbereitung am Arbeitsplatz");
        await interpreter.SeesAsync("Es gibt Änderungen, die noch nicht gespeichert sind.");
        Assert.Equal(1, await interpreter.Page.Locator(".week-row").CountAsync());
    }

    [Fact]
    public async Task Whoever_reports_an_absence_over_a_promised_appointment_is_asked_first_and_the_Disposition_sees_it()
    {
        await Service.Tables.PlantAsync(
            """
            INSERT INTO appointments (id, key, customer_id, unit_id, requester_id, language, field, modality, priority, needs_section_203, requirements, wishes,
              starts_at, ends_at, booked_at, answer_by, asks_all, state, interpreter_id)
            SELECT gen_random_uuid(), gen_random_uuid(), users.customer_id, users.unit_id, users.id, 'sqi', 'social', 'video', 'normal', false, '[]', '[]',
              now() + interval '25 days', now() + interval '25 days 45 minutes', now(), now(), false, 'assigned', person.interpreter_id
            FROM users
            CROSS JOIN users AS person
            WHERE users.email = 'sozialamt@demo.example'
              AND person.email = 'interpreter.albanisch@demo.example'
            """);
        var interpreter = await Service.SignInAsync("interpreter.albanisch");
        await interpreter.Page.GetByRole(AriaRole.Link, new() { Name = "Verfügbarkeit", Exact = true }).ClickAsync();
        await interpreter.Page.GetByLabel("Erster Tag").FillAsync(InDays(20));
        await interpreter.Page.GetByLabel("Letzter Tag").FillAsync(InDays(30));
        await interpreter.PressAsync("Abwesenheit hinzufügen");
        await interpreter.PressAsync("Änderungen speichern");
        await interpreter.SeesAsync("Ein zugesagter Termin liegt in einer Abwesenheit");
        await interpreter.Page.IsAccessibleOnEveryScreenAsync("availability absence over a promise");
        await interpreter.PressAsync("Abbrechen");
        await interpreter.SeesAsync("Es gibt Änderungen, die noch nicht gespeichert sind.");
        await interpreter.PressAsync("Änderungen speichern");
        await interpreter.PressAsync("Abwesenheit speichern");
        await interpreter.SeesAsync("Alles ist gespeichert.");
        await interpreter.Page.GetByRole(AriaRole.Link, new() { Name = "Zu meinen Terminen" }).WaitForAsync();
        await interpreter.Page.IsAccessibleOnEveryScreenAsync("availability promise in an absence");
        var coordinator = await Service.SignInAsync("disposition");
        await coordinator.Page.GotoAsync("/disposition/termine");
        await coordinator.SeesAsync("Dolmetscher/in abwesend gemeldet");
        await coordinator.Page.IsAccessibleOnEveryScreenAsync("appointment board with an absence");
    }

    /// <summary>Monday from 9 to 17, then on all working days: without a mouse.</summary>
    private static async Task WritesByKeyboardAsync(Person interpreter)
    {
        var keys = interpreter.Page.Keyboard;
        await interpreter.Button("Zeit hinzufügen").FocusAsync();
        await keys.PressAsync("Enter");
        await Assertions.Expect(interpreter.Page.Locator(".week-row select").First).ToBeFocusedAsync();
        await keys.PressAsync("Tab");
        await keys.TypeAsync("09:00");
        await Row(interpreter.Page, "Montag, 09:00 bis 17:00").WaitForAsync();
        await keys.PressAsync("Tab");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        await Row(interpreter.Page, "Freitag, 09:00 bis 17:00").WaitForAsync();
        await interpreter.SeesAsync("40 Stunden in der Woche");
    }

    /// <summary>Saturday from 8 to 12, then its begin pulled to 6.</summary>
    private static async Task DrawsByMouseAsync(IPage page)
    {
        await DragAsync(page, 8, 12);
        await Row(page, "Samstag, 08:00 bis 12:00").WaitForAsync();
        await DragAsync(page, 8.1, 6);
        await Row(page, "Samstag, 06:00 bis 12:00").WaitForAsync();
    }

    private static async Task DragAsync(IPage page, double fromHour, double toHour)
    {
        var saturday = page.Locator("[data-day='6']");
        await saturday.ScrollIntoViewIfNeededAsync();
        var box = (await saturday.BoundingBoxAsync())!;
        var middle = box.X + (box.Width / 2);
        await page.Mouse.MoveAsync(middle, (float)(box.Y + (box.Height * fromHour / 24)));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(middle, (float)(box.Y + (box.Height * (fromHour + toHour) / 48)));
        await page.Mouse.MoveAsync(middle, (float)(box.Y + (box.Height * toHour / 24)));
        await page.Mouse.UpAsync();
    }

    private static async Task IsAbsentAsync(Person interpreter)
    {
        await interpreter.PressAsync("Abwesenheit hinzufügen");
        await interpreter.SeesAsync("Bitte geben Sie den ersten Tag an.");
        await interpreter.Page.GetByLabel("Erster Tag").FillAsync(InDays(20));
        await interpreter.Page.GetByLabel("Letzter Tag").FillAsync(InDays(30));
        await interpreter.Page.GetByLabel("Grund (freiwillig)").SelectOptionAsync("Urlaub");
        await interpreter.PressAsync("Abwesenheit hinzufügen");
        await interpreter.SeesAsync("wird beim Speichern eingetragen");
    }

    /// <summary>A preview, then the import; the same file again has nothing new; a picture is no calendar.</summary>
    private static async Task ImportsAsync(Person interpreter)
    {
        var day = InDays(40).Replace("-", "", StringComparison.Ordinal);
        var calendar = $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:geheim\r\nDTSTART;VALUE=DATE:{day}\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\nTRANSP:TRANSPARENT\r\nDTSTART;VALUE=DATE:{day}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        await ChooseAsync(interpreter.Page, calendar);
        await interpreter.SeesAsync("1 Abwesenheit gefunden");
        await interpreter.SeesAsync("1 Eintrag ist als frei oder abgesagt markiert");
        await interpreter.Page.IsAccessibleAsync("availability import");
        await interpreter.PressAsync("Übernehmen");
        await interpreter.SeesAsync("aus dem Kalender");
        await ChooseAsync(interpreter.Page, calendar);
        await interpreter.SeesAsync("1 ist schon da");
        await interpreter.Button("Schließen").Last.ClickAsync();
        await ChooseAsync(interpreter.Page, "kein Kalender");
        await interpreter.SeesAsync("Diese Datei ist kein lesbarer Kalender.");
    }

    private static Task ChooseAsync(IPage page, string text) => page.Locator("input[type=file]").SetInputFilesAsync(
        new FilePayload { Name = "kalender.ics", MimeType = "text/calendar", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });

    private static ILocator Row(IPage page, string name) => page.GetByRole(AriaRole.Group, new() { Name = name, Exact = true });

    private static string InDays(int days) => DateTime.UtcNow.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
