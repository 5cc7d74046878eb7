using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Videodolmetschen.Browser.Tests.Fixtures;

namespace Videodolmetschen.Browser.Tests.Flows;

/// <summary>Figures as charts, tables and files; the question stands in the address.</summary>
public sealed class ReportTests(LiveService service) : Story(service), IClassFixture<LiveService>
{
    /// <summary>Some weeks of conversations of the first customers of the demo town.</summary>
    private const string Weeks =
        """
        CREATE TEMPORARY TABLE asked AS
        SELECT gen_random_uuid() AS id, n, u.id AS unit, u.customer_id, p.id AS person, i.id AS interpreter,
          date_trunc('day', now()) - (1 + n % 20) * interval '1 day' + (7 + n % 9) * interval '1 hour' AS at, (ARRAY['kmr', 'tir', 'ron'])[1 + n % 3] AS language
        FROM generate_series(1, 120) AS n
        JOIN LATERAL (SELECT * FROM units ORDER BY id OFFSET n % 3 LIMIT 1) u ON true
        JOIN LATERAL (SELECT id FROM users WHERE customer_id = u.customer_id ORDER BY id LIMIT 1) p ON true
        JOIN LATERAL (SELECT id FROM interpreters ORDER BY id OFFSET n % 4 LIMIT 1) i ON true;
        INSERT INTO requests (id, key, customer_id, unit_id, requester_id, language, field, modality, priority, needs_section_203, requirements, wishes, related_allowed, requested_at, state, cancelled_by, ended_at)
        SELECT id, id, customer_id, unit, person, language, 'health', CASE WHEN n % 4 = 0 THEN 'audio' ELSE 'video' END, 'normal', false, '[]', '[]', false, at,
          CASE WHEN n % 10 = 0 THEN 'cancelled' ELSE 'fulfilled' END, CASE WHEN n % 10 = 0 THEN 'requester' END, at + (5 + n % 60) * interval '1 second'
        FROM asked;
        INSERT INTO sessions (id, request_id, interpreter_id, requester_id, customer_id, language, modality, state, end_reason, created_at, started_at, ended_at, counted_seconds, billable_seconds)
        SELECT id, id, interpreter, person, customer_id, language, CASE WHEN n % 4 = 0 THEN 'audio' ELSE 'video' END, 'ended', 'hang_up_requester', at, at + (5 + n % 60) * interval '1 second',
          at + interval '20 minutes', 1100, 1100
        FROM asked
        WHERE n % 10 <> 0
        """;

    [Fact]
    public async Task A_coordinator_asks_by_the_address_sees_what_is_behind_a_figure_and_takes_it_along()
    {
        await Service.Tables.PlantAsync(Weeks);
        var coordinator = await Service.SignInAsync("disposition");
        await coordinator.GoToRareAsync("Berichte");
        var page = coordinator.Page;
        await page.GetByRole(AriaRole.Heading, new() { Name = "Berichte", Exact = true }).WaitForAsync();
        await page.GetByLabel("Gegliedert nach").SelectOptionAsync("Sprache");
        await page.GetByRole(AriaRole.Link, new() { Name = "Gespräche ansehen: Tigrinya" }).WaitForAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("nach=language"));
        await page.GetByRole(AriaRole.Img, new() { NameRegex = new Regex("^Gespräche, 3 Zeilen") }).WaitForAsync();
        await page.LooksGoodAsync("report of usage");

        await page.GetByRole(AriaRole.Link, new() { Name = "Gespräche ansehen: Tigrinya" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("sprache=tir"));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Gespräche", Exact = true })).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Nachweis zum Gespräch") }).First.WaitForAsync();
        await page.LooksGoodAsync("conversations behind a figure");
        await TakesFilesAsync(page);

        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Nachweis zum Gespräch") }).First.WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Erreichbarkeit" }).ClickAsync();
        await page.GetByLabel("Rechtzeitig heißt").SelectOptionAsync("höchstens 30 Sekunden");
        await page.GetByRole(AriaRole.Columnheader, new() { Name = "SL2" }).WaitForAsync();
        await page.LooksGoodAsync("report of service level");
        await page.GetByRole(AriaRole.Link, new() { Name = "Konten" }).ClickAsync();
        await page.GetByLabel("Beraternummer").FillAsync("5");
        await coordinator.PressAsync("Angaben speichern");
        await coordinator.SeesAsync("Die Angaben für die Buchhaltung sind so nicht verwendbar.");
        await page.GetByLabel("Beraternummer").FillAsync("29098");
        await page.GetByLabel("Mandantennummer").FillAsync("55003");
        await coordinator.PressAsync("Angaben speichern");
        await page.GetByRole(AriaRole.Link, new() { Name = "Buchungsstapel herunterladen" }).WaitForAsync();
        await page.LooksGoodAsync("accounts");
        await SeesOwnFiguresAsync(await Service.SignInAsync("sozialamt"));
    }

    private static async Task TakesFilesAsync(IPage page)
    {
        foreach (var kind in (string[])["CSV", "XLSX", "PDF"])
        {
            var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = $"Als {kind} herunterladen" }).First.ClickAsync());
            Assert.EndsWith("." + kind.ToLowerInvariant(), download.SuggestedFilename, StringComparison.Ordinal);
            Assert.True(new FileInfo(await download.PathAsync()).Length > 100);
        }
    }

    /// <summary>The one account of an office stands for fewer than five persons.</summary>
    private static async Task SeesOwnFiguresAsync(Person requester)
    {
        var page = requester.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Berichte" }).ClickAsync();
        await requester.SeesAsync("Gezeigt werden ganze Monate");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Konten" })).ToHaveCountAsync(0);
        await page.LooksGoodAsync("own reports");
    }
}
