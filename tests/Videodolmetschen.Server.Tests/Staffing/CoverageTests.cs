using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Staffing;

/// <summary>What coordinators see of demand, of who has declared to be there, and of what is missing.</summary>
public sealed class CoverageTests(RealPostgres postgres)
{
    /// <summary>Both Mondays at half past nine on the wall: an hour apart in UTC.</summary>
    [Theory]
    [InlineData(3, 1)]
    [InlineData(10, 3)]
    public async Task Over_a_change_of_the_clock_an_hour_stays_the_hour_on_the_wall(int month, int timesOfTheChangedHour)
    {
        var sunday = PlantedHistory.ClockChange(month);
        await using var stage = await OpenAsync(sunday.AddDays(8));
        await stage.ServedAsync("tir", sunday.AddDays(-60), 1);
        await stage.ServedAsync("tir", sunday.AddDays(-6).AddHours(9.5), 6);
        await stage.ServedAsync("tir", sunday.AddDays(1).AddHours(9.5), 4);
        await stage.UnservedAsync("tir", sunday.AddDays(1).AddHours(9.5), 2);

        var report = await ReadAsync(stage, "language=tir&weeks=2");
        Assert.Equal((12, 2, 2, 6.0), Figures(Hour(report, 1, 9)));
        Assert.Equal(12, report.GetProperty("cases").GetInt32());
        Assert.Equal(timesOfTheChangedHour, Hour(report, 7, 2).GetProperty("occurrences").GetInt32());
        Assert.Equal(2, Hour(report, 7, 3).GetProperty("occurrences").GetInt32());
    }

    [Fact]
    public async Task The_hour_that_winter_time_repeats_is_one_hour_that_came_more_often()
    {
        var sunday = PlantedHistory.ClockChange(10);
        await using var stage = await OpenAsync(sunday.AddDays(1));
        await stage.ServedAsync("tir", sunday.AddDays(-60), 1);
        await stage.ServedAsync("tir", sunday.AddHours(2.5), 3);
        var report = await ReadAsync(stage, "language=tir&weeks=1");
        Assert.Equal((3, 0, 2, 1.5), Figures(Hour(report, 7, 2)));
    }

    [Fact]
    public async Task What_is_needed_is_Erlang_s_number_for_the_load_and_the_gap_is_what_the_declared_weeks_leave()
    {
        var monday = new DateTime(DateTime.UtcNow.Year + 1, 6, 1);
        monday = monday.AddDays((8 - (int)monday.DayOfWeek) % 7);
        await using var stage = await OpenAsync(monday.AddDays(1));
        await stage.ServedAsync("tir", monday.AddDays(-30), 1);
        await stage.ServedAsync("tir", monday.AddHours(9), 20, minutes: 15);
        await DeclareAsync(stage, "tir", 540, 600);
        await DeclareAsync(stage, "tir", 570, 660);
        await DeclareAsync(stage, "pol", 540, 600);
        await stage.InterpreterAsync("tir");

        var report = await ReadAsync(stage, "language=tir&weeks=1&level=80&within=30");
        var nine = Hour(report, 1, 9);
        // 20 an hour, 15 minutes and 15 seconds of wrap-up each: 5.083 Erlang; 7 answer 68 percent in 30 seconds, 8 answer 84.
        Assert.Equal((5.083, 915.0, 8, 1.5, 7), (Number(nine, "traffic"), Number(nine, "handlingSeconds"), (int)Number(nine, "needed"), Number(nine, "declared"), (int)Number(nine, "gap")));
        Assert.Equal((1.0, 0), (Number(Hour(report, 1, 10), "declared"), (int)Number(Hour(report, 1, 10), "gap")));
        Assert.Equal((3, 1, 1), (report.GetProperty("speakers").GetInt32(), report.GetProperty("undeclared").GetInt32(), report.GetProperty("onDuty").GetProperty("available").GetInt32()));
        Assert.Equal(6, Number(Hour(await ReadAsync(stage, "language=tir&weeks=1&level=50&within=600"), 1, 9), "needed"));
        Assert.Equal(2.5, Number(Hour(await ReadAsync(stage, "weeks=1"), 1, 9), "declared"));
    }

