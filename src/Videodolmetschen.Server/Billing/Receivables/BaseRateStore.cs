using Dapper;
using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing.Receivables;

namespace Videodolmetschen.Server.Billing.Receivables;

internal sealed record BaseRateRow
{
    public DateOnly ValidFrom { get; init; }

    public decimal Percent { get; init; }

    public string Source { get; init; } = "";

    /// <summary>Null where the program brought it.</summary>
    public string? RecordedBy { get; init; }

    public DateTimeOffset RecordedAt { get; init; }
}

/// <summary>The table <c>base_rates</c>: the last row of a half-year counts.</summary>
internal static class BaseRateStore
{
    /// <summary>The newest half-year first.</summary>
    public static async Task<IReadOnlyList<BaseRateRow>> ReadAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
    [
        .. await transaction.Connection!.QueryAsync<BaseRateRow>(new CommandDefinition(
            """
            SELECT DISTINCT ON (b.valid_from) b.valid_from, b.percent, b.source, u.display_name AS recorded_by, b.recorded_at
            FROM base_rates b
            LEFT JOIN users u ON u.id = b.recorded_by
            ORDER BY b.valid_from DESC, b.recorded_at DESC
            """,
            transaction: transaction,
            cancellationToken: cancellationToken)),
    ];

    public static async Task<BaseRates> LoadAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        new((await ReadAsync(transaction, cancellationToken)).Select(row => new BaseRate(row.ValidFrom, row.Percent)));

    /// <exception cref="DomainException"><see cref="ErrorCode.RecordedMeanwhile"/>: of one instant none is the last.</exception>
    public static async Task AddAsync(NpgsqlTransaction transaction, BaseRate rate, string source, UserId by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var added = await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO base_rates (valid_from, percent, source, recorded_by, recorded_at)
            VALUES (@From, @Percent, @source, @by, @now)
            ON CONFLICT DO NOTHING
            """,
            new { rate.From, rate.Percent, source, by = by.Value, now },
            transaction,
            cancellationToken: cancellationToken));
        if (added == 0)
        {
            throw new DomainException(ErrorCode.RecordedMeanwhile);
        }
    }
}
