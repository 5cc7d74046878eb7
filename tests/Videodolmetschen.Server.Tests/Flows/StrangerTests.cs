using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Flows;

/// <summary>What belongs to somebody else answers exactly as what does not exist.</summary>
public sealed class StrangerTests(RealPostgres postgres)
{
    [Fact]
    public async Task Nobody_can_tell_another_customers_request_from_none()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        var request = await requester.RequestAsync();
        var offer = await interpreter.OfferAsync();
        var stranger = await stage.RequesterAsync(await stage.Server.AddTenantAsync("Landratsamt", "district"));
        var colleague = await stage.InterpreterOffDutyAsync("prs");
        foreach (var id in new[] { request.Id, Guid.NewGuid() })
        {
            Assert.Equal("request_not_found", await Doing.CodeAsync(() => stranger.InvokeAsync("CancelRequest", new { requestId = id })));
        }

        foreach (var id in new[] { offer.Id, Guid.NewGuid() })
        {
            Assert.Equal("offer_not_found", await Doing.CodeAsync(() => colleague.InvokeAsync("AcceptOffer", new { offerId = id })));
            Assert.Equal("offer_not_found", await Doing.CodeAsync(() => colleague.InvokeAsync("DeclineOffer", new { offerId = id, reason = "no_time" })));
        }

        Assert.Null((await stranger.ResumeAsync()).Request);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nobody_can_tell_another_peoples_session_from_none(bool byRequester)
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var session = await (await stage.RequesterAsync()).ConnectWithAsync(await stage.InterpreterAsync());
        var stranger = byRequester ? await stage.RequesterAsync() : await stage.InterpreterAsync("prs");
        foreach (var id in new[] { session.Id, Guid.NewGuid() })
        {
            Assert.Equal("session_not_found", await Doing.CodeAsync(() => stranger.EndAsync(id)));
            Assert.Equal("session_not_found", await Doing.CodeAsync(() => stranger.ReportMediaAsync(id)));
            Assert.Equal("session_not_found", await Doing.CodeAsync(() => stranger.InvokeAsync("HoldSession", new { sessionId = id, on = true })));
            Assert.Equal("session_not_found", await Doing.CodeAsync(() => stranger.InvokeAsync("Signal", id, byRequester ? "interpreter" : "requester", new { })));
        }

        Assert.Null((await stranger.ResumeAsync(holds: session.Id, takeCall: true)).Session);
    }
}
