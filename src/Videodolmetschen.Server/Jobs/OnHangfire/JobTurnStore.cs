using Dapper;
using Npgsql;

namespace Videodolmetschen.Server.Jobs.OnHangfire;

/// <summary>
/// Whose turn a job is, over all nodes: a session of PostgreSQL holds it, and with the process the session ends. Hangfire's own
/// <c>DisableConcurrentExecution</c> is a row with a time: after a kill it holds the next run up, and it lets a second one in beside a long one.
/// </summary>
internal sealed class JobTurnStore(HangfireConnections connections)
{
    private const int LockClass = 22085;

    /// <returns>Null while the job runs.</returns>
    public async Task<IAsyncDisposable?> TryTakeAsync(string job, CancellationToken cancellationToken)
    {
        var turn = new Turn(connections.GetOrCreateConnection(), job);
        try
        {
            if (await turn.TryTakeAsync(cancellationToken))
            {
                return turn;
            }
        }
        catch
        {
            await turn.CloseAsync();
            throw;
        }

        await turn.CloseAsync();
        return null;
    }

    private sealed class Turn(NpgsqlConnection session, string job) : IAsyncDisposable
    {
        public async Task<bool> TryTakeAsync(CancellationToken cancellationToken)
        {
            await session.OpenAsync(cancellationToken);
            return await session.ExecuteScalarAsync<bool>(new CommandDefinition("SELECT pg_try_advisory_lock(@LockClass, hashtext(@job))", new { LockClass, job }, cancellationToken: cancellationToken));
        }

        public ValueTask CloseAsync() => session.DisposeAsync();

        /// <summary>Said aloud: a session that only goes back to the pool keeps its locks until it is used again.</summary>
        public async ValueTask DisposeAsync()
        {
            try
            {
                await session.ExecuteAsync("SELECT pg_advisory_unlock(@LockClass, hashtext(@job))", new { LockClass, job });
            }
            catch (NpgsqlException)
            {
                // The session is broken, and the turn ended with it.
                NpgsqlConnection.ClearPool(session);
            }
            finally
            {
                await session.DisposeAsync();
            }
        }
    }
}
