using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Realtime;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Cluster;

/// <summary>Requester, interpreter and guest, each at a node of their own.</summary>
public sealed class GuestsOnNodesTests(RealPostgres postgres)
{
    [Fact]
    public async Task A_guest_arrives_is_let_in_talks_with_both_and_leaves_though_all_three_sit_at_different_nodes()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var interpreter = await stage.InterpreterAsync();
        var (second, third) = (await stage.AddNodeAsync(), await stage.AddNodeAsync());
        stage.Door = second;
        var requester = await stage.RequesterAsync();
        var session = (await requester.ConnectWithAsync(interpreter)).Id;
        stage.Door = third;
        var guest = await stage.GuestAsync(await requester.InviteAsync(session));
        Assert.Equal(GuestState.Waiting, (await guest.ResumeAsync()).Guest!.State);
        await requester.NextAsync<SessionChanged>("SessionChanged", told => GuestIs(told, ParticipantState.Waiting));
        await requester.InvokeAsync("AdmitGuest", new { sessionId = session, seat = "guest_1" });
        Assert.NotNull((await guest.NextAsync<GuestChanged>("GuestChanged", told => told.Guest.State == GuestState.In)).Call);
        await TellEachOtherAsync(session, (requester, "requester"), (interpreter, "interpreter"), (guest, "guest_1"));
        await guest.LeaveAsync();
        foreach (var other in new[] { requester, interpreter })
        {
            await other.NextAsync<SessionChanged>("SessionChanged", told => told.Session.Participants.Count == 2);
        }
    }

    [Fact]
    public async Task A_guest_at_another_node_is_sent_away_and_the_cookie_is_worth_nothing_there()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (interpreter, requester) = (await stage.InterpreterAsync(), await stage.RequesterAsync());
        var session = (await requester.ConnectWithAsync(interpreter)).Id;
        stage.Door = await stage.AddNodeAsync();
        var guest = await stage.GuestAsync(await requester.InviteAsync(session));
        await requester.InvokeAsync("DismissGuest", new { sessionId = session, seat = "guest_1" });
        Assert.Equal(GuestEndReason.Rejected, (await guest.NextAsync<GuestChanged>("GuestChanged")).Guest.EndReason);
        await guest.Closed.WaitAsync(TimeSpan.FromSeconds(20));
        using var answer = await stage.BrowserOf(guest).GetAsync("/api/guests/me");
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static async Task TellEachOtherAsync(Guid session, params (HubClient Person, string Seat)[] all)
    {
        foreach (var (from, to) in all.SelectMany(one => all.Where(other => other != one).Select(other => (one, other))))
        {
            await from.Person.InvokeAsync("Signal", session, to.Seat, from.Seat);
            Assert.Equal(from.Seat, (await to.Person.NextAsync("SignalReceived")).GetProperty("payload").GetString());
        }
    }

    private static bool GuestIs(SessionChanged told, ParticipantState state) =>
        told.Session.Participants.Any(one => one.Seat == Seat.Guest(1) && one.State == state);
}
