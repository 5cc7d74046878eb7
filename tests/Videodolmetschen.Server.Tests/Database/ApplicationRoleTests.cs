using Dapper;
using Npgsql;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Database;

public sealed class ApplicationRoleTests(RealPostgres postgres)
{
    [Fact]
    public async Task The_application_cannot_create_a_table()
    {
        await using var source = await OpenAsync();
        await using var connection = await source.OpenConnectionAsync();
        var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync("CREATE TABLE mine (id integer)"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task The_application_cannot_rewrite_which_migrations_were_applied()
    {
        await using var source = await OpenAsync();
        await using var connection = await source.OpenConnectionAsync();
        var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync("DELETE FROM schema_migrations"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task A_connection_that_comes_back_from_the_pool_still_has_the_application_role()
    {
        await using var source = await OpenAsync(maxPoolSize: 2);
        for (var use = 0; use < 5; use++)
        {
            await using var connection = await source.OpenConnectionAsync();
            Assert.Equal(ApplicationConnection.Role, await connection.ExecuteScalarAsync<string>("SELECT current_user"));
        }
    }

    [Theory]
    [InlineData("lock_timeout", "2s")]
    [InlineData("statement_timeout", "5s")]
    [InlineData("idle_in_transaction_session_timeout", "10s")]
    public async Task Every_connection_gives_up_soon(string setting, string limit)
    {
        await using var source = await OpenAsync();
        await using var connection = await source.OpenConnectionAsync();
        Assert.Equal(limit, await connection.ExecuteScalarAsync<string>("SELECT current_setting(@setting)", new { setting }));
    }

    private async Task<NpgsqlDataSource> OpenAsync(int maxPoolSize = 5) =>
        NpgsqlDataSource.Create(ApplicationConnection.ForApplication(await postgres.CreateDatabaseAsync(), maxPoolSize));
}
