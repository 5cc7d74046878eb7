using Dapper;
using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Billing;

/// <summary>Who has which family of tariffs, from a day on. Nobody named: all of the side.</summary>
internal sealed record TariffAssignment
{
    public Guid Id { get; init; }

    public string Side { get; init; } = "";

    public Guid? CustomerId { get; init; }

    public string? CustomerName { get; init; }

    public Guid? InterpreterId { get; init; }

    public string? InterpreterNumber { get; init; }

    public string Family { get; init; } = "";

    public DateOnly ValidFrom { get; init; }
}

/// <summary>The table <c>tariff_assignments</c>: rows are added, never changed.</summary>
internal static class AssignmentStore
{
    /// <summary>What is said of each, the newest first.</summary>
    public static async Task<IReadOnlyList<TariffAssignment>> ReadAllAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
    [
        .. await transaction.Connection!.QueryAsync<TariffAssignment>(new CommandDefinition(
            """
            SELECT a.id, a.side, a.customer_id, c.name AS customer_name, a.interpreter_id, i.number AS interpreter_number, a.family, a.valid_from
            FROM tariff_assignments a
            LEFT JOIN customers c ON c.id = a.customer_id
            LEFT JOIN interpreters i ON i.id = a.interpreter_id
            ORDER BY a.side, c.name NULLS FIRST, i.number NULLS FIRST, a.valid_from DESC, a.changed_at DESC
            """,
            transaction: transaction,
            cancellationToken: cancellationToken)),
    ];

    /// <summary>The family that counts for a service of that day; null where none was given.</summary>
    /// <param name="who">A customer or an interpreter, by the side.</param>
    public static Task<string?> FindFamilyAsync(NpgsqlTransaction transaction, BillingSide side, Guid who, DateOnly day, CancellationToken cancellationToken) =>
        transaction.Connection!.QueryFirstOrDefaultAsync<string?>(new CommandDefinition(
            """
            SELECT family
            FROM tariff_assignments
            WHERE side = @side
              AND valid_from <= @day
              AND coalesce(customer_id, interpreter_id, @who) = @who
            ORDER BY (customer_id IS NULL AND interpreter_id IS NULL), valid_from DESC, changed_at DESC
            LIMIT 1
            """,
            new { side = SnakeCase.Of(side), who, day },
            transaction,
            cancellationToken: cancellationToken));

    /// <summary>All families that one has had or will have, the one that goes before the others first.</summary>
    /// <param name="who">A customer or an interpreter, by the side.</param>
    public static async Task<IReadOnlyList<TariffAssignment>> ReadOfAsync(NpgsqlTransaction transaction, BillingSide side, Guid who, CancellationToken cancellationToken) =>
    [
        .. await transaction.Connection!.QueryAsync<TariffAssignment>(new CommandDefinition(
            """
            SELECT id, side, customer_id, interpreter_id, family, valid_from
            FROM tariff_assignments
            WHERE side = @side
              AND coalesce(customer_id, interpreter_id, @who) = @who
            ORDER BY (customer_id IS NULL AND interpreter_id IS NULL), valid_from DESC, changed_at DESC
            """,
            new { side = SnakeCase.Of(side), who },
            transaction,
            cancellationToken: cancellationToken)),
    ];

    /// <exception cref="DomainException"><see cref="ErrorCode.NotFound"/>: no such customer or interpreter.</exception>
    public static async Task AddAsync(NpgsqlTransaction transaction, TariffAssignment given, UserId? by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                """
                INSERT INTO tariff_assignments (id, side, customer_id, interpreter_id, family, valid_from, changed_by, changed_at)
                VALUES (@Id, @Side, @CustomerId, @InterpreterId, @Family, @ValidFrom, @by, @now)
                """,
                new { given.Id, given.Side, given.CustomerId, given.InterpreterId, given.Family, given.ValidFrom, by = by?.Value, now },
                transaction,
                cancellationToken: cancellationToken));
        }
        catch (PostgresException unknown) when (unknown.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            throw new DomainException(ErrorCode.NotFound);
        }
    }
}
