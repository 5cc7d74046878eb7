using System.Globalization;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Tests.Fixtures;
using static Videodolmetschen.Server.Tests.Flows.AppointmentTests;

namespace Videodolmetschen.Server.Tests.Billing;

/// <summary>On a Sunday the law pays more, where the ordering body has found that it had to be then (§ 9 (6) JVEG).</summary>
public sealed class NecessityTests(RealPostgres postgres)
{
    [Theory]
    [InlineData(true, "111.60", "1 hour 93 93.00 price.half_hours\n1 hour 18.6 18.60 surcharge.jveg")]
    [InlineData(false, "93.00", "1 hour 93 93.00 price.half_hours")]
    public async Task A_sunday_is_dearer_only_where_it_was_said_to_be_necessary(bool necessary, string shown, string rated)
    {
        await using var stage = await JvegAsync();
        var requester = stage.BrowserOf(await stage.RequesterAsync());
        var interpreter = Assert.Single(await InterpretersAsync(stage, 1));
        var order = On(stage, DayOfWeek.Sunday, necessary);
        var check = await requester.OkAsync("/api/appointments/check", order);
        Assert.True(check.GetProperty("isUnfavourable").GetBoolean());
        Assert.Equal(shown, check.GetProperty("price").GetProperty("net").GetDecimal().ToString("0.00", CultureInfo.InvariantCulture));
        var booked = Assert.Single(await BookAsync(requester, order));
        Assert.Equal(necessary, booked.GetProperty("isNecessary").GetBoolean());
        var (browser, ask) = Assert.Single(await AsksAsync([interpreter]));
        Assert.Equal(shown, (await browser.ReadAsync($"/api/appointments/{Text(booked, "id")}/earnings")).GetProperty("net").GetDecimal().ToString("0.00", CultureInfo.InvariantCulture));
        await AnswerAsync(browser, ask, "accept");
        await HeldAsync(stage, Text(booked, "id")!);
        await stage.RateAsync();
        Assert.Equal((rated, rated), (await stage.LinesAsync("customer"), await stage.LinesAsync("interpreter")));
    }

    [Fact]
    public async Task A_weekday_at_ten_asks_nothing()
    {
        await using var stage = await JvegAsync();
        var check = await stage.BrowserOf(await stage.RequesterAsync()).OkAsync("/api/appointments/check", On(stage, DayOfWeek.Wednesday, false));
        // A holiday in the middle of a week is unfavourable, too.
        Assert.Equal(check.GetProperty("slots")[0].GetProperty("holiday").GetString() is not null, check.GetProperty("isUnfavourable").GetBoolean());
    }

    /// <summary>A holiday in one Land that is none in Thüringen: the contract says which counts, wherever the customer sits (GERMANY.md 1.4).</summary>
    [Theory]
    [InlineData(true, "111.60", "1 hour 93 93.00 price.half_hours\n1 hour 18.6 18.60 surcharge.jveg")]
    [InlineData(false, "93.00", "1 hour 93 93.00 price.half_hours")]
    public async Task The_tariff_says_whose_holidays_count(bool countsThem, string shown, string rated)
    {
        await using var stage = await Stage.OpenAsync(postgres, "Scheduling:Rules:DaysAheadAtMost=400");
        var (day, there) = HolidayElsewhere(stage);
        var coordinator = stage.BrowserOf(await stage.CoordinatorAsync());
        foreach (var tariff in (Tariff[])[TariffCatalogue.Jveg93Customer, TariffCatalogue.Jveg93Interpreter])
        {
            var family = $"elsewhere-{tariff.Family}";
            await coordinator.OkAsync("/api/tariffs", new { tariff = (tariff with { Family = family, HolidaysOf = countsThem ? there : Land.TH }).Draft() });
            await coordinator.AssignAsync(tariff.Side, family);
        }

        var requester = stage.BrowserOf(await stage.RequesterAsync());
        var interpreter = Assert.Single(await InterpretersAsync(stage, 1));
        await stage.Server.ExecuteAsStaffAsync("UPDATE customers SET land = @land", new { land = countsThem ? "TH" : there.ToString() });
        var order = At(day.AddHours(10), necessary: true);
        var check = await requester.OkAsync("/api/appointments/check", order);
        Assert.Equal(!countsThem, check.GetProperty("slots")[0].GetProperty("holiday").GetString() is not null);
        Assert.True(check.GetProperty("isUnfavourable").GetBoolean());
        Assert.Equal(shown, Net(check.GetProperty("price")));
        var id = Text(Assert.Single(await BookAsync(requester, order)), "id")!;
        var (browser, ask) = Assert.Single(await AsksAsync([interpreter]));
        Assert.Equal(shown, Net(await browser.ReadAsync($"/api/appointments/{id}/earnings")));
        await AnswerAsync(browser, ask, "accept");
        await HeldAsync(stage, id);
        await stage.RateAsync();
        Assert.Equal((rated, rated), (await stage.LinesAsync("customer"), await stage.LinesAsync("interpreter")));
    }

