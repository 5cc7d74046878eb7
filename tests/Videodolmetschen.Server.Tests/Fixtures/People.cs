using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Videodolmetschen.Domain;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Tests.Fixtures;

/// <summary>A customer with one unit.</summary>
public sealed record Tenant(CustomerId Customer, UnitId Unit);

/// <summary>Puts customers, interpreters and accounts into the database of a test.</summary>
public static class People
{
    public const string Password = "vier rote Tassen im Schnee";

    public static async Task<Tenant> AddTenantAsync(this RealServer server, string name = "Klinikum", string kind = "clinic")
    {
        var tenant = new Tenant(new CustomerId(Guid.CreateVersion7()), new UnitId(Guid.CreateVersion7()));
        await server.ExecuteAsStaffAsync(
            """
            INSERT INTO customers (id, name, kind, land) VALUES (@customer, @name, @kind, 'TH');
            INSERT INTO units (id, customer_id, name, cost_centre) VALUES (@unit, @customer, 'Notaufnahme', '4711')
            """,
            new { customer = tenant.Customer.Value, unit = tenant.Unit.Value, name, kind });
        return tenant;
    }

    public static Task AddRequesterAsync(this RealServer server, string email, Tenant tenant) =>
        server.AddAccountAsync(new NewAccount(email, "Anna Anforderin", Roles.Requester) { Customer = tenant.Customer, Unit = tenant.Unit });

    public static Task AddStaffAsync(this RealServer server, string email, string role = Roles.Coordinator) =>
        server.AddAccountAsync(new NewAccount(email, "Doris Disponentin", role));

    public static async Task<InterpreterId> AddInterpreterAsync(this RealServer server, string email, int number, string language = "kmr")
    {
        var id = new InterpreterId(Guid.CreateVersion7());
        await server.ExecuteAsStaffAsync(
            """
            INSERT INTO interpreters (id, number, display_name, gender, country, section_203_until)
            VALUES (@id, 'D-' || to_char(@number, 'FM0000'), 'Ina Interpretin', 'female', 'DE', '2099-12-31');
            INSERT INTO interpreter_languages (interpreter_id, language, level) VALUES (@id, @language, 4)
            """,
            new { id = id.Value, number, language });
        await server.AddAccountAsync(new NewAccount(email, "Ina Interpretin", Roles.Interpreter) { Interpreter = id });
        return id;
    }

    public static async Task AddAccountAsync(this RealServer server, NewAccount account)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var created = await scope.ServiceProvider.GetRequiredService<AccountCreation>().CreateAsync(account, Password, CancellationToken.None);
        Assert.True(created.Succeeded, created.ToString());
    }

    public static async Task<int> ExecuteAsStaffAsync(this RealServer server, string sql, object? parameters = null)
    {
        await using var staff = await server.Services.GetRequiredService<TenantScope>().OpenForStaffAsync(CancellationToken.None);
        var rows = await staff.Connection.ExecuteAsync(sql, parameters, staff.Transaction);
        await staff.CommitAsync(CancellationToken.None);
        return rows;
    }

    public static async Task<T> QueryAsync<T>(this RealServer server, string sql, object? parameters = null)
    {
        await using var staff = await server.Services.GetRequiredService<TenantScope>().OpenForStaffAsync(CancellationToken.None);
        return await staff.Connection.QuerySingleAsync<T>(sql, parameters, staff.Transaction);
    }
}
