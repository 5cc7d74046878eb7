using Npgsql;
using Videodolmetschen.Domain;

namespace Videodolmetschen.Server.Access;

/// <summary>
/// The only way to the tables: a transaction that has said for whom it works. Row-level security shows it the rows of
/// that customer, or all rows for staff and the service itself. A connection without a scope sees nothing.
/// </summary>
public sealed class TenantScope(NpgsqlDataSource dataSource)
{
    private const string Staff = "*";

    public Task<ScopedTransaction> OpenForCustomerAsync(CustomerId customer, CancellationToken cancellationToken) =>
        OpenAsync(customer.Value.ToString(), cancellationToken);

    public Task<ScopedTransaction> OpenForStaffAsync(CancellationToken cancellationToken) => OpenAsync(Staff, cancellationToken);

    /// <summary>
    /// First command of an <see cref="NpgsqlBatch"/> without an explicit transaction. Such a batch is one transaction and one
    /// round trip, commit included, and the scope ends with it.
    /// </summary>
    public static NpgsqlBatchCommand SetStaff() => SetScope(Staff);

    /// <inheritdoc cref="SetStaff"/>
    public static NpgsqlBatchCommand SetCustomer(CustomerId customer) => SetScope(customer.Value.ToString());

    /// <summary>For the commands that must use a synchronous interface of the framework.</summary>
    public ScopedTransaction OpenForStaff()
    {
        var connection = dataSource.OpenConnection();
        try
        {
            var transaction = connection.BeginTransaction();
            using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { SetStaff() } };
            batch.ExecuteNonQuery();
            return new ScopedTransaction(connection, transaction);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private async Task<ScopedTransaction> OpenAsync(string scope, CancellationToken cancellationToken)
    {
        var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        try
        {
            var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { SetScope(scope) } };
            await batch.ExecuteNonQueryAsync(cancellationToken);
            return new ScopedTransaction(connection, transaction);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static NpgsqlBatchCommand SetScope(string scope) => new("SELECT set_config('app.customer', $1, true)")
    {
        Parameters = { new NpgsqlParameter<string> { TypedValue = scope } },
    };
}

/// <summary>An open transaction in a scope. Disposed without <see cref="CommitAsync"/> it leaves nothing behind.</summary>
public sealed class ScopedTransaction(NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable, IDisposable
{
    public NpgsqlConnection Connection => connection;

    public NpgsqlTransaction Transaction => transaction;

    public Task CommitAsync(CancellationToken cancellationToken) => transaction.CommitAsync(cancellationToken);

    public void Commit() => transaction.Commit();

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    public void Dispose()
    {
        transaction.Dispose();
        connection.Dispose();
    }
}
