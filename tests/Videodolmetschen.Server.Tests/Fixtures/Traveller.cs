using System.Net.WebSockets;

namespace Videodolmetschen.Server.Tests.Fixtures;

/// <summary>A person whose browser comes back by itself, to whichever node there is, and says again what was not answered.</summary>
internal sealed class Traveller(Crowd crowd, HubClient client)
{
    private static readonly TimeSpan BackWithin = TimeSpan.FromSeconds(15);

    private HubClient _client = client;

    public async Task<T> DoAsync<T>(Func<HubClient, Task<T>> act)
    {
        using var limit = new CancellationTokenSource(BackWithin);
        while (true)
        {
            try
            {
                if (_client.Closed is { IsCompleted: true })
                {
                    _client = await crowd.AgainAsync(_client);
                    await _client.ResumeAsync();
                }

                return await act(_client);
            }
            catch (Exception passing) when (passing is IOException or WebSocketException or TimeoutException or HubFailureException { Code: "service_unavailable" or "session_not_found" or "call_on_other_device" })
            {
                limit.Token.ThrowIfCancellationRequested();
            }
        }
    }

    public Task DoAsync(Func<HubClient, Task> act) => DoAsync(async one =>
    {
        await act(one);
        return true;
    });

    public Task<Server.Realtime.Situation> ResumeAsync() => DoAsync(one => one.ResumeAsync());
}
