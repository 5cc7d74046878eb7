using System.Diagnostics;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Flows;

public sealed class ShutdownTests(RealPostgres postgres)
{
    [Fact]
    public async Task A_stop_in_full_operation_is_quick_sends_nobody_away_and_leaves_the_session_running()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        var session = await requester.ConnectWithAsync(interpreter);
        List<HubClient> tabs = [requester, interpreter];
        while (tabs.Count < 50)
        {
            tabs.Add(await stage.AgainAsync(requester));
            await tabs[^1].ResumeAsync();
        }

        var began = Stopwatch.GetTimestamp();
        await stage.Server.App.StopAsync();
        await Task.WhenAll(tabs.Select(tab => tab.Closed));
        var took = Stopwatch.GetElapsedTime(began);
        Assert.True(took < TimeSpan.FromSeconds(5), $"{took}");
        await stage.RestartAsync();
        Assert.All(tabs, tab => Assert.False(tab.IsSentAway));
        var again = await (await stage.AgainAsync(requester, requester.Device)).ResumeAsync(holds: session.Id);
        Assert.Equal((session.Id, SessionState.Active), (again.Session!.Id, again.Session.State));
    }
}
