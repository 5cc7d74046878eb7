using Dapper;
using Npgsql;

namespace Videodolmetschen.Server.Billing;

/// <summary>A cancelled appointment to which somebody was bound.</summary>
internal sealed record CalledOffRow
{
    public Guid InterpreterId { get; init; }

    public Guid CustomerId { get; init; }

    public string Language { get; init; } = "";

    public string Modality { get; init; } = "";

    public int? Level { get; init; }

    public DateTimeOffset BookedAt { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    public DateTimeOffset EndsAt { get; init; }

    public DateTimeOffset CancelledAt { get; init; }

    /// <summary>What it cost the customer.</summary>
    public int CancelPercent { get; init; }

    /// <summary>Euro; null while nothing is declared.</summary>
    public decimal? Declared { get; init; }

    public DateTimeOffset? DeclaredAt { get; init; }
}

/// <summary>The table <c>declared_losses</c>: a row is added, never changed.</summary>
internal static class LossStore
{
    /// <param name="interpreter">Who must have been bound to it; null for staff.</param>
    /// <returns>Null where it was not cancelled, or nobody or somebody else was bound to it.</returns>
    public static Task<CalledOffRow?> FindAsync(NpgsqlTransaction transaction, Guid? interpreter, Guid appointment, CancellationToken cancellationToken) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<CalledOffRow>(new CommandDefinition(
            """
            SELECT a.interpreter_id, a.customer_id, a.language, a.modality, l.level, a.booked_at, a.starts_at, a.ends_at, a.ended_at AS cancelled_at, a.cancel_percent, o.amount AS declared, o.declared_at
            FROM appointments a
            LEFT JOIN interpreter_languages l ON l.interpreter_id = a.interpreter_id AND l.language = a.language
            LEFT JOIN declared_losses o ON o.appointment_id = a.id
            WHERE a.id = @appointment
              AND a.interpreter_id = coalesce(@interpreter, a.interpreter_id)
              AND a.state = 'cancelled'
            """,
            new { appointment, interpreter },
            transaction,
            cancellationToken: cancellationToken));

    /// <returns>False where one is declared already.</returns>
    public static async Task<bool> AddAsync(NpgsqlTransaction transaction, Guid interpreter, Guid appointment, decimal amount, DateTimeOffset now, CancellationToken cancellationToken) =>
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO declared_losses (appointment_id, interpreter_id, amount, declared_at)
            VALUES (@appointment, @interpreter, @amount, @now)
            ON CONFLICT DO NOTHING
            """,
            new { appointment, interpreter, amount, now },
            transaction,
            cancellationToken: cancellationToken)) == 1;
}
