using Videodolmetschen.Browser.Tests.Fixtures;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Browser.Tests.Flows;

/// <summary>One unanswered offer makes a pause, and after a second of waiting there are choices.</summary>
public sealed class Impatient(RealPostgres postgres, Chromium chromium) : LiveService(postgres, chromium)
{
    protected override string[] Settings =>
        ["Dispatch:Policy:OfferLife=00:00:03", "Dispatch:Policy:MissesUntilPause=1", "Dispatch:Policy:ChoicesAfter=00:00:01"];
}

public sealed class AccessibilityOfLongWaitsTests(Impatient service) : Story(service), IClassFixture<Impatient>
{
    [Fact]
    public async Task A_long_wait_behind_another_call_violates_nothing()
    {
        var coordinator = await Service.SignInAsync("disposition");
        var interpreter = await Service.SignInAsync("interpreter.somali");
        var first = await Service.SignInAsync("asyl");
        await interpreter.GoOnDutyAsync();
        await first.AskForAsync("Somali");
        await interpreter.AcceptAsync();
        var second = await Service.SignInAsync("sozialamt");
        await second.AskForAsync("Somali");
        await second.SeesAsync("Das können Sie inzwischen tun");
        await second.Page.IsAccessibleAsync("requester choices");
        await coordinator.Page.GetByLabel("Lange Wartezeit").First.WaitForAsync();
        await coordinator.Page.IsAccessibleAsync("coordinator long wait");
    }

    [Fact]
    public async Task A_pause_after_missed_offers_violates_nothing()
    {
        var interpreter = await Service.SignInAsync("interpreter.vietnamesisch");
        var requester = await Service.SignInAsync("jugendamt");
        await interpreter.GoOnDutyAsync();
        await requester.AskForAsync("Vietnamesisch");
        await interpreter.SeesAsync("Zurück in den Dienst");
        await interpreter.Page.IsAccessibleAsync("interpreter paused after misses");
    }
}
