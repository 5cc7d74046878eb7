using System.Text.Json;
using Dapper;
using Videodolmetschen.Domain;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Rules;

/// <summary>The one row of a set of rules, and its history in the audit.</summary>
internal sealed class RuleStore<TRules>(TenantScope scope, AuditStore audit, RuleBook<TRules> book)
{
    private const int HistoryAtMost = 20;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public RuleBook<TRules> Book => book;

    public async Task<StoredRules<TRules>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        return await ReadAsync(staff, cancellationToken);
    }

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<RuleChange>> ReadHistoryAsync(CancellationToken cancellationToken)
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
            new { subject = book.Table, limit = HistoryAtMost },
            staff.Transaction,
            cancellationToken: cancellationToken));
        return [.. rows.Select(row => new RuleChange(row.At, row.By, JsonSerializer.Deserialize<Dictionary<string, RuleStep>>(row.Changes, Json)!))];
    }

    /// <summary>Stores the rules and their audit entry in one transaction.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.PolicyChangedMeanwhile"/> when <paramref name="version"/> is not the current one.</exception>
    public async Task SaveAsync(UserId by, int version, TRules rules, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var before = await ReadAsync(staff, cancellationToken);
        if (before.Version != version || !await WriteAsync(staff, by, version, rules, cancellationToken))
        {
            throw new DomainException(ErrorCode.PolicyChangedMeanwhile);
        }

        var details = new { version = version + 1, changes = book.Steps(before.Rules, rules) };
        await audit.AddAsync(staff.Transaction, new AuditEntry(by, book.Table + ".changed", book.Table) { Details = details }, cancellationToken);
        await staff.CommitAsync(cancellationToken);
    }

    private async Task<StoredRules<TRules>> ReadAsync(ScopedTransaction staff, CancellationToken cancellationToken)
    {
        var row = await staff.Connection.QuerySingleOrDefaultAsync<RulesRow>(new CommandDefinition(
            $"""
            SELECT version, {book.Column} AS numbers
            FROM {book.Table}
            """,
            transaction: staff.Transaction,
            cancellationToken: cancellationToken));
        return row is null
            ? new StoredRules<TRules>(0, book.Defaults)
            : new StoredRules<TRules>(row.Version, book.Stored(JsonSerializer.Deserialize<Dictionary<string, int>>(row.Numbers, Json)!));
    }

    /// <summary>False when the version is no longer the current one.</summary>
    private async Task<bool> WriteAsync(ScopedTransaction staff, UserId by, int version, TRules rules, CancellationToken cancellationToken) =>
        await staff.Connection.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO {book.Table} AS kept (version, {book.Column}, changed_by)
            VALUES (@version + 1, @numbers::jsonb, @by)
            ON CONFLICT (only_row) DO UPDATE
            SET version = EXCLUDED.version, {book.Column} = EXCLUDED.{book.Column}, changed_by = EXCLUDED.changed_by, changed_at = now()
            WHERE kept.version = @version
            """,
            new { version, numbers = JsonSerializer.Serialize(book.Numbers(rules)), by = by.Value },
            staff.Transaction,
            cancellationToken: cancellationToken)) == 1;

    private sealed record RulesRow(int Version, string Numbers);

    private sealed record HistoryRow(DateTimeOffset At, string? By, string Changes);
}
