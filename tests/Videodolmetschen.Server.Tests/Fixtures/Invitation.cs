using System.Security.Cryptography;
using System.Text;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Realtime;

namespace Videodolmetschen.Server.Tests.Fixtures;

/// <summary>The link of a guest, as the requester's browser makes it.</summary>
internal static class Invitation
{
    public static object Of(Guid session, string token) => new { sessionId = session, role = "end_user", linkHash = HashOf(token) };

    public static string NewToken() => System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token)));

    /// <returns>The token of the link.</returns>
    public static async Task<string> InviteAsync(this HubClient requester, Guid session)
    {
        var token = NewToken();
        var invited = await requester.InvokeAsync<ParticipantView>("InviteGuest", Of(session, token));
        Assert.Equal(ParticipantState.Invited, invited.State);
        return token;
    }

    /// <summary>The guest goes, and is gone: the connection's end may overtake the answer.</summary>
    public static async Task LeaveAsync(this HubClient guest)
    {
        try
        {
            await guest.InvokeAsync("LeaveSession");
        }
        catch (IOException)
        {
            // Closed before the answer.
        }

        await guest.Closed.WaitAsync(TimeSpan.FromSeconds(20));
    }
}
