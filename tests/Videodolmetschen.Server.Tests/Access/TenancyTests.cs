using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Access;

public sealed class TenancyTests(AccessServer access) : IClassFixture<AccessServer>
{
    private TenantScope Scope => access.Server.Services.GetRequiredService<TenantScope>();

    [Fact]
    public async Task A_customer_sees_the_own_rows_and_no_other_customer_s()
    {
        var (own, other) = (await access.Server.AddTenantAsync(), await access.Server.AddTenantAsync());
        await access.Server.AddRequesterAsync(access.NewEmail(), own);
        await access.Server.AddRequesterAsync(access.NewEmail(), other);
        await using var scoped = await Scope.OpenForCustomerAsync(own.Customer, CancellationToken.None);
        var seen = await scoped.Connection.QueryAsync<Guid?>(
            "SELECT id FROM customers UNION ALL SELECT customer_id FROM units UNION ALL SELECT customer_id FROM users", transaction: scoped.Transaction);
        Assert.Equal([own.Customer.Value, own.Customer.Value, own.Customer.Value], seen);
    }

    [Fact]
    public async Task Staff_see_every_customer()
    {
        Tenant[] tenants = [await access.Server.AddTenantAsync(), await access.Server.AddTenantAsync()];
        await using var staff = await Scope.OpenForStaffAsync(CancellationToken.None);
        var seen = await staff.Connection.QueryAsync<Guid>("SELECT id FROM customers", transaction: staff.Transaction);
        Assert.Subset(seen.ToHashSet(), tenants.Select(tenant => tenant.Customer.Value).ToHashSet());
    }

    [Theory]
    [InlineData("INSERT INTO units (id, customer_id, name, cost_centre) VALUES (gen_random_uuid(), @other, 'Fremd', '1')")]
    [InlineData("UPDATE units SET customer_id = @other")]
    [InlineData("UPDATE users SET customer_id = @other, unit_id = NULL")]
    [InlineData("UPDATE users SET customer_id = NULL, unit_id = NULL")]
    public async Task A_customer_cannot_write_another_customer_s_rows(string sql)
    {
        var (own, other) = (await access.Server.AddTenantAsync(), await access.Server.AddTenantAsync());
        await access.Server.AddRequesterAsync(access.NewEmail(), own);
        await using var scoped = await Scope.OpenForCustomerAsync(own.Customer, CancellationToken.None);
        var refused = await Assert.ThrowsAsync<PostgresException>(() =>
            scoped.Connection.ExecuteAsync(sql, new { other = other.Customer.Value }, scoped.Transaction));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task A_customer_reaches_no_row_of_another_customer_to_change_it()
    {
        var (own, other) = (await access.Server.AddTenantAsync(), await access.Server.AddTenantAsync());
        await using var scoped = await Scope.OpenForCustomerAsync(own.Customer, CancellationToken.None);
        var changed = await scoped.Connection.ExecuteAsync(
            "UPDATE units SET name = 'Fremd' WHERE id = @unit", new { unit = other.Unit.Value }, scoped.Transaction);
        Assert.Equal(0, changed);
    }

    [Theory]
    [InlineData("user_roles")]
    [InlineData("user_tokens")]
    [InlineData("sign_ins")]
    [InlineData("data_protection_keys")]
    public async Task A_customer_sees_nothing_of_how_people_sign_in(string table)
    {
        var (email, own) = (access.NewEmail(), await access.Server.AddTenantAsync());
        await access.Server.AddRequesterAsync(email, own);
        using var browser = await Browser.SignedInAsync(access.Server, email);
        await using var scoped = await Scope.OpenForCustomerAsync(own.Customer, CancellationToken.None);
        Assert.Equal(0, await scoped.Connection.ExecuteScalarAsync<int>($"SELECT count(*) FROM {table}", transaction: scoped.Transaction));
    }

    [Fact]
    public async Task A_connection_without_a_scope_sees_nothing()
    {
        await access.AddRequesterAsync();
        await using var connection = await access.Server.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        Assert.Equal(0, await connection.ExecuteScalarAsync<int>(
            "SELECT (SELECT count(*) FROM customers) + (SELECT count(*) FROM units) + (SELECT count(*) FROM users)"));
    }

    [Fact]
    public async Task A_scope_ends_with_its_transaction()
    {
        await access.AddRequesterAsync();
        var staff = await Scope.OpenForStaffAsync(CancellationToken.None);
        await staff.CommitAsync(CancellationToken.None);
        Assert.Equal(0, await staff.Connection.ExecuteScalarAsync<int>("SELECT count(*) FROM customers"));
        await staff.DisposeAsync();
    }

    [Fact]
    public async Task The_scope_of_a_batch_ends_with_the_batch()
    {
        await access.AddRequesterAsync();
        await using var connection = await access.Server.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { TenantScope.SetStaff(), new("SELECT count(*) FROM customers") } };
        await using (var reader = await batch.ExecuteReaderAsync())
        {
            await reader.NextResultAsync();
            await reader.ReadAsync();
            Assert.NotEqual(0, reader.GetInt64(0));
        }

        Assert.Equal(0, await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM customers"));
    }

    [Fact]
    public async Task Another_customer_s_unit_looks_like_one_that_does_not_exist()
    {
        var (email, own, other) = (access.NewEmail(), await access.Server.AddTenantAsync(), await access.Server.AddTenantAsync());
        await access.Server.AddRequesterAsync(email, own);
        using var browser = await Browser.SignedInAsync(access.Server, email);
        using var mine = await browser.GetAsync($"/api/units/{own.Unit.Value}");
        using var foreign = await browser.GetAsync($"/api/units/{other.Unit.Value}");
        using var none = await browser.GetAsync($"/api/units/{Guid.NewGuid()}");
        Assert.Equal(HttpStatusCode.OK, mine.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        Assert.Equal(await none.ComparableAsync(), await foreign.ComparableAsync());
    }

    [Fact]
    public async Task A_requester_sees_the_own_cost_centre()
    {
        using var browser = await Browser.SignedInAsync(access.Server, await access.AddRequesterAsync());
        var unit = await (await browser.GetAsync("/api/my-unit")).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("4711", unit.GetProperty("costCentre").GetString());
    }

    [Fact]
    public async Task A_customer_does_not_learn_which_interpreter_avoids_it()
    {
        var own = await access.Server.AddTenantAsync();
        var interpreter = await access.Server.AddInterpreterAsync(access.NewEmail(), number: 7101);
        await access.Server.ExecuteAsStaffAsync(
            "INSERT INTO conflicts (interpreter_id, customer_id, blocked_by) VALUES (@i, @c, 'interpreter'), (@i, @c, 'customer')",
            new { i = interpreter.Value, c = own.Customer.Value });
        await using var scoped = await Scope.OpenForCustomerAsync(own.Customer, CancellationToken.None);
        var seen = await scoped.Connection.QueryAsync<string>("SELECT blocked_by FROM conflicts", transaction: scoped.Transaction);
        Assert.Equal("customer", Assert.Single(seen));
    }
}
