using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Access;

public sealed class AuditTests(AccessServer access) : IClassFixture<AccessServer>
{
    [Fact]
    public async Task Making_an_account_is_recorded()
    {
        await access.AddRequesterAsync();
        await using var staff = await access.Server.Services.GetRequiredService<TenantScope>().OpenForStaffAsync(CancellationToken.None);
        var recorded = await staff.Connection.ExecuteScalarAsync<int>(
            """
            SELECT count(*)
            FROM audit_entries a
            JOIN users u ON a.subject = 'user:' || u.id
            WHERE a.action = 'account.created'
              AND a.details @> '{"roles": ["requester"]}'
            """,
            transaction: staff.Transaction);
        Assert.NotEqual(0, recorded);
    }

    [Theory]
    [InlineData("UPDATE audit_entries SET action = 'other'")]
    [InlineData("TRUNCATE audit_entries")]
    public async Task The_application_cannot_change_what_was_recorded(string sql)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => access.Server.ExecuteAsStaffAsync(sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task The_application_cannot_take_away_what_was_recorded_before_it_is_due()
    {
        await access.AddRequesterAsync();
        var refused = await Assert.ThrowsAsync<PostgresException>(() => access.Server.ExecuteAsStaffAsync("DELETE FROM audit_entries"));
        Assert.Equal(PostgresErrorCodes.RestrictViolation, refused.SqlState);
    }

    [Theory]
    [InlineData("UPDATE audit_entries SET action = 'other'")]
    [InlineData("DELETE FROM audit_entries")]
    [InlineData("TRUNCATE audit_entries")]
    public async Task Not_even_the_owner_of_the_table_can(string sql)
    {
        await access.AddRequesterAsync();
        await using var owner = new NpgsqlConnection(access.Server.ConnectionString);
        await owner.OpenAsync(TestContext.Current.CancellationToken);
        await owner.ExecuteAsync("SELECT set_config('app.customer', '*', false)");
        var refused = await Assert.ThrowsAsync<PostgresException>(() => owner.ExecuteAsync(sql));
        Assert.Equal(PostgresErrorCodes.RestrictViolation, refused.SqlState);
    }
}
