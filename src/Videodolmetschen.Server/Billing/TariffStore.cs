using Dapper;
using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Billing;

/// <summary>A version as it is stored.</summary>
/// <param name="IsUsed">Something was billed by it: it stays as it is.</param>
internal sealed record StoredTariff(Tariff Tariff, int Revision, bool IsUsed, DateTimeOffset ChangedAt, string? ChangedBy);

/// <summary>The table <c>tariffs</c>.</summary>
internal static class TariffStore
{
    /// <summary>All versions, families by name, the newest version first.</summary>
    public static async Task<IReadOnlyList<StoredTariff>> ReadAllAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
    [
        .. (await transaction.Connection!.QueryAsync<Row>(new CommandDefinition(
            """
            SELECT t.content, t.revision, EXISTS (SELECT FROM rated_services r WHERE r.tariff_id = t.id) AS is_used, t.changed_at, u.display_name AS changed_by
            FROM tariffs t
            LEFT JOIN users u ON u.id = t.changed_by
            ORDER BY t.side, t.family, t.valid_from DESC
            """,
            transaction: transaction,
            cancellationToken: cancellationToken))).Select(row => row.ToStored()),
    ];

    public static Task<IReadOnlyList<Tariff>> ReadFamilyAsync(NpgsqlTransaction transaction, string family, CancellationToken cancellationToken) =>
        ReadFamilyAsync(transaction, family, "", cancellationToken);

    /// <summary>Nobody changes them until the transaction ends; whoever wants to finds them used then.</summary>
    public static Task<IReadOnlyList<Tariff>> LockFamilyAsync(NpgsqlTransaction transaction, string family, CancellationToken cancellationToken) =>
        ReadFamilyAsync(transaction, family, "FOR SHARE", cancellationToken);

    private static async Task<IReadOnlyList<Tariff>> ReadFamilyAsync(NpgsqlTransaction transaction, string family, string locked, CancellationToken cancellationToken) =>
    [
        .. (await transaction.Connection!.QueryAsync<string>(new CommandDefinition(
            $"""
            SELECT content
            FROM tariffs
            WHERE family = @family
            {locked}
            """,
            new { family },
            transaction,
            cancellationToken: cancellationToken))).Select(TariffJson.Read),
    ];

    /// <summary>The last day for which something was billed by the family.</summary>
    public static Task<DateOnly?> ReadUsedUntilAsync(NpgsqlTransaction transaction, string family, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteScalarAsync<DateOnly?>(new CommandDefinition(
            """
            SELECT max(r.day)
            FROM rated_services r
            JOIN tariffs t ON t.id = r.tariff_id
            WHERE t.family = @family
            """,
            new { family },
            transaction,
            cancellationToken: cancellationToken));

    /// <returns>False where a version of the family begins on that day already.</returns>
    public static async Task<bool> AddAsync(NpgsqlTransaction transaction, Tariff tariff, UserId? by, DateTimeOffset now, CancellationToken cancellationToken) =>
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO tariffs (id, family, side, name, valid_from, valid_until, content, changed_by, changed_at)
            VALUES (@id, @family, @side, @name, @from, @until, @content::jsonb, @by, @now)
            ON CONFLICT DO NOTHING
            """,
            Parameters(tariff, 0, by, now),
            transaction,
            cancellationToken: cancellationToken)) == 1;

    /// <returns>False where somebody else has changed it meanwhile, or it is of another family or side.</returns>
    public static async Task<bool> ChangeAsync(NpgsqlTransaction transaction, Tariff tariff, int revision, UserId by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            return await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                """
                UPDATE tariffs
                SET name = @name, valid_from = @from, valid_until = @until, content = @content::jsonb, revision = revision + 1, changed_by = @by, changed_at = @now
                WHERE id = @id
                  AND revision = @revision
                  AND family = @family
                  AND side = @side
                """,
                Parameters(tariff, revision, by, now),
                transaction,
                cancellationToken: cancellationToken)) == 1;
        }
        catch (PostgresException used) when (used.ConstraintName == "tariffs_stay_once_used")
        {
            throw new DomainException(ErrorCode.TariffUsed);
        }
    }

    private static object Parameters(Tariff tariff, int revision, UserId? by, DateTimeOffset now) => new
    {
        id = tariff.Id.Value,
        family = tariff.Family,
        side = SnakeCase.Of(tariff.Side),
        name = tariff.Name,
        from = tariff.ValidFrom,
        until = tariff.ValidUntil,
        content = TariffJson.Write(tariff),
        revision,
        by = by?.Value,
        now,
    };

    private sealed record Row
    {
        public string Content { get; init; } = "";

        public int Revision { get; init; }

        public bool IsUsed { get; init; }

        public DateTimeOffset ChangedAt { get; init; }

        public string? ChangedBy { get; init; }

        public StoredTariff ToStored() => new(TariffJson.Read(Content), Revision, IsUsed, ChangedAt, ChangedBy);
    }
}
