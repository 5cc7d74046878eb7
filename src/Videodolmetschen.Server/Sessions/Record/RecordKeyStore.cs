using Dapper;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Sessions.Record;

internal sealed class RecordKeyStore(TenantScope scope)
{
    private const string Read = "SELECT private_key FROM record_keys";

    public async Task<byte[]?> ReadAsync(CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        return await staff.Connection.QuerySingleOrDefaultAsync<byte[]>(new CommandDefinition(Read, transaction: staff.Transaction, cancellationToken: cancellationToken));
    }

    /// <returns>The key that is kept: of two nodes at once one was first.</returns>
    public async Task<byte[]> KeepFirstAsync(byte[] privateKey, CancellationToken cancellationToken)
    {
        await using (var staff = await scope.OpenForStaffAsync(cancellationToken))
        {
            await staff.Connection.ExecuteAsync(new CommandDefinition(
                """
                INSERT INTO record_keys (id, private_key)
                VALUES (1, @privateKey)
                ON CONFLICT (id) DO NOTHING
                """,
                new { privateKey },
                staff.Transaction,
                cancellationToken: cancellationToken));
            await staff.CommitAsync(cancellationToken);
        }

        return await ReadAsync(cancellationToken) ?? throw new InvalidOperationException("a key that was kept is not there");
    }
}
