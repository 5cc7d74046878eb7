using Dapper;
using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing.Budgets;

namespace Videodolmetschen.Server.Billing.Budgets;

/// <summary>A budget as it is stored.</summary>
internal sealed record StoredBudget(Budget Budget, string CustomerName, string? UnitName, int Revision, DateTimeOffset ChangedAt, string ChangedBy);

/// <summary>The table <c>budgets</c>.</summary>
internal static class BudgetStore
{
    private const string Select =
        """
        SELECT b.id, b.customer_id, c.name AS customer_name, b.unit_id, n.name AS unit_name, b.name, b.from_day, b.until_day, b.amount, b.warn_at, b.stops, b.contact, b.revision,
          b.changed_at, u.display_name AS changed_by
        FROM budgets b
        JOIN customers c ON c.id = b.customer_id
        LEFT JOIN units n ON n.id = b.unit_id
        JOIN users u ON u.id = b.changed_by
        """;

    /// <summary>By customer, the whole before its units, the newest first.</summary>
    public static Task<IReadOnlyList<StoredBudget>> ReadAllAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        ReadAsync(transaction, $"{Select}\nORDER BY c.name, n.name NULLS FIRST, b.from_day DESC, b.name", new { }, cancellationToken);

    /// <summary>Those of a customer that are not over on the day.</summary>
    public static Task<IReadOnlyList<StoredBudget>> ReadOfAsync(NpgsqlTransaction transaction, CustomerId customer, DateOnly day, CancellationToken cancellationToken) =>
        ReadAsync(transaction, $"{Select}\nWHERE b.customer_id = @customer AND b.until_day >= @day\nORDER BY b.id", new { customer = customer.Value, day }, cancellationToken);

    public static async Task<StoredBudget?> FindAsync(NpgsqlTransaction transaction, Guid id, CancellationToken cancellationToken) =>
        (await ReadAsync(transaction, $"{Select}\nWHERE b.id = @id", new { id }, cancellationToken)).SingleOrDefault();

    /// <summary>Whoever books against a customer's budgets that stop does so one after the other, until the end of the transaction.</summary>
    /// <returns>Whether there is one that is not over.</returns>
    public static async Task<bool> LockAsync(NpgsqlTransaction transaction, CustomerId customer, DateOnly day, CancellationToken cancellationToken)
    {
        const string ThatStop =
            """
            SELECT id
            FROM budgets
            WHERE customer_id = @customer
              AND until_day >= @day
              AND stops
            ORDER BY id
            """;
        var parameters = new { customer = customer.Value, day };
        if (!(await transaction.Connection!.QueryAsync<Guid>(new CommandDefinition(ThatStop, parameters, transaction, cancellationToken: cancellationToken))).Any())
        {
            return false;
        }

        // Many may stand here at once, and nothing is wrong with that: longer than a command may wait elsewhere.
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "SELECT set_config('lock_timeout', '60s', true), set_config('statement_timeout', '90s', true)", transaction: transaction, cancellationToken: cancellationToken));
        return (await transaction.Connection!.QueryAsync<Guid>(new CommandDefinition(
            ThatStop + "\nFOR NO KEY UPDATE", parameters, transaction, commandTimeout: 90, cancellationToken: cancellationToken))).Any();
    }

    public static async Task<IReadOnlyList<CustomerId>> ReadCustomersAsync(NpgsqlTransaction transaction, DateOnly day, CancellationToken cancellationToken) =>
    [
        .. (await transaction.Connection!.QueryAsync<Guid>(new CommandDefinition(
            """
            SELECT DISTINCT customer_id
            FROM budgets
            WHERE until_day >= @day
            """,
            new { day },
            transaction,
            cancellationToken: cancellationToken))).Select(id => new CustomerId(id)),
    ];

    /// <exception cref="DomainException"><see cref="ErrorCode.NotFound"/>: no such customer, or no such unit of it.</exception>
    public static async Task AddAsync(NpgsqlTransaction transaction, Budget budget, UserId by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                """
                INSERT INTO budgets (id, customer_id, unit_id, name, from_day, until_day, amount, warn_at, stops, contact, changed_by, changed_at)
                VALUES (@id, @customer, @unit, @Name, @from, @until, @Amount, @warnAt, @Stops, @Contact, @by, @now)
                """,
                Parameters(budget, 0, by, now),
                transaction,
                cancellationToken: cancellationToken));
        }
        catch (PostgresException unknown) when (unknown.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            throw new DomainException(ErrorCode.NotFound);
        }
    }

    /// <summary>Whose it is stays.</summary>
    /// <returns>False where somebody else has changed it meanwhile.</returns>
    public static async Task<bool> ChangeAsync(NpgsqlTransaction transaction, Budget budget, int revision, UserId by, DateTimeOffset now, CancellationToken cancellationToken) =>
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            UPDATE budgets
            SET name = @Name, from_day = @from, until_day = @until, amount = @Amount, warn_at = @warnAt, stops = @Stops, contact = @Contact,
              revision = revision + 1, changed_by = @by, changed_at = @now
            WHERE id = @id
              AND revision = @revision
            """,
            Parameters(budget, revision, by, now),
            transaction,
            cancellationToken: cancellationToken)) == 1;

    /// <returns>As with <see cref="ChangeAsync"/>.</returns>
    public static async Task<bool> RemoveAsync(NpgsqlTransaction transaction, Guid id, int revision, CancellationToken cancellationToken) =>
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            DELETE FROM budgets
            WHERE id = @id
              AND revision = @revision
            """,
            new { id, revision },
            transaction,
            cancellationToken: cancellationToken)) == 1;

    private static async Task<IReadOnlyList<StoredBudget>> ReadAsync(NpgsqlTransaction transaction, string sql, object parameters, CancellationToken cancellationToken) =>
        [.. (await transaction.Connection!.QueryAsync<BudgetRow>(new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellationToken))).Select(row => row.ToStored())];

    private static object Parameters(Budget budget, int revision, UserId by, DateTimeOffset now) => new
    {
        id = budget.Id.Value,
        customer = budget.Customer.Value,
        unit = budget.Unit?.Value,
        budget.Name,
        from = budget.Period.From,
        until = budget.Period.Until,
        budget.Amount,
        warnAt = budget.WarnAt.ToArray(),
        budget.Stops,
        budget.Contact,
        revision,
        by = by.Value,
        now,
    };
}
