using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Videodolmetschen.Browser.Tests.Fixtures;

namespace Videodolmetschen.Browser.Tests.Flows;

/// <summary>The Disposition sees where interpreters are missing, and fills a gap with standby.</summary>
public sealed class CoverageTests(LiveService service) : Story(service), IClassFixture<LiveService>
{
    /// <summary>Four weeks of Tigrinya from Monday to Friday, most in the morning, and a little on Saturdays; one of three has declared mornings.</summary>
    private const string History =
        """
        CREATE TEMPORARY TABLE asked AS
        SELECT gen_random_uuid() AS id, (day + make_interval(hours => hour, secs => number * 7)) AT TIME ZONE 'Europe/Berlin' AS at, number
        FROM generate_series(date_trunc('day', now() AT TIME ZONE 'Europe/Berlin') - interval '28 days', date_trunc('day', now() AT TIME ZONE 'Europe/Berlin') - interval '1 day', '1 day') AS day
        CROSS JOIN generate_series(7, 16) AS hour
        CROSS JOIN LATERAL generate_series(1, CASE
          WHEN extract(isodow FROM day) = 7 THEN 0
          WHEN extract(isodow FROM day) = 6 THEN CASE hour WHEN 10 THEN 1 ELSE 0 END
          WHEN hour BETWEEN 8 AND 11 THEN 14 - hour
          ELSE 1 + hour % 2 END) AS number;
        INSERT INTO requests (id, key, customer_id, unit_id, requester_id, language, field, modality, priority, needs_section_203, requirements, wishes,
          related_allowed, requested_at, state, ended_at, unserved_because)
        SELECT asked.id, asked.id, users.customer_id, users.unit_id, users.id, 'tir', 'asylum', 'video', 'normal', false, '[]', '[]', false, asked.at,
          CASE number WHEN 5 THEN 'unserved' ELSE 'fulfilled' END, asked.at + interval '15 minutes', CASE number WHEN 5 THEN 'all_busy' END
        FROM asked
        CROSS JOIN (SELECT id, customer_id, unit_id FROM users WHERE email = 'auslaenderbehoerde@demo.example') AS users;
        INSERT INTO sessions (id, request_id, interpreter_id, requester_id, customer_id, language, modality, state, end_reason, created_at, started_at, ended_at,
          counted_seconds, billable_seconds)
        SELECT gen_random_uuid(), requests.id, interpreters.id, requester_id, customer_id, language, modality, 'ended', 'hang_up_requester', requested_at, requested_at,
          ended_at, 890, 890
        FROM requests
        JOIN asked ON asked.id = requests.id
        CROSS JOIN (SELECT id FROM interpreters WHERE number = 'D-0002') AS interpreters
        WHERE requests.state = 'fulfilled';
        INSERT INTO availability_windows (interpreter_id, weekday, from_minute, to_minute)
        SELECT id, weekday, 480, 750 FROM interpreters CROSS JOIN generate_series(1, 5) AS weekday WHERE number = 'D-0002'
        """;

    [Fact]
    public async Task A_gap_is_seen_offered_as_standby_accepted_and_given_back()
    {
        var coordinator = await Service.SignInAsync("disposition");
        await coordinator.Page.GetByRole(AriaRole.Link, new() { Name = "Abdeckung", Exact = true }).ClickAsync();
        await coordinator.SeesAsync("Noch keine Anfragen");
        await coordinator.Page.IsAccessibleAsync("coverage empty");
        await Service.Tables.PlantAsync(History);
        await coordinator.Page.GetByLabel("Sprache", new() { Exact = true }).SelectOptionAsync("Tigrinya");
        await coordinator.Page.WaitForURLAsync(new Regex("sprache=tir"));
        await coordinator.SeesAsync("Lücken nach Größe");
        await coordinator.Page.GetByText("So wird gerechnet").ClickAsync();
        await coordinator.Page.IsAccessibleOnEveryScreenAsync("coverage");

        await coordinator.ButtonLike("^Bereitschaft anbieten: (Montag|Dienstag|Mittwoch|Donnerstag|Freitag)").ClickAsync();
        await coordinator.SeesAsync("Anbieten an");
        await coordinator.Page.GetByLabel("Anbieten an").SelectOptionAsync("Nur Ausgewählte");
        await coordinator.Page.IsAccessibleOnEveryScreenAsync("standby to offer");
        await coordinator.Page.GetByLabel("Anbieten an").SelectOptionAsync("Alle Passenden");
        await coordinator.Page.GetByLabel("Tag", new() { Exact = true }).FillAsync(DateTime.UtcNow.AddDays(10).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await coordinator.Page.GetByLabel("Plätze").SelectOptionAsync("1");
        await coordinator.Page.GetByText(new Regex("^[1-9][0-9]* Person(en)? pass(t|en)")).WaitForAsync();
        await coordinator.PressAsync("Anbieten");
        await coordinator.SeesAsync("0 von 1 besetzt");

        var interpreter = await Service.SignInAsync("interpreter.tigrinya");
        await interpreter.SeesAsync("Angebote an Sie");
        await interpreter.Page.IsAccessibleOnEveryScreenAsync("standby offered");
        await interpreter.ButtonLike("^Bereitschaft annehmen").ClickAsync();
        await interpreter.SeesAsync("Zurückgeben geht bis");
        await interpreter.Page.IsAccessibleInBothThemesAsync("standby accepted");
        await coordinator.Page.ReloadAsync();
        await coordinator.SeesAsync("1 von 1 besetzt");
        await coordinator.SeesAsync("Besetzt");
        await coordinator.Page.IsAccessibleOnEveryScreenAsync("standby filled");

        await interpreter.ButtonLike("^Bereitschaft zurückgeben").ClickAsync();
        await interpreter.SeesAsync("Sie haben die Bereitschaft zurückgegeben.");
        await coordinator.Page.ReloadAsync();
        await coordinator.SeesAsync("0 von 1 besetzt");
        await coordinator.ButtonLike("^Absagen: ").ClickAsync();
        await coordinator.PressAsync("Absagen");
        await coordinator.SeesAsync("Die Bereitschaft ist abgesagt.");
    }
}
