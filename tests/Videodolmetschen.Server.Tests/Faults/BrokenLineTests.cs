using System.Net.WebSockets;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Faults;

/// <summary>The network between browser and server.</summary>
public sealed class BrokenLineTests(RealPostgres postgres)
{
    [Fact]
    public async Task I15_no_offer_goes_to_an_interpreter_whose_line_has_been_dead_for_longer_than_the_grace()
    {
        await using var stage = await Stage.OpenAsync(postgres, "Realtime:KeepAlive=00:00:01", "Realtime:PongWithin=00:00:02");
        await using var line = new BadLine(stage.Server.Address);
        var interpreter = await stage.InterpreterAsync();
        await stage.LeaveAsync(interpreter);
        var asleep = await stage.AgainAsync(interpreter, interpreter.Device, line.Address);
        Assert.Equal("available", await PresenceAsync(asleep));
        line.Swallow();
        await stage.HasGoneAsync(asleep);
        stage.Time.Advance(31);
        var request = await (await stage.RequesterAsync()).RequestAsync();
        Assert.Equal((RequestState.Unserved, UnservedCause.NoneOnDuty), (request.State, request.UnservedBecause));
        Assert.Equal(0, await stage.QueryAsync<int>("SELECT count(*) FROM offers"));
    }

    [Fact]
    public async Task A_press_that_is_cut_in_the_middle_of_its_frame_is_no_request_until_it_is_said_again()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        await using var line = new BadLine(stage.Server.Address);
        var (bystander, key) = (await stage.RequesterAsync(), Guid.NewGuid());
        var requester = await stage.AgainAsync(await stage.RequesterAsync(), null, line.Address);
        await requester.ResumeAsync();
        line.CutToServerAfter(20);
        await FailsAsync(() => requester.RequestAsync(key: key));
        Assert.NotEqual(Guid.Empty, (await bystander.RequestAsync()).Id);
        var again = await stage.AgainAsync(requester, requester.Device);
        Assert.Null((await again.ResumeAsync()).Request);
        Assert.Equal((await again.RequestAsync(key: key)).Id, (await again.RequestAsync(key: key)).Id);
        Assert.Equal(2, await stage.QueryAsync<int>("SELECT count(*) FROM requests"));
    }

    [Fact]
    public async Task An_answer_that_is_cut_in_the_middle_of_its_frame_is_given_again()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        await using var line = new BadLine(stage.Server.Address);
        var direct = await stage.InterpreterAsync();
        var interpreter = await stage.AgainAsync(direct, direct.Device, line.Address);
        await interpreter.ResumeAsync();
        await direct.DisposeAsync();
        await (await stage.RequesterAsync()).RequestAsync();
        var offer = await interpreter.OfferAsync();
        line.CutToBrowserAfter(20);
        await FailsAsync(() => interpreter.AcceptAsync(offer));
        var again = await stage.AgainAsync(interpreter, interpreter.Device);
        var session = (await again.ResumeAsync()).Session!.Id;
        var answer = await again.AcceptAsync(offer);
        Assert.Equal(("accepted", session), (answer.Outcome, answer.Session!.Id));
        Assert.Equal(1, await stage.QueryAsync<int>("SELECT count(*) FROM sessions"));
    }

    private static async Task<string?> PresenceAsync(HubClient interpreter) =>
        (await interpreter.ResumeAsync()).Presence!.State.ToString().ToLowerInvariant();

    private static async Task FailsAsync(Func<Task> act)
    {
        var gone = await Assert.ThrowsAnyAsync<Exception>(act);
        Assert.True(gone is IOException or WebSocketException, gone.ToString());
    }
}
