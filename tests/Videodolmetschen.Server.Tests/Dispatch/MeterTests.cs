using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Dispatch;

public sealed class MeterTests(RealPostgres postgres)
{
    [Fact]
    public async Task A_conversation_is_measured_from_the_press_to_its_end()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        using var measures = new Measures(stage.Server);
        await ConverseAsync(stage, requester, interpreter);
        Assert.Equal(new Measured("videodolmetschen.offer.answer.duration", "s", 3, "offer.state=accepted"), Assert.Single(measures.Of("offer.answer.duration")));
        Assert.Equal((3, "s"), (Assert.Single(measures.Of("request.ready.duration")).Value, measures.Of("request.ready.duration")[0].Unit));
        Assert.Equal(5, Assert.Single(measures.Of("request.media.duration")).Value);
        Assert.Equal("offer.cause=none offer.state=accepted", Assert.Single(measures.Of("offer.outcomes")).Tags);
        Assert.Equal("session.end_reason=hang_up_requester", Assert.Single(measures.Of("session.outcomes")).Tags);
        Assert.Equal("request.cause=none request.state=fulfilled", Assert.Single(measures.Of("request.outcomes")).Tags);
        Assert.Equal("s", Assert.Single(measures.Of("dispatch.offer.duration")).Unit);
        Assert.All(measures.Of("dispatch.commit.duration").Concat(measures.Of("dispatch.command.wait.duration")), one => Assert.Equal("s", one.Unit));
        Assert.NotEmpty(measures.Of("dispatch.commit.duration"));
        Assert.Contains(measures.Of("dispatch.batch.size"), one => one is { Value: 1, Unit: "{command}" });
    }

    [Fact]
    public async Task A_request_that_nobody_could_take_is_counted_with_its_cause_and_language()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        await stage.InterpreterOffDutyAsync();
        var requester = await stage.RequesterAsync();
        using var measures = new Measures(stage.Server);
        await requester.RequestAsync();
        await stage.SettleAsync();
        Assert.Equal("request.cause=none_on_duty request.language=kmr request.state=unserved", Assert.Single(measures.Of("request.outcomes")).Tags);
        Assert.Empty(measures.Of("dispatch.offer.duration"));
    }

    [Fact]
    public async Task A_declined_offer_is_counted_with_its_reason_and_a_cancelled_request_with_who_did_it()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var interpreters = new[] { await stage.InterpreterAsync(), await stage.InterpreterAsync() };
        var requester = await stage.RequesterAsync();
        using var measures = new Measures(stage.Server);
        var request = await requester.RequestAsync();
        await interpreters[0].InvokeAsync("DeclineOffer", new { offerId = (await interpreters[0].OfferAsync()).Id, reason = "bias" });
        await requester.InvokeAsync("CancelRequest", new { requestId = request.Id });
        await stage.SettleAsync();
        Assert.Equal(
            ["offer.cause=bias offer.state=declined", "offer.cause=request_cancelled offer.state=withdrawn"],
            measures.Of("offer.outcomes").Select(one => one.Tags));
        Assert.Equal("request.cause=requester request.state=cancelled", Assert.Single(measures.Of("request.outcomes")).Tags);
        Assert.Equal("request.state=cancelled", Assert.Single(measures.Of("request.in_vain.duration")).Tags);
    }

    [Fact]
    public async Task Presence_and_connections_are_told_by_state_and_side()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        await stage.InterpreterAsync();
        await stage.InterpreterOffDutyAsync();
        await stage.RequesterAsync();
        using var measures = new Measures(stage.Server);
        Assert.Contains(measures.Gauge("interpreter.count"), one => one is { Value: 1, Tags: "presence.state=available" });
        Assert.Contains(measures.Gauge("interpreter.count"), one => one is { Value: 0, Tags: "presence.state=in_session" });
        Assert.Contains(measures.Gauge("connection.count"), one => one is { Value: 2, Tags: "connection.side=interpreter" });
        Assert.Equal(0, Assert.Single(measures.Gauge("dispatch.commands.waiting")).Value);
    }

    [Fact]
    public async Task A_batch_that_the_database_lost_is_counted_as_a_reload()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var interpreter = await stage.InterpreterAsync();
        using var measures = new Measures(stage.Server);
        await stage.CutDatabaseAsync("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
        await Assert.ThrowsAnyAsync<Exception>(() => interpreter.InvokeAsync("SetPresence", new { wanted = "paused" }));
        var again = await stage.AgainAsync(interpreter);
        await stage.InsistAsync(() => again.ResumeAsync());
        Assert.Contains(measures.Of("dispatch.reloads"), one => one.Tags == "reload.cause=database");
    }

    [Fact]
    public async Task No_tag_holds_the_id_of_a_person_a_customer_or_a_request()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        using var measures = new Measures(stage.Server);
        await ConverseAsync(stage, requester, interpreter);
        Assert.DoesNotContain(measures.All, one => one.Tags.Split(' ', '=').Any(word => Guid.TryParse(word, out _) || word.Contains('@', StringComparison.Ordinal)));
    }

    private static async Task ConverseAsync(Stage stage, HubClient requester, HubClient interpreter)
    {
        await requester.RequestAsync();
        var offer = await interpreter.OfferAsync();
        stage.Time.Advance(3);
        var session = (await interpreter.AcceptAsync(offer)).Session!.Id;
        stage.Time.Advance(2);
        await requester.ReportMediaAsync(session);
        await interpreter.ReportMediaAsync(session);
        await requester.EndAsync(session);
        await stage.SettleAsync();
    }
}