    private async Task<Stage> JvegAsync()
    {
        var stage = await Stage.OpenAsync(postgres);
        var coordinator = stage.BrowserOf(await stage.CoordinatorAsync());
        await coordinator.AssignAsync(BillingSide.Customer, "jveg-customer");
        await coordinator.AssignAsync(BillingSide.Interpreter, "jveg-interpreter");
        return stage;
    }

    /// <summary>The next of them on which nothing else is unfavourable.</summary>
    private static (DateTime Day, Land Land) HolidayElsewhere(Stage stage)
    {
        bool IsHoliday(DateTime day, Land land) => GermanHolidays.ByLaw.IsHoliday(DateOnly.FromDateTime(day), new HolidayRegion(land));
        var first = BerlinTime.WallClock(stage.Time.GetUtcNow()).Date.AddDays(4);
        return (from ahead in Enumerable.Range(0, 300)
                let day = first.AddDays(ahead)
                where day.DayOfWeek != DayOfWeek.Sunday && !IsHoliday(day, Land.TH)
                from land in Enum.GetValues<Land>()
                where IsHoliday(day, land)
                select (day, land)).First();
    }

    private static string Net(System.Text.Json.JsonElement price) => price.GetProperty("net").GetDecimal().ToString("0.00", CultureInfo.InvariantCulture);

    private static object On(Stage stage, DayOfWeek day, bool necessary)
    {
        var first = BerlinTime.WallClock(stage.Time.GetUtcNow()).Date.AddDays(4);
        return At(first.AddDays(((int)day - (int)first.DayOfWeek + 7) % 7).AddHours(10), necessary);
    }

    private static object At(DateTime wall, bool necessary) => new
    {
        key = Guid.NewGuid(),
        need = new { language = "kmr", field = "health", modality = "video" },
        when = new { wallStart = wall.ToString("s", CultureInfo.InvariantCulture), lengthMinutes = 45, isNecessary = necessary },
    };

    /// <summary>As the day of the appointment leaves it, without living through it.</summary>
    private static Task HeldAsync(Stage stage, string appointment) => stage.Server.ExecuteAsStaffAsync(
        """
        UPDATE appointments SET state = 'held', ended_at = ends_at WHERE id = @id;
        INSERT INTO appointment_facts (appointment_id, interpreter_id, outcome, starts_at, ends_at, talked_from, talked_until, counted_seconds,
          interpreter_late_seconds, customer_late_seconds, halved_delay_seconds, overrun_seconds, slot_is_billed, recorded_at)
        SELECT id, interpreter_id, 'held', starts_at, ends_at, starts_at, ends_at, 2700, 0, 0, 0, 0, true, ends_at FROM appointments WHERE id = @id
        """,
        new { id = Guid.Parse(appointment) });
}
