using Dapper;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>What customers may know of the interpreter of an appointment: number and gender, no name.</summary>
internal sealed class InterpreterNameStore(TenantScope scope)
{
    public async Task<IReadOnlyDictionary<Guid, AppointmentInterpreter>> ReadAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        if (ids.Length == 0)
        {
            return new Dictionary<Guid, AppointmentInterpreter>();
        }

        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var rows = await staff.Connection.QueryAsync<AppointmentInterpreter>(new CommandDefinition(
            """
            SELECT id, number, gender
            FROM interpreters
            WHERE id = ANY (@ids)
            """,
            new { ids },
            staff.Transaction,
            cancellationToken: cancellationToken));
        return rows.ToDictionary(row => row.Id);
    }
}
