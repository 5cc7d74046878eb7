using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Interpreters;

public sealed class ExpiryTests(RealPostgres postgres)
{
    [Fact]
    public async Task Who_has_an_oath_that_runs_out_is_told_60_and_14_days_ahead_and_each_time_once()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        await stage.InterpreterOffDutyAsync();
        var today = BerlinTime.DayOf(stage.Time.GetUtcNow());
        await stage.Server.ExecuteAsStaffAsync("DELETE FROM oaths; UPDATE interpreters SET section_203_until = NULL");
        await stage.Server.ExecuteAsStaffAsync(
            "INSERT INTO oaths (interpreter_id, language, authority, basis, valid_until) SELECT id, 'kmr', 'LG Erfurt', 'land', @until FROM interpreters", new { until = today.AddDays(61) });
        Assert.Equal(0, await RunAsync(stage));
        await DaysLaterAsync(stage, 1);
        Assert.Equal(1, await RunAsync(stage));
        await DaysLaterAsync(stage, 46);
        Assert.Equal(1, await RunAsync(stage));
        await DaysLaterAsync(stage, 47);
        Assert.Equal(2, await RunAsync(stage));
        await DaysLaterAsync(stage, 77);
        Assert.Equal(2, await RunAsync(stage));
        Assert.Contains("in 14 Tagen", await stage.QueryAsync<string>("SELECT subject FROM mails ORDER BY created_at DESC LIMIT 1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_obligation_to_secrecy_runs_out_too_and_a_renewal_that_was_applied_for_keeps_an_oath_of_the_federation_alive()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        await stage.InterpreterOffDutyAsync();
        var soon = BerlinTime.DayOf(stage.Time.GetUtcNow()).AddDays(20);
        await stage.Server.ExecuteAsStaffAsync("DELETE FROM oaths; UPDATE interpreters SET section_203_until = @soon", new { soon });
        await stage.Server.ExecuteAsStaffAsync(
            "INSERT INTO oaths (interpreter_id, language, authority, basis, valid_until, renewal_applied_at) SELECT id, 'kmr', 'LG Erfurt', 'federal', @soon, @soon::date - 30 FROM interpreters", new { soon });
        Assert.Equal(1, await RunAsync(stage));
        Assert.Contains("§ 203 StGB", await stage.QueryAsync<string>("SELECT body_text FROM mails"), StringComparison.Ordinal);
    }

    /// <summary>A service that is started then, which is sooner done than all the rounds of its timers until then.</summary>
    private static async Task DaysLaterAsync(Stage stage, int days)
    {
        stage.Time.SetWallClock(TimeSpan.FromDays(days));
        await stage.RestartAsync();
    }

    /// <returns>How many letters there are after two runs.</returns>
    private static async Task<int> RunAsync(Stage stage)
    {
        await stage.Server.RunJobAsync("warn-of-expiry");
        await stage.Server.RunJobAsync("warn-of-expiry");
        return await stage.QueryAsync<int>("SELECT count(*) FROM mails WHERE kind = 'qualification_expiring'");
    }
}
