using System.Text.Json;
using Dapper;
using Npgsql;
using Videodolmetschen.Domain;

namespace Videodolmetschen.Server.Access;

/// <summary>The table <c>audit_entries</c>: rows are added, in the transaction of what they tell, and never changed.</summary>
public sealed class AuditStore
{
    public Task AddAsync(NpgsqlTransaction transaction, AuditEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO audit_entries (actor, action, subject, details)
            VALUES (@actor, @action, @subject, @details::jsonb)
            """,
            new
            {
                actor = entry.Actor?.Value,
                action = entry.Action,
                subject = entry.Subject,
                details = JsonSerializer.Serialize(entry.Details ?? new { }),
            },
            transaction,
            cancellationToken: cancellationToken));
    }
}

/// <param name="Actor">Who did it; null for the service itself or a command on the machine.</param>
/// <param name="Action">What was done, such as <c>account.created</c>.</param>
/// <param name="Subject">To what, such as <c>user:</c> and its id.</param>
public sealed record AuditEntry(UserId? Actor, string Action, string Subject)
{
    /// <summary>Ids and values that matter; no names of persons.</summary>
    public object? Details { get; init; }
}
