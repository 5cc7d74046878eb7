using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.AspNetCore.SignalR;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Realtime;

/// <summary>One open tab.</summary>
internal sealed class LiveConnection(HubCallerContext context, SignedIn who, Party party, RateLimits limits, Outbox outbox)
{
    public string Id => context.ConnectionId;

    public SignedIn Who => who;

    public Party Party => party;

    public RateLimits Limits => limits;

    public Outbox Outbox => outbox;

    /// <summary>By the monotonic clock.</summary>
    public long Since { get; init; }

    /// <summary>The tab's own id, known once it has resumed.</summary>
    public Guid? Device { get; set; }

    public bool WatchesFloor { get; set; }

    public void Abort() => context.Abort();
}

/// <summary>
/// Who is connected with which tabs: a set of connection ids, never a counter. The dispatcher hears of the first and of
/// the last one of a person, in the order in which they came and went.
/// </summary>
internal sealed class Connections(Mailbox mailbox)
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, LiveConnection> _byId = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Party, ImmutableArray<LiveConnection>> _byParty = new();

    public void Add(LiveConnection connection)
    {
        lock (_gate)
        {
            _byId[connection.Id] = connection;
            var before = Of(connection.Party);
            _byParty[connection.Party] = before.Add(connection);
            if (before.IsEmpty)
            {
                mailbox.Post(new DispatchCommand.Connect(connection.Party));
            }
        }
    }

    public void Remove(string id)
    {
        lock (_gate)
        {
            if (!_byId.TryRemove(id, out var connection))
            {
                return;
            }

            var left = Of(connection.Party).Remove(connection);
            if (!left.IsEmpty)
            {
                _byParty[connection.Party] = left;
                return;
            }

            _byParty.TryRemove(connection.Party, out _);
            mailbox.Post(new DispatchCommand.LoseConnection(connection.Party));
        }
    }

    public LiveConnection? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>In the order in which they came.</summary>
    public ImmutableArray<LiveConnection> Of(Party party) => _byParty.GetValueOrDefault(party, []);

    /// <summary>The latest connection of a tab.</summary>
    public LiveConnection? Find(Party party, Guid device) => Of(party).LastOrDefault(connection => connection.Device == device);

    public bool IsPresent(Party party) => _byParty.ContainsKey(party);

    public List<Party> Present() => [.. _byParty.Keys];

    public IEnumerable<LiveConnection> All() => _byId.Values;

    public IEnumerable<LiveConnection> FloorWatchers() => _byId.Values.Where(connection => connection.WatchesFloor);
}
