namespace Videodolmetschen.Server.Tests.Fixtures;

/// <summary>A requester and an interpreter who do nothing but ask, accept and hang up, wherever they are connected.</summary>
internal sealed class BusyLane
{
    private readonly string _language;
    private readonly Traveller _requester;
    private readonly Traveller _interpreter;
    private readonly TaskCompletionSource _halfTime = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BusyLane(string language, Traveller requester, Traveller interpreter) => (_language, _requester, _interpreter) = (language, requester, interpreter);

    /// <summary>Half of the rounds are done.</summary>
    public Task HalfTime => _halfTime.Task;

    public static async Task<BusyLane> OpenAsync(ServerCluster cluster, string language, string node)
    {
        var crowd = cluster.Crowd;
        return new BusyLane(language, new Traveller(crowd, await crowd.RequesterAsync(node)), new Traveller(crowd, await crowd.InterpreterAsync(language, node)));
    }

    /// <returns>The sessions whose end was acknowledged.</returns>
    public async Task<IReadOnlyList<Guid>> WorkAsync(int rounds)
    {
        List<Guid> ended = [];
        while (ended.Count < rounds)
        {
            if (ended.Count == rounds / 2)
            {
                _halfTime.TrySetResult();
            }

            var key = Guid.NewGuid();
            var request = await _requester.DoAsync(one => one.RequestAsync(_language, key));
            var accepted = await _interpreter.DoAsync(async one => await AcceptAsync(one, request.Id));
            ended.Add((await _requester.DoAsync(one => one.EndAsync(accepted))).Id);
            await _interpreter.DoAsync(ReadyAgainAsync);
        }

        return ended;
    }

    /// <summary>Looks until the offer is there: after a change of node it may come a moment later.</summary>
    public static async Task<Guid> AcceptAsync(HubClient interpreter, Guid request)
    {
        while (true)
        {
            var now = await interpreter.ResumeAsync();
            if (now.Session is { } session && session.RequestId == request)
            {
                return session.Id;
            }

            if (now.Offers is [var offer, ..] && offer.RequestId == request)
            {
                return (await interpreter.AcceptAsync(offer)).Session!.Id;
            }
        }
    }

    /// <summary>Ends the wrap-up.</summary>
    public static async Task<bool> ReadyAgainAsync(HubClient interpreter)
    {
        try
        {
            await interpreter.InvokeAsync("EndWrapUp");
        }
        catch (HubFailureException said) when (said.Code == "not_in_wrap_up")
        {
            // Said before, and only the answer was lost.
        }

        return true;
    }
}
