using Dapper;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Interpreters;

/// <summary>The interpreter's own word on emergencies, in <c>interpreters</c> and in the audit.</summary>
internal sealed class ReachStore(TenantScope scope, AuditStore audit)
{
    public async Task<EmergencyReach> ReadAsync(InterpreterId interpreter, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var stored = await staff.Connection.QuerySingleAsync<string>(new CommandDefinition(
            """
            SELECT reach
            FROM interpreters
            WHERE id = @id
            """,
            new { id = interpreter.Value },
            staff.Transaction,
            cancellationToken: cancellationToken));
        return SnakeCase.Parse<EmergencyReach>(stored);
    }

    /// <summary>What was so already leaves no entry.</summary>
    public async Task SaveAsync(UserId by, InterpreterId interpreter, EmergencyReach reach, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var changed = await staff.Connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE interpreters
            SET reach = @reach
            WHERE id = @id
              AND reach <> @reach
            """,
            new { id = interpreter.Value, reach = SnakeCase.Of(reach) },
            staff.Transaction,
            cancellationToken: cancellationToken));
        if (changed == 1)
        {
            var entry = new AuditEntry(by, "interpreter.reach_changed", $"interpreter:{interpreter.Value}") { Details = new { reach = SnakeCase.Of(reach) } };
            await audit.AddAsync(staff.Transaction, entry, cancellationToken);
        }

        await staff.CommitAsync(cancellationToken);
    }
}
