using Videodolmetschen.Browser.Tests.Fixtures;

namespace Videodolmetschen.Browser.Tests.Flows;

public sealed class SurvivalTests(LiveService service) : Story(service), IClassFixture<LiveService>
{
    [Fact]
    public async Task A_killed_server_leaves_the_call_running_and_comes_back_to_one_session_billed_to_its_end()
    {
        var interpreter = await Service.SignInAsync("interpreter.albanisch");
        await interpreter.GoOnDutyAsync();
        var requester = await Service.SignInAsync("jugendamt");
        await requester.AskForAsync("Gegisch");
        await interpreter.AcceptAsync();
        await requester.Page.SeesMovingPictureAsync();

        await Service.Server.KillAsync();
        await requester.SeesAsync("Das Gespräch läuft weiter.");
        await requester.Page.SeesMovingPictureAsync(frames: 60);
        await interpreter.Page.SeesMovingPictureAsync(frames: 60);
        await Service.Server.StartAgainAsync();
        await requester.IsConnectedAsync();
        await interpreter.IsConnectedAsync();
        await requester.Page.SeesMovingPictureAsync();
        await requester.ClockReachesAsync(15);
        await requester.HangUpAsync();
        await interpreter.SeesAsync("Nachbereitung");

        var session = Assert.Single(await Service.Tables.SessionsOfAsync(requester.Email));
        Assert.InRange(session.BillableSeconds!.Value, session.LastedSeconds!.Value - 1.5, session.LastedSeconds.Value);
    }
}
