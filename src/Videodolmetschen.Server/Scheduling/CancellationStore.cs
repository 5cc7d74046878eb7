using System.Text.Json;
using Dapper;
using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Scheduling;

/// <param name="Version">0 while nobody has said anything: the usual ladder.</param>
internal sealed record StoredCancellation(int Version, CancellationContract Contract, DateTimeOffset? At, string? By);

/// <summary>The table <c>cancellation_contracts</c>: versions are added, never changed.</summary>
internal sealed class CancellationStore(TenantScope scope, AuditStore audit)
{
    private const int HistoryAtMost = 20;
    private static readonly StoredCancellation Unsaid = new(0, CancellationContract.Usual, null, null);

    /// <summary>What holds for an appointment that was booked at this instant.</summary>
    public async Task<CancellationRule> ReadAsync(CustomerId customer, DateTimeOffset bookedAt, CancellationToken cancellationToken)
    {
        await using var scoped = await scope.OpenForCustomerAsync(customer, cancellationToken);
        var row = await scoped.Connection.QueryFirstOrDefaultAsync<Row>(new CommandDefinition(
            """
            SELECT version, ladder, steps, changed_at, NULL::text AS changed_by
            FROM cancellation_contracts
            WHERE customer_id = @customer
              AND changed_at <= @bookedAt
            ORDER BY version DESC
            LIMIT 1
            """,
            new { customer = customer.Value, bookedAt },
            scoped.Transaction,
            cancellationToken: cancellationToken));
        return (row?.ToStored() ?? Unsaid).Contract.Rule;
    }

    /// <summary>Newest first; the first holds for what is booked from now on.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.NotFound"/>: there is no such customer.</exception>
    public async Task<IReadOnlyList<StoredCancellation>> ReadHistoryAsync(CustomerId customer, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        if (!await staff.Connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "SELECT EXISTS (SELECT FROM customers WHERE id = @customer)", new { customer = customer.Value }, staff.Transaction, cancellationToken: cancellationToken)))
        {
            throw new DomainException(ErrorCode.NotFound);
        }

        return [.. (await ReadAllAsync(staff, customer, cancellationToken)).Append(Unsaid)];
    }

    /// <summary>Adds a version, with its audit entry.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.PolicyChangedMeanwhile"/> when <paramref name="version"/> is not the current one.</exception>
    public async Task AddAsync(UserId by, CustomerId customer, int version, CancellationContract contract, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var before = await ReadAllAsync(staff, customer, cancellationToken) is [var newest, ..] ? newest : Unsaid;
        if (before.Version != version || !await InsertAsync(staff, by, customer, version, contract, now, cancellationToken))
        {
            throw new DomainException(ErrorCode.PolicyChangedMeanwhile);
        }

        var details = new { version = version + 1, before = Told(before.Contract), after = Told(contract) };
        await audit.AddAsync(staff.Transaction, new AuditEntry(by, "cancellation_contract.changed", $"customer:{customer.Value}") { Details = details }, cancellationToken);
        await staff.CommitAsync(cancellationToken);
    }

    private static object Told(CancellationContract contract) => new { ladder = SnakeCase.Of(contract.Ladder), steps = contract.Steps.Select(step => new { hours = step.Hours, percent = step.Percent }) };

    private static async Task<IReadOnlyList<StoredCancellation>> ReadAllAsync(ScopedTransaction staff, CustomerId customer, CancellationToken cancellationToken) =>
    [
        .. (await staff.Connection.QueryAsync<Row>(new CommandDefinition(
            """
            SELECT c.version, c.ladder, c.steps, c.changed_at, u.display_name AS changed_by
            FROM cancellation_contracts c
            LEFT JOIN users u ON u.id = c.changed_by
            WHERE c.customer_id = @customer
            ORDER BY c.version DESC
            LIMIT @limit
            """,
            new { customer = customer.Value, limit = HistoryAtMost },
            staff.Transaction,
            cancellationToken: cancellationToken))).Select(row => row.ToStored()),
    ];

    /// <summary>False when somebody else has added this version.</summary>
    private static async Task<bool> InsertAsync(
        ScopedTransaction staff, UserId by, CustomerId customer, int version, CancellationContract contract, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            return await staff.Connection.ExecuteAsync(new CommandDefinition(
                """
                INSERT INTO cancellation_contracts (customer_id, version, ladder, steps, changed_by, changed_at)
                VALUES (@customer, @version + 1, @ladder, @steps::jsonb, @by, @now)
                ON CONFLICT DO NOTHING
                """,
                new
                {
                    customer = customer.Value,
                    version,
                    ladder = SnakeCase.Of(contract.Ladder),
                    steps = JsonSerializer.Serialize(CancellationStepView.Of(contract), JsonSerializerOptions.Web),
                    by = by.Value,
                    now,
                },
                staff.Transaction,
                cancellationToken: cancellationToken)) == 1;
        }
        catch (PostgresException unknown) when (unknown.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            throw new DomainException(ErrorCode.NotFound);
        }
    }

    private sealed record Row(int Version, string Ladder, string Steps, DateTimeOffset ChangedAt, string? ChangedBy)
    {
        public StoredCancellation ToStored() => new(
            Version,
            new CancellationContract(
                SnakeCase.Parse<CancellationLadder>(Ladder),
                [.. JsonSerializer.Deserialize<CancellationStepView[]>(Steps, JsonSerializerOptions.Web)!.Select(step => step.ToStep())]),
            ChangedAt,
            ChangedBy);
    }
}
