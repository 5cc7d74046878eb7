using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Faults;

/// <summary>I16: what the wall clock does, no billed second follows.</summary>
public sealed class ClockTests(RealPostgres postgres)
{
    [Theory]
    [InlineData(3)]
    [InlineData(10)]
    public async Task A_change_of_summer_time_during_a_session_changes_no_billed_second(int month)
    {
        var change = LastSunday(DateTime.UtcNow.Year + 1, month).AddHours(1);
        await using var stage = await Stage.OpenAsync(await postgres.CreateDatabaseAsync(), new ManualTime(change.AddSeconds(-12)));
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        var session = await requester.ConnectWithAsync(interpreter);
        stage.Time.Advance(24);
        var ended = await requester.EndAsync(session.Id);
        Assert.Equal((24, change.AddSeconds(-12), change.AddSeconds(12)), (ended.BillableSeconds!.Value, ended.StartedAt!.Value, ended.EndedAt!.Value));
        Assert.Equal(TimeSpan.FromSeconds(24) + TimeSpan.FromHours(month == 3 ? 1 : -1), InBerlin(ended.EndedAt.Value) - InBerlin(ended.StartedAt.Value));
    }

    [Theory]
    [InlineData(-1, 40)]
    [InlineData(1, 40)]
    public async Task A_wall_clock_that_was_set_while_the_server_restarted_bills_no_second_that_was_not_spoken(int hours, int billed)
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        var session = await requester.ConnectWithAsync(interpreter);
        stage.Time.Advance(20);
        stage.Time.SetWallClock(TimeSpan.FromHours(hours));
        await stage.RestartAsync();
        (requester, interpreter) = (await stage.AgainAsync(requester, requester.Device), await stage.AgainAsync(interpreter, interpreter.Device));
        await requester.ResumeAsync(holds: session.Id);
        await interpreter.ResumeAsync(holds: session.Id);
        await requester.ReportMediaAsync(session.Id, forSeconds: 20);
        await interpreter.ReportMediaAsync(session.Id, forSeconds: 20);
        stage.Time.Advance(20);
        var ended = await requester.EndAsync(session.Id);
        Assert.Equal((SessionState.Ended, billed), (ended.State, ended.BillableSeconds));
    }

    [Theory]
    [InlineData(-1, null, 10)]
    [InlineData(1, null, 10)]
    [InlineData(-1, 30, 30)]
    [InlineData(1, 30, 30)]
    public async Task A_hang_up_before_any_word_of_media_after_the_restart_bills_what_the_browsers_have_shown(int hours, int? flowed, int billed)
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        var session = await requester.ConnectWithAsync(interpreter);
        stage.Time.Advance(10);
        await requester.ReportMediaAsync(session.Id, forSeconds: 10);
        await interpreter.ReportMediaAsync(session.Id, forSeconds: 10);
        stage.Time.Advance(20);
        stage.Time.SetWallClock(TimeSpan.FromHours(hours));
        await stage.RestartAsync();
        requester = await stage.AgainAsync(requester, requester.Device);
        var ended = await requester.EndAsync(session.Id, flowedSeconds: flowed);
        Assert.Equal((SessionState.Ended, billed), (ended.State, ended.BillableSeconds));
    }

    private static DateTimeOffset LastSunday(int year, int month)
    {
        var last = new DateTimeOffset(year, month, 31, 0, 0, 0, TimeSpan.Zero);
        return last.AddDays(-(int)last.DayOfWeek);
    }

    private static DateTime InBerlin(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")).DateTime;
}
