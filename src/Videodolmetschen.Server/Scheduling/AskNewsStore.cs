using Dapper;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Realtime;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>A question that has changed, and whose it is.</summary>
internal sealed record ChangedAsk
{
    public Guid InterpreterId { get; init; }

    public Guid AskId { get; init; }

    public Guid AppointmentId { get; init; }

    public string State { get; init; } = "";

    public string? Because { get; init; }

    public string Language { get; init; } = "";

    public DateTimeOffset StartsAt { get; init; }

    public DateTimeOffset EndsAt { get; init; }

    public AskChanged ToFact() => new(AskId, AppointmentId, State, Because, Language, StartsAt, EndsAt);
}

/// <summary>Questions of some appointments that have changed lately.</summary>
internal sealed class AskNewsStore(TenantScope scope)
{
    public async Task<IReadOnlyList<ChangedAsk>> ReadAsync(IReadOnlyCollection<Guid> appointments, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        return [.. await staff.Connection.QueryAsync<ChangedAsk>(new CommandDefinition(
            """
            SELECT asks.interpreter_id, asks.id AS ask_id, asks.appointment_id, asks.state,
              CASE
                WHEN asks.state <> 'withdrawn' THEN NULL
                WHEN appointments.state = 'cancelled' THEN 'cancelled'
                WHEN appointments.state IN ('assigned', 'held') THEN 'taken'
                WHEN appointments.state = 'requested' AND appointments.request_id IS NULL THEN 'released'
                ELSE 'ended'
              END AS because,
              appointments.language, appointments.starts_at, appointments.ends_at
            FROM appointment_asks AS asks
            JOIN appointments ON appointments.id = asks.appointment_id
            WHERE asks.appointment_id = ANY (@appointments)
              AND coalesce(asks.answered_at, asks.asked_at) >= @since
            """,
            new { appointments = appointments.ToArray(), since },
            staff.Transaction,
            cancellationToken: cancellationToken))];
    }
}
