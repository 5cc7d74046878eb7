using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Server.Realtime;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Flows;

/// <summary>What can be done while waiting, over the wire and into the tables.</summary>
public sealed class WaitingChoiceTests(RealPostgres postgres)
{
    [Fact]
    public async Task A_related_language_rings_after_its_time_and_both_sides_see_what_is_spoken()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var interpreter = await stage.InterpreterAsync("pes");
        var requester = await stage.RequesterAsync();
        var request = await requester.InvokeAsync<RequestView>("RequestInterpreter", Ordering("prs", relatedAllowed: true));
        Assert.Equal((0, 1, request.RequestedAt.AddSeconds(60)), (request.OnDuty, request.RelatedOnDuty, request.RelatedAt));
        stage.Time.Advance(60);

        var offer = await interpreter.OfferAsync();
        Assert.Equal(("pes", "prs"), (offer.Language, offer.RequestedLanguage));
        await interpreter.AcceptAsync(offer);
        var ready = (await requester.NextAsync<SessionReady>("SessionReady")).Session;
        Assert.Equal(("pes", "prs"), (ready.Language, ready.RequestedLanguage));
        Assert.Equal("pes", await stage.QueryAsync<string>("SELECT reasons ->> 'related' FROM offers"));
    }

    [Fact]
    public async Task A_request_that_is_eased_to_audio_rings_on_as_audio_at_its_place()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var interpreter = await stage.InterpreterAsync();
        var requester = await stage.RequesterAsync();
        var request = await requester.RequestAsync();
        var offer = await interpreter.OfferAsync();

        var eased = await requester.InvokeAsync<RequestView>("EaseRequest", new { requestId = request.Id, toAudio = true, allowRelated = false });

        Assert.Equal((Modality.Audio, request.RequestedAt), (eased.Modality, eased.RequestedAt));
        var again = await interpreter.OfferAsync();
        Assert.Equal((offer.Id, Modality.Audio), (again.Id, again.Modality));
        Assert.Equal("audio", await stage.QueryAsync<string>("SELECT modality FROM requests"));
    }

    [Fact]
    public async Task The_Disposition_sees_who_asks_for_help_and_its_promise_reaches_the_requester()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        await stage.InterpreterOffDutyAsync();
        var requester = await stage.RequesterAsync();
        var coordinator = await stage.CoordinatorAsync();
        var request = await requester.InvokeAsync<RequestView>("RequestInterpreter", Ordering("kmr", askForHelp: true));
        Assert.Equal((RequestState.Waiting, request.RequestedAt), (request.State, request.HelpAskedAt));

        var floor = await coordinator.InvokeAsync<FloorView>("WatchFloor");
        Assert.NotNull(Assert.Single(floor.Requests).HelpAskedAt);
        await coordinator.InvokeAsync("PromiseHelp", new { requestId = request.Id });

        var changed = await requester.NextAsync<RequestChanged>("RequestChanged");
        while (changed.Request.HelpAnsweredAt is null)
        {
            changed = await requester.NextAsync<RequestChanged>("RequestChanged");
        }

        Assert.Equal(1, await stage.QueryAsync<int>("SELECT count(*) FROM requests WHERE help_answered_by IS NOT NULL"));
    }

    [Fact]
    public async Task A_callback_outlives_a_restart_and_one_tap_asks_with_the_old_place()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var interpreter = await stage.InterpreterOffDutyAsync();
        var requester = await stage.RequesterAsync();
        var request = await requester.RequestAsync();
        await requester.InvokeAsync<CallbackView>("AskCallback", new { requestId = request.Id });
        await stage.RestartAsync();
        requester = await stage.AgainAsync(requester);
        var callback = (await requester.ResumeAsync()).Callback!;
        Assert.Equal((CallbackState.Open, request.Id), (callback.State, callback.RequestId));
        interpreter = await stage.AgainAsync(interpreter);
        await interpreter.ResumeAsync();
        await interpreter.InvokeAsync("SetPresence", new { wanted = "available" });

        var ready = (await requester.NextAsync<CallbackChanged>("CallbackChanged")).Callback;
        var again = await requester.InvokeAsync<RequestView>("TakeCallback", new { callbackId = ready.Id, key = Guid.NewGuid() });

        Assert.Equal((CallbackState.Ready, true, RequestState.Offered), (ready.State, again.CalledBack, again.State));
        Assert.Equal(request.RequestedAt, await stage.QueryAsync<DateTimeOffset>("SELECT place_since FROM requests WHERE place_since IS NOT NULL"));
        Assert.Equal("taken", await stage.QueryAsync<string>("SELECT state FROM callbacks"));
        Assert.Equal("none_on_duty", await stage.QueryAsync<string>("SELECT unserved_because FROM requests WHERE id = @id", new { id = request.Id }));
    }

    [Fact]
    public async Task Nobody_calls_back_for_the_request_of_another()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var request = await (await stage.RequesterAsync()).RequestAsync();
        var stranger = await stage.RequesterAsync();

        Assert.Equal("request_not_found", await Doing.CodeAsync(() => stranger.InvokeAsync("AskCallback", new { requestId = request.Id })));
        Assert.Equal("request_not_found", await Doing.CodeAsync(() => stranger.InvokeAsync("AskForHelp", new { requestId = request.Id })));
        Assert.Equal("callback_not_found", await Doing.CodeAsync(() => stranger.InvokeAsync("TakeCallback", new { callbackId = Guid.NewGuid(), key = Guid.NewGuid() })));
    }

    private static object Ordering(string language, bool relatedAllowed = false, bool askForHelp = false) => new
    {
        key = Guid.NewGuid(),
        language,
        field = "health",
        modality = "video",
        emergency = false,
        requirements = Array.Empty<object>(),
        wishes = Array.Empty<object>(),
        relatedAllowed,
        ownReference = (string?)null,
        askForHelp,
    };
}
