using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Videodolmetschen.Server.Realtime;
using Videodolmetschen.Server.Sessions.Record;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Sessions;

/// <summary>The signed record: who gets it, what it says, and that a changed one is found out.</summary>
public sealed class RecordTests(RealPostgres postgres)
{
    [Fact]
    public async Task A_requester_gets_a_record_that_stands_and_anybody_can_verify()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, session) = await TalkAsync(stage);
        var bytes = await PdfAsync(stage.BrowserOf(requester), session);
        using var pdf = new PdfText(bytes, "pdf-record");

        string[] said = ["Gesprächsnachweis", session.ToString(), "Klinikum", "Notaufnahme", "Kurmandschi", "Qualifizierte Sprachmittlung (Stufe 4)", "Video (Bild und Ton)", "20 Sekunden", "Das Gespräch wurde nicht aufgezeichnet."];
        Assert.All(said, words => Assert.Contains(words, pdf.All, StringComparison.Ordinal));
        Assert.Matches("Nummer D-[0-9]{4}", pdf.All);
        // Own references, names and addresses of people.
        Assert.All(["Kanarienvogel", "Interpretin", "Anforderin", requester.Email], canary => Assert.DoesNotContain(canary, pdf.All, StringComparison.Ordinal));

        // What changes later changes no record, and whoever asks again gets the same file.
        await stage.Server.ExecuteAsStaffAsync("UPDATE units SET name = 'Anders'; UPDATE interpreter_languages SET level = 1");
        Assert.Equal(bytes, await PdfAsync(stage.BrowserOf(requester), session));
        Assert.Equal(bytes, await PdfAsync(stage.BrowserOf(await stage.CoordinatorAsync()), session));

        var typed = Regex.Match(pdf.All, "Prüfcode ([0-9A-Z-]{24})").Groups[1].Value;
        using var stranger = new Browser(stage.Server);
        foreach (var code in new[] { typed, typed.ToLowerInvariant().Replace('-', ' '), await CodeAsync(stage, session) })
        {
            var answer = await VerifyAsync(stranger, code);
            Assert.True(answer.GetProperty("valid").GetBoolean(), code);
            Assert.Equal((session, "Notaufnahme", 20), (answer.GetProperty("facts").GetProperty("session").GetGuid(), answer.GetProperty("facts").GetProperty("unit").GetString(), answer.GetProperty("facts").GetProperty("billableSeconds").GetInt32()));
        }
    }

    [Fact]
    public async Task An_altered_record_does_not_verify_and_the_tables_refuse_to_alter_it()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, session) = await TalkAsync(stage);
        using var pdf = new PdfText(await PdfAsync(stage.BrowserOf(requester), session));
        var (typed, code) = (Regex.Match(pdf.All, "Prüfcode ([0-9A-Z-]{24})").Groups[1].Value, await CodeAsync(stage, session));
        using var stranger = new Browser(stage.Server);
        await Assert.ThrowsAnyAsync<Npgsql.PostgresException>(() => stage.Server.ExecuteAsStaffAsync("UPDATE session_records SET content = 'x'"));
        await Assert.ThrowsAnyAsync<Npgsql.PostgresException>(() => stage.Server.ExecuteAsStaffAsync("DELETE FROM record_keys"));

        foreach (var forged in new[] { Flipped(code, 90), Flipped(code, 5), code[..^1], Flipped(typed, 3), "", "?", new string('A', 107), new string('0', 20) })
        {
            Assert.False((await VerifyAsync(stranger, forged)).GetProperty("valid").GetBoolean(), forged);
        }

        // Somebody with the owner's rights makes the conversation longer.
        await stage.CutDatabaseAsync(
            """
            SELECT set_config('app.customer', '*', false);
            ALTER TABLE session_records DISABLE TRIGGER session_records_stay;
            UPDATE session_records SET content = replace(content, '"billableSeconds":20', '"billableSeconds":2000')
            """);
        Assert.Equal(1, await stage.QueryAsync<int>("SELECT count(*) FROM session_records WHERE content LIKE '%2000%'"));
        Assert.All([await VerifyAsync(stranger, code), await VerifyAsync(stranger, typed)], answer =>
            Assert.Equal((false, JsonValueKind.Null), (answer.GetProperty("valid").GetBoolean(), answer.GetProperty("facts").ValueKind)));
    }

    [Fact]
    public async Task Nobody_else_gets_it_and_there_is_none_while_they_talk()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var interpreter = await stage.InterpreterAsync();
        var requester = await stage.RequesterAsync();
        var session = await requester.ConnectWithAsync(interpreter);
        using var running = await stage.BrowserOf(requester).GetAsync(Path(session.Id));
        Assert.Equal((HttpStatusCode.Conflict, "record_not_available"), (running.StatusCode, await running.CodeAsync()));
        await requester.EndAsync(session.Id);

        var colleague = await stage.RequesterAsync();
        var foreigner = await stage.RequesterAsync(await stage.Server.AddTenantAsync("Anderswo"));
        foreach (var (person, status) in new[] { (colleague, HttpStatusCode.NotFound), (foreigner, HttpStatusCode.NotFound), (interpreter, HttpStatusCode.Forbidden) })
        {
            using var answer = await stage.BrowserOf(person).GetAsync(Path(session.Id));
            Assert.Equal(status, answer.StatusCode);
        }

        Assert.Equal(0, await stage.QueryAsync<int>("SELECT count(*) FROM session_records"));
    }

    [Fact]
    public async Task After_a_handover_it_names_all_who_interpreted_and_the_oath_of_one()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (first, requester) = (await stage.InterpreterAsync(), await stage.RequesterAsync());
        await stage.Server.ExecuteAsStaffAsync("INSERT INTO oaths (interpreter_id, language, authority, basis, valid_until) SELECT id, 'kmr', 'Landgericht Erfurt', 'federal', '2099-12-31' FROM interpreters");
        var session = await requester.ConnectWithAsync(first);
        var relief = await stage.InterpreterAsync();
        await first.SeekReliefAsync(session.Id);
        await relief.JoinAsync();
        stage.Time.Advance(60);
        await first.HandOverAsync(session.Id);
        await requester.EndAsync(session.Id);

        using var pdf = new PdfText(await PdfAsync(stage.BrowserOf(requester), session.Id), "pdf-record-handover");
        Assert.Equal(2, Regex.Count(pdf.All, "Nummer D-[0-9]{4} Qualifizierte Sprachmittlung"));
        Assert.Equal(1, Regex.Count(pdf.All, "allgemein beeidigt"));
        Assert.DoesNotContain("Erfurt", pdf.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_nodes_sign_with_one_key_and_tell_strangers_only_so_often()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, session) = await TalkAsync(stage);
        var node = await stage.AddNodeAsync();
        using var there = await Browser.SignedInAsync(node, requester.Email);
        var files = await Task.WhenAll(PdfAsync(stage.BrowserOf(requester), session), PdfAsync(there, session));
        Assert.Equal(files[0].Length, files[1].Length);
        Assert.Equal(1, await stage.QueryAsync<int>("SELECT count(*) FROM record_keys"));

        var code = await CodeAsync(stage, session);
        using var stranger = new Browser(node);
        Assert.True((await VerifyAsync(stranger, code)).GetProperty("valid").GetBoolean());
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => stranger.GetAsync("/api/session-records/x")));
        var refused = Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.Equal("too_many_attempts", await refused.CodeAsync());
    }

    /// <summary>A customer's own scope sees no key, and a record goes with its session, which the service may delete when that is due.</summary>
    [Fact]
    public async Task The_tables_show_the_key_to_the_service_alone_and_forget_records_with_their_sessions()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, session) = await TalkAsync(stage);
        await PdfAsync(stage.BrowserOf(requester), session);
        Assert.Equal(0, await stage.QueryAsync<int>("SELECT count(*) FROM (SELECT set_config('app.customer', @customer, true)) AS scope, LATERAL (SELECT FROM record_keys) AS keys", new { customer = stage.Tenant.Customer.Value.ToString() }));
        Assert.False(await stage.QueryAsync<bool>("SELECT has_table_privilege('public', 'record_keys', 'SELECT')"));

        await stage.CutDatabaseAsync(
            """
            SELECT set_config('app.customer', '*', false);
            ALTER TABLE sessions DISABLE TRIGGER USER;
            ALTER TABLE session_stints DISABLE TRIGGER USER;
            UPDATE session_stints SET joined_at = joined_at - interval '9 years', took_over_at = took_over_at - interval '9 years', left_at = left_at - interval '9 years';
            UPDATE sessions SET created_at = created_at - interval '9 years', ended_at = ended_at - interval '9 years';
            ALTER TABLE sessions ENABLE TRIGGER USER;
            ALTER TABLE session_stints ENABLE TRIGGER USER
            """);
        await stage.Server.ExecuteAsStaffAsync("DELETE FROM session_stints; DELETE FROM sessions");
        Assert.Equal(0, await stage.QueryAsync<int>("SELECT (SELECT count(*) FROM sessions) + (SELECT count(*) FROM session_records)"));
    }

    [Fact]
    public void Codes_say_what_was_put_in_and_forgive_typing()
    {
        var (id, signature) = (Guid.NewGuid(), Enumerable.Range(0, 64).Select(value => (byte)(value * 7)).ToArray());
        Assert.True(RecordCode.TryRead(RecordCode.Write(id, signature), out var read, out var same));
        Assert.Equal((id, Convert.ToHexString(signature)), (read, Convert.ToHexString(same)));
        Assert.Equal("0123456789ABCDEFGH10", RecordCode.ReadShort(" o1l3-4567 89abcdefgh-Io".Replace("l", "2")));
        Assert.Null(RecordCode.ReadShort("0123456789ABCDEFGHU0"));
        Assert.Equal(RecordCode.Short(signature), RecordCode.ReadShort(RecordCode.Grouped(RecordCode.Short(signature)).ToLowerInvariant()));
    }

    [Theory]
    [InlineData(0, "keine, das Gespräch wird nicht berechnet")]
    [InlineData(1, "1 Sekunde")]
    [InlineData(65, "1 Minute 5 Sekunden")]
    [InlineData(2832, "47 Minuten 12 Sekunden")]
    public void The_billable_time_is_said_in_words(int seconds, string words) => Assert.Equal(words, RecordWords.Duration(seconds));

    private static async Task<(HubClient Requester, Guid Session)> TalkAsync(Stage stage)
    {
        var interpreter = await stage.InterpreterAsync();
        var requester = await stage.RequesterAsync();
        await requester.InvokeAsync<RequestView>("RequestInterpreter", new
        {
            key = Guid.NewGuid(), language = "kmr", field = "health", modality = "video", emergency = false, requirements = Array.Empty<object>(), wishes = Array.Empty<object>(), relatedAllowed = false, ownReference = "Kanarienvogel",
        });
        var answer = await interpreter.AcceptAsync(await interpreter.OfferAsync());
        await requester.NextAsync("SessionReady");
        await requester.ReportMediaAsync(answer.Session!.Id);
        await interpreter.ReportMediaAsync(answer.Session.Id);
        await requester.NextAsync("SessionStarted");
        stage.Time.Advance(20);
        await requester.EndAsync(answer.Session.Id);
        return (requester, answer.Session.Id);
    }

    private static string Path(Guid session) => $"/api/sessions/{session}/record.pdf";

    private static async Task<byte[]> PdfAsync(Browser browser, Guid session)
    {
        using var answer = await browser.GetAsync(Path(session));
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.EndsWith(".pdf", answer.Content.Headers.ContentDisposition?.FileName, StringComparison.Ordinal);
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string> CodeAsync(Stage stage, Guid session) =>
        RecordCode.Write(session, await stage.QueryAsync<byte[]>("SELECT signature FROM session_records WHERE session_id = @session", new { session }));

    private static async Task<JsonElement> VerifyAsync(Browser browser, string code)
    {
        using var answer = await browser.GetAsync("/api/session-records/" + (code.Length == 0 ? "%20" : Uri.EscapeDataString(code)));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    private static string Flipped(string code, int at) => code[..at] + (code[at] == 'A' ? 'B' : 'A') + code[(at + 1)..];
}