    [Fact]
    public async Task Few_cases_are_marked_and_days_before_the_first_request_are_not_counted()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var today = stage.Time.Steady.UtcDateTime.Date;
        await stage.ServedAsync("tir", today.AddDays(-3).AddHours(8), 4);
        await stage.ServedAsync("tir", today.AddDays(-3).AddHours(11), 5);
        var report = await ReadAsync(stage, "language=tir&weeks=8");
        var weekday = (((int)today.AddDays(-3).DayOfWeek + 6) % 7) + 1;
        Assert.Equal((true, false), (Hour(report, weekday, 8).GetProperty("isSmall").GetBoolean(), Hour(report, weekday, 11).GetProperty("isSmall").GetBoolean()));
        Assert.Equal((5, 0, 1, 5.0), Figures(Hour(report, weekday, 11)));
        Assert.Equal(DateOnly.FromDateTime(today.AddDays(-3)), DateOnly.FromDateTime(report.GetProperty("from").GetDateTime()));
    }

    [Fact]
    public async Task Without_history_there_are_no_cases_and_a_length_is_assumed()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var report = await ReadAsync(stage, "");
        Assert.Equal((0, true, 1215.0), (report.GetProperty("cases").GetInt32(), report.GetProperty("isHandlingAssumed").GetBoolean(), Number(report, "handlingSeconds")));
        Assert.All(report.GetProperty("hours").EnumerateArray(), hour => Assert.Equal(0, Number(hour, "needed")));
    }

    [Fact]
    public async Task The_same_comes_as_a_file_and_nonsense_is_refused()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        await stage.ServedAsync("tir", stage.Time.Steady.UtcDateTime.Date.AddDays(-2).AddHours(8), 8);
        var coordinator = await stage.CoordinatorAsync();
        using var csv = await stage.BrowserOf(coordinator).GetAsync("/api/coverage.csv?language=tir&weeks=1");
        var lines = (await csv.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Trim().Split("\r\n");
        Assert.Equal(169, lines.Length);
        Assert.Contains(lines, line => line.Contains(";8 bis 9 Uhr;Tigrinya;8;0;", StringComparison.Ordinal) && line.EndsWith(";nein", StringComparison.Ordinal));
        foreach (var (query, code) in new[] { ("weeks=0", "argument_invalid"), ("weeks=53", "argument_invalid"), ("level=100", "argument_invalid"), ("within=1", "argument_invalid"), ("language=kur", "language_unknown") })
        {
            using var refused = await stage.BrowserOf(coordinator).GetAsync("/api/coverage?" + query);
            Assert.Equal((query, code), (query, await refused.CodeAsync()));
        }
    }

    private async Task<Stage> OpenAsync(DateTime day) =>
        await Stage.OpenAsync(await postgres.CreateDatabaseAsync(), new ManualTime(new DateTimeOffset(day.AddHours(9), TimeSpan.Zero)));

    private static async Task DeclareAsync(Stage stage, string language, int from, int to)
    {
        var interpreter = await stage.InterpreterOffDutyAsync(language);
        await stage.Server.ExecuteAsStaffAsync(
            "INSERT INTO availability_windows (interpreter_id, weekday, from_minute, to_minute) SELECT interpreter_id, 1, @from, @to FROM users WHERE email = @Email",
            new { interpreter.Email, from, to });
    }

    private static async Task<JsonElement> ReadAsync(Stage stage, string query)
    {
        using var answer = await stage.BrowserOf(await stage.CoordinatorAsync()).GetAsync("/api/coverage?" + query);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    private static JsonElement Hour(JsonElement report, int weekday, int hour) =>
        Assert.Single(report.GetProperty("hours").EnumerateArray(), one => (int)Number(one, "weekday") == weekday && (int)Number(one, "hour") == hour);

    private static (int Cases, int Unserved, int Occurrences, double PerHour) Figures(JsonElement hour) =>
        ((int)Number(hour, "cases"), (int)Number(hour, "unserved"), (int)Number(hour, "occurrences"), Number(hour, "perHour"));

    private static double Number(JsonElement element, string name) => element.GetProperty(name).GetDouble();
}
