using Dapper;
using Videodolmetschen.Domain;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Interpreters;

/// <summary>A customer as our staff see it, with those who alone may serve it.</summary>
/// <param name="Allowed">Empty: everybody may.</param>
internal sealed record CustomerView(Guid Id, string Name, string Kind, IReadOnlyList<AllowedInterpreter> Allowed);

/// <param name="HasLeft">Works for nobody any more, but still stands on the list.</param>
internal sealed record AllowedInterpreter(Guid InterpreterId, string Number, string Name, bool HasLeft, DateTimeOffset Since);

internal sealed record InterpreterName
{
    public Guid Id { get; init; }

    public string Number { get; init; } = "";

    public string Name { get; init; } = "";

    public string[] Languages { get; init; } = [];
}

/// <summary>The table <c>allowed_interpreters</c>, each change with its audit entry.</summary>
internal sealed class AllowListStore(TenantScope scope, AuditStore audit)
{
    public async Task<IReadOnlyList<CustomerView>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await using var results = await staff.Connection.QueryMultipleAsync(new CommandDefinition(
            """
            SELECT id, name, kind
            FROM customers
            ORDER BY name, id;

            SELECT a.customer_id, a.interpreter_id, i.number, i.display_name AS name, i.left_at IS NOT NULL AS has_left, a.created_at AS since
            FROM allowed_interpreters a
            JOIN interpreters i ON i.id = a.interpreter_id
            ORDER BY i.display_name, i.number
            """,
            transaction: staff.Transaction,
            cancellationToken: cancellationToken));
        var customers = (await results.ReadAsync<CustomerRow>()).ToList();
        var allowed = (await results.ReadAsync<AllowedRow>()).ToLookup(row => row.CustomerId, row => row.ToView());
        return [.. customers.Select(row => new CustomerView(row.Id, row.Name, row.Kind, [.. allowed[row.Id]]))];
    }

    /// <summary>Those at work whose name or number holds the text.</summary>
    public async Task<IReadOnlyList<InterpreterName>> FindAsync(string named, int limit, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        return
        [
            .. await staff.Connection.QueryAsync<InterpreterName>(new CommandDefinition(
                """
                SELECT i.id, i.number, i.display_name AS name,
                  ARRAY(SELECT l.language FROM interpreter_languages l WHERE l.interpreter_id = i.id ORDER BY l.level, l.language) AS languages
                FROM interpreters i
                WHERE i.left_at IS NULL
                  AND position(lower(@named) IN lower(i.display_name || ' ' || i.number)) > 0
                ORDER BY i.display_name, i.number
                LIMIT @limit
                """,
                new { named, limit },
                staff.Transaction,
                cancellationToken: cancellationToken)),
        ];
    }

    /// <summary>Who stands on the list already stays there, without another entry.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.NotFound"/> when one of them does not exist.</exception>
    public async Task AddAsync(CustomerId customer, IReadOnlyCollection<Guid> interpreters, UserId by, CancellationToken cancellationToken)
    {
        await using var staff = await OpenAsync(customer, cancellationToken);
        var known = await staff.Connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "SELECT count(*) FROM interpreters WHERE id = ANY (@interpreters)", new { interpreters = interpreters.ToArray() }, staff.Transaction, cancellationToken: cancellationToken));
        if (known != interpreters.Count)
        {
            throw new DomainException(ErrorCode.NotFound);
        }

        var added = await ChangeAsync(
            staff,
            """
            INSERT INTO allowed_interpreters (customer_id, interpreter_id)
            SELECT @customer, unnest(@interpreters)
            ON CONFLICT DO NOTHING
            RETURNING interpreter_id
            """,
            customer,
            interpreters,
            cancellationToken);
        await CommitAsync(staff, customer, added, by, "allowed_interpreter.added", cancellationToken);
    }

    /// <exception cref="DomainException"><see cref="ErrorCode.LastAllowedInterpreter"/>: a list without anybody would let everybody in, unasked.</exception>
    public async Task RemoveAsync(CustomerId customer, Guid interpreter, UserId by, CancellationToken cancellationToken)
    {
        await using var staff = await OpenAsync(customer, cancellationToken);
        var removed = await ChangeAsync(
            staff,
            """
            DELETE FROM allowed_interpreters
            WHERE customer_id = @customer
              AND interpreter_id = ANY (@interpreters)
            RETURNING interpreter_id
            """,
            customer,
            [interpreter],
            cancellationToken);
        var left = await staff.Connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "SELECT count(*) FROM allowed_interpreters WHERE customer_id = @customer",
            new { customer = customer.Value },
            staff.Transaction,
            cancellationToken: cancellationToken));
        if (removed.Count == 0 || left == 0)
        {
            throw new DomainException(removed.Count == 0 ? ErrorCode.NotFound : ErrorCode.LastAllowedInterpreter);
        }

        await CommitAsync(staff, customer, removed, by, "allowed_interpreter.removed", cancellationToken);
    }

    /// <summary>From now on everybody may serve the customer.</summary>
    public async Task ClearAsync(CustomerId customer, UserId by, CancellationToken cancellationToken)
    {
        await using var staff = await OpenAsync(customer, cancellationToken);
        var removed = await ChangeAsync(
            staff,
            """
            DELETE FROM allowed_interpreters
            WHERE customer_id = @customer
            RETURNING interpreter_id
            """,
            customer,
            [],
            cancellationToken);
        await CommitAsync(staff, customer, removed, by, "allowed_interpreter.cleared", cancellationToken);
    }

    /// <summary>Two changes of one list follow each other: together they could empty it.</summary>
    private async Task<ScopedTransaction> OpenAsync(CustomerId customer, CancellationToken cancellationToken)
    {
        var staff = await scope.OpenForStaffAsync(cancellationToken);
        var found = await staff.Connection.QueryAsync<Guid>(new CommandDefinition(
            "SELECT id FROM customers WHERE id = @customer FOR UPDATE", new { customer = customer.Value }, staff.Transaction, cancellationToken: cancellationToken));
        if (found.Any())
        {
            return staff;
        }

        await staff.DisposeAsync();
        throw new DomainException(ErrorCode.NotFound);
    }

    private static async Task<IReadOnlyList<Guid>> ChangeAsync(
        ScopedTransaction staff, string sql, CustomerId customer, IReadOnlyCollection<Guid> interpreters, CancellationToken cancellationToken) =>
        [.. await staff.Connection.QueryAsync<Guid>(new CommandDefinition(
            sql, new { customer = customer.Value, interpreters = interpreters.ToArray() }, staff.Transaction, cancellationToken: cancellationToken))];

    private async Task CommitAsync(
        ScopedTransaction staff, CustomerId customer, IReadOnlyList<Guid> interpreters, UserId by, string action, CancellationToken cancellationToken)
    {
        if (interpreters.Count > 0)
        {
            var entry = new AuditEntry(by, action, $"customer:{customer.Value}") { Details = new { interpreters } };
            await audit.AddAsync(staff.Transaction, entry, cancellationToken);
        }

        await staff.CommitAsync(cancellationToken);
    }

    private sealed record CustomerRow(Guid Id, string Name, string Kind);

    private sealed record AllowedRow
    {
        public Guid CustomerId { get; init; }

        public Guid InterpreterId { get; init; }

        public string Number { get; init; } = "";

        public string Name { get; init; } = "";

        public bool HasLeft { get; init; }

        public DateTimeOffset Since { get; init; }

        public AllowedInterpreter ToView() => new(InterpreterId, Number, Name, HasLeft, Since);
    }
}
