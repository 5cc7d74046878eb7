using Videodolmetschen.Browser.Tests.Fixtures;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Browser.Tests.Flows;

/// <summary>The service with a real coturn; interpreters' own addresses stay hidden.</summary>
public sealed class RelayedService(RealPostgres postgres, Chromium chromium, SpareService spare) : LiveService(postgres, chromium, spare)
{
    private TurnServer? _turn;

    protected override string[] Settings => ["Turn:Urls:0=" + _turn!.Url, "Turn:Secret=" + TurnServer.Secret];

    public override async ValueTask InitializeAsync()
    {
        _turn = await TurnServer.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _turn!.DisposeAsync();
    }
}

public sealed class RelayTests(RelayedService service) : Story(service), IClassFixture<RelayedService>
{
    private const string SelectedCandidateTypes =
        """
        async () => {
          const pc = window.peerConnections.findLast(pc => pc.connectionState === 'connected');
          const stats = [...(await pc.getStats()).values()];
          const transport = stats.find(row => row.type === 'transport');
          const pair = stats.find(row => row.id === transport.selectedCandidatePairId);
          return stats.find(row => row.id === pair.localCandidateId).candidateType;
        }
        """;

    [Fact]
    public async Task An_interpreter_is_reached_through_the_relay_only()
    {
        var interpreter = await Service.SignInAsync("interpreter.ukrainisch");
        await interpreter.GoOnDutyAsync();
        var requester = await Service.SignInAsync("asyl");
        await requester.AskForAsync("Ukrainisch");
        await interpreter.AcceptAsync();
        await requester.Page.SeesMovingPictureAsync();
        await interpreter.Page.SeesMovingPictureAsync();
        Assert.Equal("relay", await interpreter.Page.EvaluateAsync<string>(SelectedCandidateTypes));
        await requester.HangUpAsync();
    }
}
