using Microsoft.Extensions.DependencyInjection;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Access;

public sealed class AdministratorTests(RealPostgres postgres)
{
    [Fact]
    public async Task A_production_server_starts_without_any_account()
    {
        await using var server = await RealServer.StartAsync(postgres, adjust: null, "environment=Production");
        await using var staff = await server.Services.GetRequiredService<TenantScope>().OpenForStaffAsync(CancellationToken.None);
        Assert.Equal(0, await Dapper.SqlMapper.ExecuteScalarAsync<int>(staff.Connection, "SELECT count(*) FROM users", transaction: staff.Transaction));
    }

    [Fact]
    public async Task The_same_address_gets_no_second_account_however_it_is_written()
    {
        await using var server = await RealServer.StartAsync(postgres);
        await server.AddStaffAsync("doris@example.de");
        await using var scope = server.Services.CreateAsyncScope();
        var creation = scope.ServiceProvider.GetRequiredService<AccountCreation>();
        var again = await creation.CreateAsync(new NewAccount("Doris@Example.DE", "Doris", Roles.Administrator), People.Password, CancellationToken.None);
        Assert.Contains("gibt es schon", Assert.Single(again.Errors.Select(error => error.Description).Distinct()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_password_leaves_no_account_behind()
    {
        await using var server = await RealServer.StartAsync(postgres);
        await using var scope = server.Services.CreateAsyncScope();
        var creation = scope.ServiceProvider.GetRequiredService<AccountCreation>();
        var refused = await creation.CreateAsync(new NewAccount("doris@example.de", "Doris", Roles.Administrator), "Passwort1234", CancellationToken.None);
        Assert.False(refused.Succeeded);
        Assert.Equal(0, await server.ExecuteAsStaffAsync("UPDATE users SET display_name = display_name"));
    }
}
