using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Ical.Net.DataTypes;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Scheduling;

/// <summary>Calendar files in and out, over HTTP.</summary>
public sealed class CalendarFileTests(RealPostgres postgres)
{
    private const string Own = "/api/my-availability";

    [Fact]
    public async Task A_file_is_previewed_then_imported_and_a_second_import_changes_nothing()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var browser = stage.BrowserOf(await stage.InterpreterOffDutyAsync());
        var text = Calendar(stage, ("a", 24, 26), ("b", 48, 72));
        var preview = await PostAsync(browser, Own + "/import/preview", text);
        Assert.Equal((2, 2, 0, 0), Counts(preview));
        Assert.Empty((await ReadAsync(browser)).GetProperty("absences").EnumerateArray());

        var imported = await PostAsync(browser, Own + "/import", text);
        Assert.Equal(["import", "import"], imported.GetProperty("absences").EnumerateArray().Select(one => one.GetProperty("source").GetString()));
        Assert.Equal(imported.GetRawText(), (await PostAsync(browser, Own + "/import", text)).GetRawText());
        Assert.Equal((2, 0, 0, 2), Counts(await PostAsync(browser, Own + "/import/preview", text)));
        Assert.Equal(1, await stage.QueryAsync<int>("SELECT count(*)::integer FROM audit_entries WHERE action = 'interpreter.absences_imported'"));
    }

    [Fact]
    public async Task An_event_that_was_moved_is_moved_and_one_that_is_gone_goes_when_asked_for()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var browser = stage.BrowserOf(await stage.InterpreterOffDutyAsync());
        await PostAsync(browser, Own + "/import", Calendar(stage, ("a", 24, 26), ("b", 48, 72)));
        var later = Calendar(stage, ("a", 30, 32));
        Assert.Equal((1, 0, 1, 0), Counts(await PostAsync(browser, Own + "/import/preview", later)));
        Assert.Equal(2, (await PostAsync(browser, Own + "/import", later)).GetProperty("absences").GetArrayLength());
        var only = Assert.Single((await PostAsync(browser, Own + "/import?removeMissing=true", later)).GetProperty("absences").EnumerateArray());
        Assert.Equal(stage.Time.Steady.AddHours(30).ToUnixTimeSeconds() / 60, only.GetProperty("from").GetDateTimeOffset().ToUnixTimeSeconds() / 60);
    }

    /// <summary>Data protection: times, and a hash that names the event.</summary>
    [Fact]
    public async Task No_title_place_or_guest_of_an_event_is_stored()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var browser = stage.BrowserOf(await stage.InterpreterOffDutyAsync());
        var text = Calendar(stage, ("geheim-uid", 24, 26)).Replace("END:VEVENT", "SUMMARY:Onkologie\r\nLOCATION:Onkologie\r\nATTENDEE:mailto:onkologie@example.de\r\nEND:VEVENT", StringComparison.Ordinal);
        await PostAsync(browser, Own + "/import", text);
        var row = await stage.QueryAsync<string>("SELECT (SELECT string_agg(a::text, ' ') FROM absences a) || (SELECT string_agg(e::text, ' ') FROM audit_entries e)");
        Assert.DoesNotContain("nkologie", row, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", row, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hallo", "calendar_unreadable")]
    [InlineData("", "calendar_unreadable")]
    [InlineData(null, "calendar_too_large")]
    public async Task Rubbish_and_giants_are_refused_with_a_reason(string? text, string code)
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var browser = stage.BrowserOf(await stage.InterpreterOffDutyAsync());
        foreach (var path in new[] { "/import/preview", "/import" })
        {
            using var refused = await SendAsync(browser, Own + path, text ?? new string('x', 2_500_000));
            Assert.Equal((HttpStatusCode.BadRequest, code), (refused.StatusCode, await refused.CodeAsync()));
        }
    }

    /// <summary>Read by another library than the one that writes: the same week, through both changes of the clock.</summary>
    [Fact]
    public async Task The_exported_file_says_the_same_week_and_the_same_absences()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var browser = stage.BrowserOf(await stage.InterpreterOffDutyAsync());
        var order = new { version = 0, windows = new[] { new { day = 1, from = 480, to = 735 }, new { day = 7, from = 1320, to = 360 } }, preferences = new { }, newAbsences = new[] { new { from = "2097-07-01T00:00", until = "2097-07-15T00:00" } } };
        using var saved = await browser.SendAsync(new(HttpMethod.Put, Own) { Content = JsonContent.Create(order) });
        using var answer = await browser.GetAsync(Own + ".ics");
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        var calendar = Ical.Net.Calendar.Load(text)!;
        var windows = calendar.Events.Where(one => one.RecurrenceRule is not null).ToList();
        var walls = windows.SelectMany(one => one.GetOccurrences(new CalDateTime(2027, 3, 22)).Take(40))
            .Select(one => (From: BerlinTime.WallClock(new(one.Period.StartTime.AsUtc)), Until: BerlinTime.WallClock(new(one.Period.EffectiveEndTime!.AsUtc))))
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.From:ddd HH:mm}-{one.Until:HH:mm}")).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["Mon 00:00-06:00", "Mon 08:00-12:15", "Sun 22:00-00:00"], walls);
        Assert.All(windows, one => Assert.Equal("TRANSPARENT", one.Transparency));
        var absence = Assert.Single(calendar.Events, one => one.RecurrenceRule is null);
        Assert.Equal((new DateOnly(2097, 7, 1), new DateOnly(2097, 7, 15), "Abwesend"), (absence.Start!.Date, absence.End!.Date, absence.Summary));
        Assert.Equal((0, 0, 0, 0), Counts(await PostAsync(browser, Own + "/import/preview", text)));
    }

    private static string Calendar(Stage stage, params (string Uid, double From, double To)[] events) =>
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + string.Concat(events.Select(one => $"BEGIN:VEVENT\r\nUID:{one.Uid}\r\nDTSTART:{Utc(stage, one.From)}\r\nDTEND:{Utc(stage, one.To)}\r\nEND:VEVENT\r\n")) + "END:VCALENDAR\r\n";

    private static string Utc(Stage stage, double hours) => stage.Time.Steady.AddHours(hours).UtcDateTime.ToString("yyyyMMdd'T'HHmm'00Z'", CultureInfo.InvariantCulture);

    private static (int Found, int Added, int Moved, int Known) Counts(JsonElement preview) =>
        (preview.GetProperty("found").GetInt32(), preview.GetProperty("added").GetInt32(), preview.GetProperty("moved").GetInt32(), preview.GetProperty("known").GetInt32());

    private static async Task<JsonElement> PostAsync(Browser browser, string path, string text)
    {
        using var answer = await SendAsync(browser, path, text);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static Task<HttpResponseMessage> SendAsync(Browser browser, string path, string text) =>
        browser.SendAsync(new(HttpMethod.Post, path) { Content = new StringContent(text, Encoding.UTF8, "text/calendar") });

    private static async Task<JsonElement> ReadAsync(Browser browser)
    {
        using var answer = await browser.GetAsync(Own);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
