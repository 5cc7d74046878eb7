using System.Collections.Concurrent;
using System.Collections.Immutable;
using Videodolmetschen.Domain;
using Videodolmetschen.Server.Realtime;

namespace Videodolmetschen.Server.Cluster;

/// <summary>Who is connected anywhere: here by the connections, elsewhere as other nodes have told the holder.</summary>
internal sealed class Whereabouts(Connections connections, TimeProvider time)
{
    private readonly ConcurrentDictionary<Party, ImmutableArray<Elsewhere>> _elsewhere = new();

    /// <param name="Since">By the monotonic clock of this node.</param>
    private sealed record Elsewhere(NodeId Node, long Since);

    public bool IsPresent(Party who) => connections.IsPresent(who) || _elsewhere.ContainsKey(who);

    /// <summary>Everybody, with the moment since when.</summary>
    public IEnumerable<(Party Who, long Since)> Present() =>
        connections.Present().Select(who => (who, connections.Of(who) is [var oldest, ..] ? oldest.Since : time.GetTimestamp()))
            .Concat(_elsewhere.Select(one => (one.Key, one.Value.Min(at => at.Since))));

    /// <summary>The node to which somebody came last; null when that is this one or none.</summary>
    public NodeId? LatestElsewhere(Party who) =>
        !connections.IsPresent(who) && _elsewhere.TryGetValue(who, out var nodes) && !nodes.IsEmpty ? nodes[^1].Node : null;

    public void Come(NodeId node, Party who) =>
        _elsewhere.AddOrUpdate(
            who,
            _ => [new Elsewhere(node, time.GetTimestamp())],
            (_, nodes) => nodes.Any(one => one.Node == node) ? nodes : nodes.Add(new Elsewhere(node, time.GetTimestamp())));

    public void Go(NodeId node, Party who)
    {
        if (_elsewhere.TryGetValue(who, out var nodes))
        {
            var left = nodes.RemoveAll(one => one.Node == node);
            if (left.IsEmpty)
            {
                _elsewhere.TryRemove(who, out _);
            }
            else
            {
                _elsewhere[who] = left;
            }
        }
    }

    public List<Party> On(NodeId node) => [.. _elsewhere.Where(one => one.Value.Any(at => at.Node == node)).Select(one => one.Key)];

    public void Forget() => _elsewhere.Clear();
}
