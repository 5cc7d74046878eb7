using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;
using Microsoft.Extensions.Options;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Dispatch;

/// <param name="Version">0 while nobody has changed the configured defaults.</param>
/// <param name="Policy">What holds.</param>
internal sealed record StoredPolicy(int Version, DispatchPolicy Policy);

/// <param name="At">When.</param>
/// <param name="By">The display name of the account.</param>
/// <param name="Changes">Old and new number of each changed value.</param>
internal sealed record PolicyChange(DateTimeOffset At, string? By, IReadOnlyDictionary<string, PolicyStep> Changes);

internal sealed record PolicyStep(
    [property: JsonPropertyName("before")] int Before,
    [property: JsonPropertyName("after")] int After);

/// <summary>The table <c>dispatch_policy</c>, and its history in the audit.</summary>
internal sealed class PolicyStore(TenantScope scope, AuditStore audit, IOptions<DispatchOptions> options)
{
    private const string Subject = "dispatch_policy";
    private const int HistoryAtMost = 20;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public DispatchPolicy Defaults => options.Value.Policy;

    public async Task<StoredPolicy> ReadAsync(CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        return await ReadAsync(staff, cancellationToken);
    }

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<PolicyChange>> ReadHistoryAsync(CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var rows = await staff.Connection.QueryAsync<HistoryRow>(new CommandDefinition(
            """
            SELECT a.at, u.display_name AS by, a.details -> 'changes' AS changes
            FROM audit_entries a
            LEFT JOIN users u ON u.id = a.actor
            WHERE a.subject = @subject
            ORDER BY a.id DESC
            LIMIT @limit
            """,
            new { subject = Subject, limit = HistoryAtMost },
            staff.Transaction,
            cancellationToken: cancellationToken));
        return [.. rows.Select(row => new PolicyChange(row.At, row.By, JsonSerializer.Deserialize<Dictionary<string, PolicyStep>>(row.Changes, Json)!))];
    }

    /// <summary>Stores the policy and its audit entry in one transaction.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.PolicyChangedMeanwhile"/> when <paramref name="version"/> is not the current one.</exception>
    public async Task SaveAsync(UserId by, int version, DispatchPolicy policy, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var before = await ReadAsync(staff, cancellationToken);
        if (before.Version != version || !await WriteAsync(staff, by, version, policy, cancellationToken))
        {
            throw new DomainException(ErrorCode.PolicyChangedMeanwhile);
        }

        var details = new { version = version + 1, changes = Steps(before.Policy, policy) };
        await audit.AddAsync(staff.Transaction, new AuditEntry(by, "dispatch_policy.changed", Subject) { Details = details }, cancellationToken);
        await staff.CommitAsync(cancellationToken);
    }

    public static IReadOnlyDictionary<string, PolicyStep> Steps(DispatchPolicy before, DispatchPolicy after) =>
        PolicyValue.All
            .Where(value => value.Of(before) != value.Of(after))
            .ToDictionary(value => value.Name, value => new PolicyStep(value.Of(before), value.Of(after)), StringComparer.Ordinal);

    private async Task<StoredPolicy> ReadAsync(ScopedTransaction staff, CancellationToken cancellationToken)
    {
        var row = await staff.Connection.QuerySingleOrDefaultAsync<PolicyRow>(new CommandDefinition(
            """
            SELECT version, policy
            FROM dispatch_policy
            """,
            transaction: staff.Transaction,
            cancellationToken: cancellationToken));
        if (row is null)
        {
            return new StoredPolicy(0, Defaults);
        }

        var values = JsonSerializer.Deserialize<Dictionary<string, int>>(row.Policy, Json)!;
        return new StoredPolicy(row.Version, PolicyValue.All.Aggregate(
            Defaults, (policy, value) => values.TryGetValue(value.Name, out var number) ? value.With(policy, number) : policy));
    }

    /// <summary>False when the version is no longer the current one.</summary>
    private static async Task<bool> WriteAsync(
        ScopedTransaction staff, UserId by, int version, DispatchPolicy policy, CancellationToken cancellationToken)
    {
        var values = PolicyValue.All.ToDictionary(value => value.Name, value => value.Of(policy), StringComparer.Ordinal);
        return await staff.Connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO dispatch_policy (version, policy, changed_by)
            VALUES (@version + 1, @policy::jsonb, @by)
            ON CONFLICT (only_row) DO UPDATE
            SET version = EXCLUDED.version, policy = EXCLUDED.policy, changed_by = EXCLUDED.changed_by, changed_at = now()
            WHERE dispatch_policy.version = @version
            """,
            new { version, policy = JsonSerializer.Serialize(values), by = by.Value },
            staff.Transaction,
            cancellationToken: cancellationToken)) == 1;
    }

    private sealed record PolicyRow(int Version, string Policy);

    private sealed record HistoryRow(DateTimeOffset At, string? By, string Changes);
}
