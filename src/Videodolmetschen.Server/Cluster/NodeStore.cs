using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace Videodolmetschen.Server.Cluster;

/// <summary>A node as the registry knows it.</summary>
internal sealed record NodeRow
{
    public Guid Id { get; init; }

    /// <summary>By the clock of the database.</summary>
    public TimeSpan Silent { get; init; }

    public long LastSent { get; init; }
}

internal sealed record NodeMessageRow(long Number, string Messages);

/// <summary>The tables <c>nodes</c> and <c>node_messages</c>, and the channel that wakes those who listen.</summary>
internal static class NodeStore
{
    private const string Channel = "videodolmetschen_nodes";

    public static Task ListenAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition("LISTEN " + Channel, cancellationToken: cancellationToken));

    /// <summary>Says that this node is there, calls out so that it hears itself, and reads who else is there: one round trip.</summary>
    public static async Task<IReadOnlyList<NodeRow>> BeatAsync(NpgsqlConnection connection, NodeId node, long lastSent, string call, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<NodeRow>(new CommandDefinition(
            $"""
            INSERT INTO nodes (id, last_sent)
            VALUES (@node, @lastSent)
            ON CONFLICT (id) DO UPDATE
            SET seen_at = clock_timestamp(), last_sent = EXCLUDED.last_sent;

            NOTIFY {Channel}, '{call}';

            SELECT id, clock_timestamp() - seen_at AS silent, last_sent
            FROM nodes
            """,
            new { node = node.Value, lastSent },
            cancellationToken: cancellationToken))];

    /// <summary>Keeps the messages and notifies, once each: a number that is there already was stored by a try whose answer got lost.</summary>
    public static async Task SendAsync(NpgsqlConnection connection, NodeId sender, IReadOnlyList<NodeBundle> packs, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var pack in packs)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(
                $"""
                WITH kept AS (
                  INSERT INTO node_messages (sender, number, messages)
                  VALUES ($1, $2, $3)
                  ON CONFLICT DO NOTHING)
                SELECT pg_notify('{Channel}', $4)
                """)
            {
                Parameters =
                {
                    new NpgsqlParameter<Guid> { TypedValue = sender.Value },
                    new NpgsqlParameter<long> { TypedValue = pack.Number },
                    new NpgsqlParameter<string> { TypedValue = pack.Messages, NpgsqlDbType = NpgsqlDbType.Text },
                    new NpgsqlParameter<string> { TypedValue = pack.Notification, NpgsqlDbType = NpgsqlDbType.Text },
                },
            });
        }

        await batch.PrepareAsync(cancellationToken);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task<IReadOnlyList<NodeMessageRow>> ReadAsync(NpgsqlConnection connection, NodeId sender, long after, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<NodeMessageRow>(new CommandDefinition(
            """
            SELECT number, messages
            FROM node_messages
            WHERE sender = @sender
              AND number > @after
            ORDER BY number
            """,
            new { sender = sender.Value, after },
            cancellationToken: cancellationToken))];

    /// <summary>Every node sweeps for all: those that died left rows behind.</summary>
    public static Task SweepAsync(NpgsqlConnection connection, TimeSpan kept, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            DELETE FROM node_messages
            WHERE sent_at < clock_timestamp() - @kept;

            DELETE FROM nodes
            WHERE seen_at < clock_timestamp() - @kept * 2
            """,
            new { kept },
            cancellationToken: cancellationToken));

    public static Task LeaveAsync(NpgsqlConnection connection, NodeId node) =>
        connection.ExecuteAsync(
            """
            DELETE FROM nodes
            WHERE id = @node
            """,
            new { node = node.Value });
}
