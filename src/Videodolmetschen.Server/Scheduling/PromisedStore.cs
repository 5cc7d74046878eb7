using Dapper;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>An appointment to which an interpreter is bound, as the page of absences shows it.</summary>
internal sealed record PromisedView(Guid Id, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Language, string UnitName)
{
    public bool IsIn(Absence absence) => absence.Touches(new AppointmentSlot(StartsAt, EndsAt));
}

/// <summary>What an interpreter has promised, to lay it beside absences.</summary>
internal sealed class PromisedStore(TenantScope scope)
{
    /// <summary>Those that are not over and that one of the absences touches, the earliest first.</summary>
    public async Task<IReadOnlyList<PromisedView>> ReadAsync(InterpreterId interpreter, IReadOnlyCollection<Absence> absences, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (absences.Count == 0)
        {
            return [];
        }

        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var promised = await staff.Connection.QueryAsync<PromisedView>(new CommandDefinition(
            """
            SELECT appointments.id, starts_at, ends_at, language, units.name AS unit_name
            FROM appointments
            JOIN units ON units.id = unit_id
            WHERE interpreter_id = @interpreter
              AND state = 'assigned'
              AND ends_at > @now
            ORDER BY starts_at, appointments.id
            """,
            new { interpreter = interpreter.Value, now },
            staff.Transaction,
            cancellationToken: cancellationToken));
        return [.. promised.Where(one => absences.Any(one.IsIn))];
    }
}
