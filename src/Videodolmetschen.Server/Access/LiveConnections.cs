using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace Videodolmetschen.Server.Access;

/// <summary>
/// The hub connections of this node and the sign-ins that carry them. A WebSocket proves who it is only once; this is how
/// signing out, disabling and a change of role reach one that is already open.
/// </summary>
public sealed class LiveConnections
{
    private readonly ConcurrentDictionary<string, Live> _connections = new(StringComparer.Ordinal);

    /// <summary>Ended since the sweep before the last one: a connection may be on its way while its sign-in ends.</summary>
    private readonly ConcurrentDictionary<Guid, int> _ended = new();

    private int _sweeps;

    private sealed record Live(SignedIn Who, Action Abort);

    /// <summary>Called by the hub when a connection opens.</summary>
    public void Track(HubCallerContext connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var live = new Live(connection.User.SignedIn(), connection.Abort);
        _connections[connection.ConnectionId] = live;
        if (_ended.ContainsKey(live.Who.SignInId))
        {
            End(live.Who.SignInId);
        }
    }

    /// <summary>Called by the hub when a connection has closed.</summary>
    public void Forget(string connectionId) => _connections.TryRemove(connectionId, out _);

    /// <summary>Cuts every connection of a sign-in.</summary>
    public void End(Guid signIn)
    {
        _ended[signIn] = _sweeps;
        AbortWhere(live => live.Who.SignInId == signIn);
    }

    internal Guid[] SignIns => [.. _connections.Values.Select(live => live.Who.SignInId).Distinct()];

    /// <summary>Cuts those whose sign-in is over or whose person has other rights now; the browser comes back with what holds today.</summary>
    internal void Keep(IReadOnlyCollection<Guid> asked, IReadOnlyCollection<SignedIn> valid)
    {
        var known = valid.ToDictionary(signedIn => signedIn.SignInId);
        AbortWhere(live => asked.Contains(live.Who.SignInId)
            && !(known.TryGetValue(live.Who.SignInId, out var today) && HasSameRights(live.Who, today)));
        var before = _sweeps++;
        foreach (var (signIn, sweep) in _ended)
        {
            if (sweep < before)
            {
                _ended.TryRemove(signIn, out _);
            }
        }
    }

    private static bool HasSameRights(SignedIn then, SignedIn today) =>
        then.Customer == today.Customer && then.Unit == today.Unit && then.Interpreter == today.Interpreter
        && then.Roles.Order(StringComparer.Ordinal).SequenceEqual(today.Roles.Order(StringComparer.Ordinal), StringComparer.Ordinal);

    private void AbortWhere(Func<Live, bool> ends)
    {
        foreach (var (id, live) in _connections)
        {
            if (ends(live))
            {
                _connections.TryRemove(id, out _);
                live.Abort();
            }
        }
    }
}
