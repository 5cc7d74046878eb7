using Dapper;
using Videodolmetschen.Domain;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Sessions;

internal sealed class GuestStore(TenantScope scope)
{
    /// <summary>Whether the guest waits or is in: then the cookie holds.</summary>
    public async Task<bool> IsHereAsync(GuestId guest, CancellationToken cancellationToken)
    {
        const string sql =
            """
            SELECT EXISTS (
              SELECT FROM guests
              WHERE id = @id
                AND state IN ('waiting', 'in'))
            """;
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        return await staff.Connection.ExecuteScalarAsync<bool>(
            new CommandDefinition(sql, new { id = guest.Value }, staff.Transaction, cancellationToken: cancellationToken));
    }
}
