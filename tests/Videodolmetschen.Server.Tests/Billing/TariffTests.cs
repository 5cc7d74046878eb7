using System.Net;
using System.Text.Json;
using Npgsql;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Languages;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Billing;
using Videodolmetschen.Server.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Videodolmetschen.Server.Tests.Billing;

/// <summary>Coordinators keep tariffs in versions; what was billed by one stays.</summary>
public sealed class TariffTests(RealPostgres postgres)
{
    [Fact]
    public async Task Ready_made_tariffs_are_there_and_nobody_has_one_yet()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var coordinator = stage.BrowserOf(await stage.CoordinatorAsync());
        var seen = await coordinator.ReadAsync("/api/tariffs");
        Assert.Equal(TariffCatalogue.ReadyMade.Count, seen.GetProperty("tariffs").GetArrayLength());
        Assert.Equal(0, seen.GetProperty("assignments").GetArrayLength());
        var jveg = seen.GetProperty("tariffs").EnumerateArray().Where(one => one.GetProperty("tariff").GetProperty("family").GetString() == "jveg-interpreter").ToList();
        Assert.Equal(["2025-06-01", "2021-01-01"], jveg.Select(one => one.GetProperty("tariff").GetProperty("validFrom").GetString()));
        Assert.Equal("93,00 EUR je Stunde, die letzte angefangene bis 30 Minuten zur Hälfte", jveg[0].GetProperty("words").GetString());
        Assert.False(jveg[0].GetProperty("isUsed").GetBoolean());
    }

    [Fact]
    public async Task A_draft_is_shown_with_what_speaks_against_it_and_what_it_would_cost_and_nothing_is_stored()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var coordinator = stage.BrowserOf(await stage.CoordinatorAsync());
        var draft = (TariffCatalogue.PerMinute with { Family = "stadt", ValidFrom = new DateOnly(2027, 1, 1), Price = new TariffPrice.PerMinute(2m, 10, 5) }).Draft();
        var good = await coordinator.OkAsync("/api/tariffs/check", new { tariff = draft });
        Assert.Equal(0, good.GetProperty("violations").GetArrayLength());
        var talk = good.GetProperty("examples").EnumerateArray().Single(one => one.GetProperty("title").GetString() == "Gespräch von 47 Minuten, Dienstag 10:00 Uhr");
        Assert.Equal((100m, 50m), (talk.GetProperty("net").GetDecimal(), talk.GetProperty("lines")[0].GetProperty("quantity").GetDecimal()));
        draft["price"]!["minimumMinutes"] = 12;
        draft["price"]!["price"] = -1;
        var bad = await coordinator.OkAsync("/api/tariffs/check", new { tariff = draft });
        Assert.Equal(
            ["price.price negative_amount", "price.minimumMinutes minimum_off_its_steps"],
            bad.GetProperty("violations").EnumerateArray().Select(one => $"{one.GetProperty("field").GetString()} {one.GetProperty("code").GetString()}"));
        Assert.Equal(TariffCatalogue.ReadyMade.Count, await stage.QueryAsync<int>("SELECT count(*) FROM tariffs"));
    }

    [Fact]
    public async Task A_new_version_is_added_changed_while_unused_and_refused_where_it_breaks_a_rule()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var coordinator = stage.BrowserOf(await stage.CoordinatorAsync());
        var draft = (TariffCatalogue.PerMinute with { ValidFrom = new DateOnly(2027, 1, 1) }).Draft();
        var added = await coordinator.OkAsync("/api/tariffs", new { tariff = draft });
        var mine = added.GetProperty("tariffs").EnumerateArray().Single(one => one.GetProperty("tariff").GetProperty("validFrom").GetString() == "2027-01-01");
        var id = mine.GetProperty("tariff").GetProperty("id").GetGuid();
        Assert.NotEqual(TariffCatalogue.PerMinute.Id.Value, id);

        var again = await coordinator.TryAsync(HttpMethod.Post, "/api/tariffs", new { tariff = draft });
        Assert.Equal((HttpStatusCode.BadRequest, "tariff_invalid"), (again.Status, again.Answer.GetProperty("code").GetString()));
        Assert.Equal("overlap", again.Answer.GetProperty("violations")[0].GetProperty("code").GetString());

        draft["name"] = "Minutenpreis 2027";
        Assert.Equal(HttpStatusCode.OK, (await coordinator.TryAsync(HttpMethod.Put, $"/api/tariffs/{id}", new { revision = 1, tariff = draft })).Status);
        var late = await coordinator.TryAsync(HttpMethod.Put, $"/api/tariffs/{id}", new { revision = 1, tariff = draft });
        Assert.Equal((HttpStatusCode.Conflict, "tariff_changed_meanwhile"), (late.Status, late.Answer.GetProperty("code").GetString()));
        Assert.Equal("Minutenpreis 2027", await stage.QueryAsync<string>("SELECT name FROM tariffs WHERE id = @id", new { id }));
        Assert.Equal(2, await stage.QueryAsync<int>("SELECT count(*) FROM audit_entries WHERE subject = @subject", new { subject = $"tariff:{id}" }));
    }

    [Theory]
    [InlineData("""{ "tariff": {} }""")]
    [InlineData("""{ "tariff": { "family": "x", "price": { "kind": "by_moonlight" } } }""")]
    [InlineData("""{ }""")]
    public async Task What_is_no_tariff_is_refused_with_a_code(string body)
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var coordinator = stage.BrowserOf(await stage.CoordinatorAsync());
        var (status, answer) = await coordinator.TryAsync(HttpMethod.Post, "/api/tariffs", JsonDocument.Parse(body).RootElement);
        Assert.Equal((HttpStatusCode.BadRequest, "argument_invalid"), (status, answer.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("\"XX\"")]
    [InlineData("\"Thüringen\"")]
    [InlineData("3")]
    public async Task Whose_holidays_count_is_one_of_the_sixteen_Laender(string land)
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var coordinator = stage.BrowserOf(await stage.CoordinatorAsync());
        var draft = (TariffCatalogue.PerMinute with { HolidaysOf = Domain.Calendar.Land.TH }).Draft();
        Assert.Equal("TH", draft["holidaysOf"]!.GetValue<string>());
        draft["holidaysOf"] = System.Text.Json.Nodes.JsonNode.Parse(land);
        var (status, answer) = await coordinator.TryAsync(HttpMethod.Post, "/api/tariffs/check", new { tariff = draft });
        Assert.Equal((HttpStatusCode.BadRequest, "argument_invalid"), (status, answer.GetProperty("code").GetString()));
    }

    /// <summary>As it was stored before anybody could name a Land.</summary>
    [Fact]
    public void A_version_that_names_no_Land_is_read_as_before_and_counts_the_holidays_of_the_seat()
    {
        const string Stored =
            """
            {"id":"7a21f000-0000-4000-8000-000000000099","family":"amt","name":"Amt","side":"customer","validFrom":"2025-06-01","chosenBy":"date_of_service",
            "price":{"kind":"per_half_hour","hourlyRate":93},"rows":[],"surcharges":[{"key":"holiday","name":"Feiertag","kind":"percent","value":20,
            "bands":[{"days":128,"from":"00:00:00","until":"00:00:00"}],"needsNecessity":false}],"stacking":"highest_only",
            "slots":{"unusedPercent":100,"noShowPercent":100,"delayPercent":50}}
            """;
        var tariff = TariffJson.Read(Stored);
        Assert.Null(tariff.HolidaysOf);
        Assert.DoesNotContain("holidaysOf", TariffJson.Write(tariff), StringComparison.Ordinal);
        var reformation = new DateTimeOffset(2026, 10, 31, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal((111.60m, 93m), (NetOf("TH"), NetOf("BE")));

        decimal NetOf(string land)
        {
            var due = new DueService { Side = BillingSide.Customer, Kind = "session", Modality = "video", Land = land, OrderedAt = reformation, FromAt = reformation, UntilAt = reformation.AddMinutes(47), Seconds = 47 * 60 };
            return TariffRating.Rate(tariff, due.Terms(null!), due.Facts).Net;
        }
    }

    /// <summary>Before the order, and as it is rated: the same row counts, and a language goes before its group.</summary>
    [Fact]
    public async Task A_price_for_a_group_of_languages_is_shown_and_billed_and_a_language_of_its_own_goes_before_it()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var coordinator = stage.BrowserOf(await stage.CoordinatorAsync());
        var draft = (TariffCatalogue.PerMinute with
        {
            Family = "sprachgruppen",
            Rows = [new PriceRow(new TariffPrice.PerMinute(2m, 15, 1)) { Languages = ["kurdish"] }, new PriceRow(new TariffPrice.PerMinute(3m, 15, 1)) { Languages = ["ckb"] }],
        }).Draft();
        var check = await coordinator.OkAsync("/api/tariffs/check", new { tariff = draft });
        Assert.Equal(
            (94m, 141m),
            (Net(check, "Gespräch von 47 Minuten, Kurdisch (Kurmandschi)"), Net(check, "Gespräch von 47 Minuten, Kurdisch (Sorani)")));
        await coordinator.OkAsync("/api/tariffs", new { tariff = draft });
        await coordinator.AssignAsync(BillingSide.Customer, "sprachgruppen");
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        var browser = stage.BrowserOf(requester);
        foreach (var (language, price) in (List<(string, string)>)[("kmr", "2,00"), ("ckb", "3,00"), ("tir", "1,45")])
        {
            Assert.StartsWith($"{price} EUR je Minute", (await browser.ReadAsync($"/api/price?language={language}&modality=video")).GetProperty("sentence").GetString(), StringComparison.Ordinal);
        }

        var session = await requester.ConnectWithAsync(interpreter);
        stage.Time.Advance(20);
        await requester.EndAsync(session.Id);
        await stage.RateAsync();
        Assert.Equal("15 minute 2 30.00 price.per_minute", (await stage.LinesAsync("customer"))!.Split('\n')[0]);
    }

    [Fact]
    public async Task A_row_names_only_languages_and_groups_that_there_are()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var coordinator = stage.BrowserOf(await stage.CoordinatorAsync());
        var draft = (TariffCatalogue.PerMinute with { Family = "sprachgruppen", Rows = [new PriceRow(TariffCatalogue.PerMinute.Price) { Languages = ["kur"] }] }).Draft();
        var refused = await coordinator.TryAsync(HttpMethod.Post, "/api/tariffs", new { tariff = draft });
        var violation = Assert.Single(refused.Answer.GetProperty("violations").EnumerateArray());
        Assert.Equal(("rows[0].languages", "language_unknown"), (violation.GetProperty("field").GetString(), violation.GetProperty("code").GetString()));
    }

    private static decimal Net(JsonElement check, string title) =>
        check.GetProperty("examples").EnumerateArray().Single(one => one.GetProperty("title").GetString() == title).GetProperty("net").GetDecimal();

    [Fact]
    public async Task What_was_billed_by_a_version_keeps_it_and_its_own_rows_for_ever()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var coordinator = stage.BrowserOf(await stage.CoordinatorAsync());
        await coordinator.AssignAsync(BillingSide.Customer, "per-minute");
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        var session = await requester.ConnectWithAsync(interpreter);
        stage.Time.Advance(20);
        await requester.EndAsync(session.Id);
        await stage.RateAsync();

        var used = await coordinator.TryAsync(HttpMethod.Put, $"/api/tariffs/{TariffCatalogue.PerMinute.Id.Value}", new { revision = 1, tariff = TariffCatalogue.PerMinute.Draft() });
        Assert.Equal((HttpStatusCode.Conflict, "tariff_used"), (used.Status, used.Answer.GetProperty("code").GetString()));
        var seen = await coordinator.ReadAsync("/api/tariffs");
        Assert.True(seen.GetProperty("tariffs").EnumerateArray().Single(one => one.GetProperty("tariff").GetProperty("family").GetString() == "per-minute").GetProperty("isUsed").GetBoolean());
        foreach (var attempt in (string[])
        [
            "UPDATE tariffs SET name = 'x' WHERE family = 'per-minute'", "DELETE FROM tariffs WHERE family = 'per-minute'",
            "UPDATE billing_lines SET net = 0", "DELETE FROM billing_lines", "UPDATE rated_services SET net = 0", "DELETE FROM rated_services",
            "UPDATE tariff_assignments SET family = 'jveg-customer'",
        ])
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => stage.Server.ExecuteAsStaffAsync(attempt));
            Assert.Contains(refused.SqlState, (string[])[PostgresErrorCodes.IntegrityConstraintViolation, PostgresErrorCodes.InsufficientPrivilege]);
        }
    }

    [Fact]
    public async Task A_later_version_is_not_moved_into_a_time_that_was_billed_nor_into_another_family()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        await world.TalkedAsync(await world.CustomerAsync("Amt"), await world.InterpreterAsync());
        var next = TariffCatalogue.PerMinute with { ValidFrom = new DateOnly(2030, 1, 1) };
        await world.Coordinator.OkAsync("/api/tariffs", new { tariff = next.Draft() });
        var id = await world.Stage.QueryAsync<Guid>("SELECT id FROM tariffs WHERE valid_from = '2030-01-01'");
        Assert.Equal("begins_in_used_time", await ChangeAsync(next with { ValidFrom = new DateOnly(2026, 1, 1) }));
        Assert.Equal("tariff_changed_meanwhile", await ChangeAsync(next with { Family = "another" }));
        Assert.Null(await ChangeAsync(next with { Price = new TariffPrice.PerMinute(2m, 15, 1) }));

        async Task<string?> ChangeAsync(Tariff draft)
        {
            var (status, answer) = await world.Coordinator.TryAsync(HttpMethod.Put, $"/api/tariffs/{id}", new { revision = 1, tariff = draft.Draft() });
            return status == HttpStatusCode.OK ? null : answer.TryGetProperty("violations", out var violations) ? violations[0].GetProperty("code").GetString() : answer.GetProperty("code").GetString();
        }
    }

    [Fact]
    public async Task Whoever_changes_a_version_by_which_something_is_just_being_rated_waits_and_is_refused()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        var (office, interpreter) = (await world.CustomerAsync("Amt"), await world.InterpreterAsync());
        await using var rating = await world.Stage.Server.Services.GetRequiredService<TenantScope>().OpenForStaffAsync(CancellationToken.None);
        var now = world.Stage.Time.GetUtcNow();
        var tariff = await Tariffs.FindToRateAsync(rating.Transaction, BillingSide.Customer, office.Customer.Value, now, now, CancellationToken.None);
        var change = world.Coordinator.TryAsync(HttpMethod.Put, $"/api/tariffs/{tariff!.Id.Value}", new { revision = 1, tariff = (tariff with { Price = new TariffPrice.PerMinute(9m, 15, 1) }).Draft() });
        var due = new DueService { Side = BillingSide.Customer, Kind = "session", SourceId = Guid.NewGuid(), CustomerId = office.Customer.Value, UnitId = office.Unit.Value, Language = "kmr", Modality = "video", Land = "TH", FromAt = now, UntilAt = now.AddMinutes(1), OrderedAt = now, Seconds = 60 };
        await RatedServiceStore.AddAsync(rating.Transaction, due, tariff, TariffRating.Rate(tariff, due.Terms(world.Stage.Server.Services.GetRequiredService<LanguageCatalogue>()), due.Facts), now, CancellationToken.None);
        await Task.Delay(300);
        Assert.False(change.IsCompleted);
        await rating.CommitAsync(CancellationToken.None);
        Assert.Equal("tariff_used", (await change).Answer.GetProperty("code").GetString());
        Assert.NotEqual(default, interpreter);
    }
}
