using Dapper;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Demo;

/// <summary>Writes the demo rows where they are missing; a row that is there, changed or not, is left alone.</summary>
internal sealed class DemoStore(TenantScope scope)
{
    public async Task<bool> IsSeededAsync(DemoData demo, CancellationToken cancellationToken)
    {
        await using var scoped = await scope.OpenForStaffAsync(cancellationToken);
        var users = demo.People.Select(person => person.UserId).ToArray();
        var found = await scoped.Connection.ExecuteScalarAsync<int>(new CommandDefinition(
            """
            SELECT count(*)
            FROM users
            WHERE id = ANY(@users)
              AND disabled_at IS NULL
            """,
            new { users },
            scoped.Transaction,
            cancellationToken: cancellationToken));
        return found == users.Length;
    }

    /// <param name="withHistory">The past months too; only into a database in which nobody has worked yet.</param>
    public async Task WriteAsync(DemoData demo, string passwordHash, bool withHistory, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var scoped = await scope.OpenForStaffAsync(cancellationToken);
        var rows = new DemoRows(demo, passwordHash, now);
        await InsertAsync(scoped, Customers, demo.Customers, cancellationToken);
        await InsertAsync(scoped, Units, rows.Units, cancellationToken);
        await InsertAsync(scoped, Interpreters, rows.Interpreters, cancellationToken);
        await InsertAsync(scoped, Languages, rows.Languages, cancellationToken);
        await InsertAsync(scoped, Oaths, rows.Oaths, cancellationToken);
        await InsertAsync(scoped, Fields, rows.Fields, cancellationToken);
        await InsertAsync(scoped, Conflicts, demo.Conflicts, cancellationToken);
        await InsertAsync(scoped, Users, rows.Users, cancellationToken);
        await InsertAsync(scoped, UserRoles, rows.UserRoles, cancellationToken);
        await InsertAsync(scoped, TariffAssignments, [new { now }], cancellationToken);
        if (withHistory && await IsUnusedAsync(scoped, cancellationToken))
        {
            await DemoHistoryStore.WriteAsync(scoped, new DemoHistory(demo, now), new DemoBooks(demo, now), cancellationToken);
        }

        await scoped.CommitAsync(cancellationToken);
    }

    /// <summary>Nobody may sign in with a published password once the database serves anything but Development.</summary>
    /// <returns>How many accounts were closed.</returns>
    public async Task<int> CloseAccountsAsync(DemoData demo, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var scoped = await scope.OpenForStaffAsync(cancellationToken);
        var closed = await scoped.Connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE users
            SET disabled_at = @now
            WHERE id = ANY(@users)
              AND disabled_at IS NULL
            """,
            new { now, users = demo.People.Select(person => person.UserId).ToArray() },
            scoped.Transaction,
            cancellationToken: cancellationToken));
        await scoped.CommitAsync(cancellationToken);
        return closed;
    }

    private static Task<bool> IsUnusedAsync(ScopedTransaction scoped, CancellationToken cancellationToken) =>
        scoped.Connection.ExecuteScalarAsync<bool>(new CommandDefinition("SELECT NOT EXISTS (SELECT FROM requests)", transaction: scoped.Transaction, cancellationToken: cancellationToken));

    private static Task<int> InsertAsync(ScopedTransaction scoped, string sql, IEnumerable<object> rows, CancellationToken cancellationToken) =>
        scoped.Connection.ExecuteAsync(new CommandDefinition(sql, rows, scoped.Transaction, cancellationToken: cancellationToken));

    /// <summary>Prices from the beginning on, so that the town can be billed.</summary>
    private const string TariffAssignments =
        """
        INSERT INTO tariff_assignments (id, side, family, valid_from, changed_at)
        SELECT given.id::uuid, given.side, given.family, '2025-06-01', @now
        FROM (VALUES
          ('de300000-0000-4000-8009-000000000001', 'customer', 'per-minute'),
          ('de300000-0000-4000-8009-000000000002', 'interpreter', 'interpreter-per-minute')) AS given (id, side, family)
        ON CONFLICT DO NOTHING
        """;

    private const string Customers =
        """
        INSERT INTO customers (id, name, kind, land)
        VALUES (@Id, @Name, @Kind, @Land)
        ON CONFLICT DO NOTHING
        """;

    private const string Units =
        """
        INSERT INTO units (id, customer_id, name, cost_centre, may_ask_urgently)
        VALUES (@Id, @CustomerId, @Name, @CostCentre, @MayAskUrgently)
        ON CONFLICT DO NOTHING
        """;

    private const string Interpreters =
        """
        INSERT INTO interpreters (id, number, display_name, gender, country, section_203_until)
        VALUES (@Id, @Number, @DisplayName, @Gender, @Country, @Section203Until)
        ON CONFLICT DO NOTHING
        """;

    private const string Languages =
        """
        INSERT INTO interpreter_languages (interpreter_id, language, level, to_german, from_german, varieties)
        VALUES (@InterpreterId, @Code, @Level, @ToGerman, @FromGerman, @Varieties)
        ON CONFLICT DO NOTHING
        """;

    private const string Oaths =
        """
        INSERT INTO oaths (interpreter_id, language, authority, basis, valid_until, renewal_applied_at)
        VALUES (@InterpreterId, @Language, @Authority, @Basis, @ValidUntil, @RenewalAppliedAt)
        ON CONFLICT DO NOTHING
        """;

    private const string Fields =
        """
        INSERT INTO interpreter_fields (interpreter_id, field)
        VALUES (@InterpreterId, @Field)
        ON CONFLICT DO NOTHING
        """;

    private const string Conflicts =
        """
        INSERT INTO conflicts (interpreter_id, customer_id, blocked_by)
        VALUES (@Interpreter, @Customer, @BlockedBy)
        ON CONFLICT DO NOTHING
        """;

    private const string Users =
        """
        INSERT INTO users (id, user_name, normalized_user_name, email, normalized_email, email_confirmed, password_hash,
          security_stamp, concurrency_stamp, display_name, customer_id, unit_id, interpreter_id, created_at)
        VALUES (@Id, @Email, @Normalized, @Email, @Normalized, true, @PasswordHash,
          @Stamp, @Stamp, @DisplayName, @CustomerId, @UnitId, @InterpreterId, @Now)
        ON CONFLICT (id) DO UPDATE SET disabled_at = NULL
        """;

    private const string UserRoles =
        """
        INSERT INTO user_roles (user_id, role_id)
        SELECT @UserId, id
        FROM roles
        WHERE name = @Role
        ON CONFLICT DO NOTHING
        """;
}
