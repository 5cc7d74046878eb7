using Dapper;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Reporting;

/// <summary>Which unserved requests are meant: Berlin days, both included; null leaves a filter open.</summary>
internal sealed record UnservedFilter(DateTimeOffset Since, DateTimeOffset Before, string? Language, string? Cause, int? Hour);

/// <summary>One request for which nobody came. Who asked is not in it: the ledger is about languages, not about persons.</summary>
internal sealed record UnservedRow(
    Guid Id,
    DateTimeOffset RequestedAt,
    string Language,
    string Cause,
    string Field,
    string Modality,
    string Priority,
    string CustomerName,
    string UnitName,
    int WaitedSeconds,
    bool HelpAsked,
    string? Callback);

internal sealed record UnservedCount(string Language, string Cause, int Hour, int Count);

/// <summary>Every request that found nobody (SEMANTICS.md 3), for those who recruit.</summary>
internal sealed class UnservedStore(TenantScope scope)
{
    private const string Where =
        """
        WHERE r.unserved_because IS NOT NULL
          AND r.relief_for IS NULL
          AND r.requested_at >= @Since
          AND r.requested_at < @Before
          AND (@Language::text IS NULL OR r.language = @Language)
          AND (@Cause::text IS NULL OR r.unserved_because = @Cause)
          AND (@Hour::integer IS NULL OR extract(hour FROM r.requested_at AT TIME ZONE 'Europe/Berlin') = @Hour)
        """;

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<UnservedRow>> ReadAsync(UnservedFilter filter, int limit, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var rows = await staff.Connection.QueryAsync<UnservedRow>(new CommandDefinition(
            $"""
            SELECT r.id, r.requested_at, r.language, r.unserved_because AS cause, r.field, r.modality, r.priority, c.name AS customer_name, u.name AS unit_name,
              extract(epoch FROM r.ended_at - r.requested_at)::integer AS waited_seconds, r.help_asked_at IS NOT NULL AS help_asked,
              (SELECT b.state FROM callbacks b WHERE b.request_id = r.id ORDER BY b.asked_at DESC LIMIT 1) AS callback
            FROM requests r
            JOIN customers c ON c.id = r.customer_id
            JOIN units u ON u.id = r.unit_id
            {Where}
            ORDER BY r.requested_at DESC
            LIMIT @limit
            """,
            new { filter.Since, filter.Before, filter.Language, filter.Cause, filter.Hour, limit },
            staff.Transaction,
            cancellationToken: cancellationToken));
        return [.. rows];
    }

    public async Task<IReadOnlyList<UnservedCount>> CountAsync(UnservedFilter filter, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var rows = await staff.Connection.QueryAsync<UnservedCount>(new CommandDefinition(
            $"""
            SELECT r.language, r.unserved_because AS cause, extract(hour FROM r.requested_at AT TIME ZONE 'Europe/Berlin')::integer AS hour, count(*)::integer AS count
            FROM requests r
            {Where}
            GROUP BY 1, 2, 3
            """,
            filter,
            staff.Transaction,
            cancellationToken: cancellationToken));
        return [.. rows];
    }
}
