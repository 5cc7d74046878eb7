using Dapper;
using Npgsql;

namespace Videodolmetschen.Server.Database.Embedded;

/// <summary>What an operator would do once on a server of his own: an owner without superpowers, and the database.</summary>
internal sealed class EmbeddedDatabaseStore(string superuserConnectionString)
{
    public async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await OpenAsync(cancellationToken);
            return await connection.ExecuteScalarAsync<int>("SELECT 1") == 1;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    public async Task EnsureAsync(string name, string password, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        if (!await connection.ExecuteScalarAsync<bool>("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = @name)", new { name }))
        {
            // CREATE ROLE takes no parameters; both values are made by this program and hold letters and digits only.
            await connection.ExecuteAsync($"CREATE ROLE {name} LOGIN CREATEROLE PASSWORD '{password}'");
        }

        if (!await connection.ExecuteScalarAsync<bool>("SELECT EXISTS (SELECT FROM pg_database WHERE datname = @name)", new { name }))
        {
            await connection.ExecuteAsync($"CREATE DATABASE {name} OWNER {name}");
        }
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(superuserConnectionString) { Pooling = false, Timeout = 10 };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }
}
