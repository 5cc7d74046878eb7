using System.Diagnostics;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Server.Interpreters;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Interpreters;

public sealed class InterpreterStoreTests(RealPostgres postgres)
{
    [Fact]
    public async Task An_interpreter_is_read_with_everything_that_decides_on_offers()
    {
        await using var server = await RealServer.StartAsync(postgres);
        var tenant = await server.AddTenantAsync();
        var id = await server.AddInterpreterAsync("ina@example.de", number: 42);
        await server.ExecuteAsStaffAsync(
            """
            UPDATE interpreter_languages SET level = 1, from_german = false, varieties = '{Badini,Efrin}' WHERE interpreter_id = @id;
            INSERT INTO oaths VALUES (@id, 'kmr', 'OLG Jena', 'federal', '2027-05-31', '2027-02-01');
            INSERT INTO interpreter_fields VALUES (@id, 'mental_health'), (@id, 'police_courts');
            INSERT INTO conflicts (interpreter_id, customer_id, blocked_by) VALUES (@id, @customer, 'customer'), (@id, @customer, 'interpreter')
            """,
            new { id = id.Value, customer = tenant.Customer.Value });
        var read = Assert.Single(await ReadAsync(server));
        Assert.Equal(("D-0042", Gender.Female, new DateOnly(2099, 12, 31)), (read.Number, read.Gender, read.Section203Until));
        var language = Assert.Single(read.Languages);
        Assert.Equal((new LanguageCode("kmr"), QualificationLevel.Sworn, false), (language.Language, language.Level, language.BothWays));
        Assert.Equal(["Badini", "Efrin"], language.Varieties);
        var oath = new Oath(new("kmr"), "OLG Jena", OathBasis.Federal, new(2027, 5, 31)) { RenewalAppliedAt = new DateOnly(2027, 2, 1) };
        Assert.Equal(oath, Assert.Single(read.Oaths));
        Assert.Equal([Field.MentalHealth, Field.PoliceCourts], read.Fields.Order());
        Assert.Equal(tenant.Customer, Assert.Single(read.BlockedCustomers));
    }

    [Fact]
    public async Task Who_has_left_is_not_read()
    {
        await using var server = await RealServer.StartAsync(postgres);
        await server.AddInterpreterAsync("ina@example.de", number: 42);
        await server.ExecuteAsStaffAsync("UPDATE interpreters SET left_at = now()");
        Assert.Empty(await ReadAsync(server));
    }

    [Fact]
    public async Task Twenty_thousand_interpreters_are_read_within_the_limits_of_a_connection()
    {
        await using var server = await RealServer.StartAsync(postgres);
        await using var owner = new NpgsqlConnection(server.ConnectionString);
        await owner.ExecuteAsync(
            """
            INSERT INTO interpreters (id, number, display_name, gender, country)
            SELECT gen_random_uuid(), 'D-' || to_char(n, 'FM00000'), 'Name', 'diverse', 'DE' FROM generate_series(1, 20000) n;
            INSERT INTO interpreter_languages (interpreter_id, language, level) SELECT id, l, 4 FROM interpreters, unnest('{kmr,ckb,deu}'::text[]) l;
            INSERT INTO interpreter_fields SELECT id, f FROM interpreters, unnest('{health,social,asylum}'::text[]) f
            """,
            commandTimeout: 120);
        var watch = Stopwatch.StartNew();
        var read = await ReadAsync(server);
        TestContext.Current.SendDiagnosticMessage("20,000 interpreters: {0}", watch.Elapsed);
        Assert.Equal(20_000, read.Count);
        Assert.All(read, interpreter => Assert.Equal((3, 3), (interpreter.Languages.Count, interpreter.Fields.Count)));
    }

    private static Task<IReadOnlyList<Interpreter>> ReadAsync(RealServer server) =>
        server.Services.GetRequiredService<InterpreterStore>().ReadAllAsync(DateTimeOffset.UnixEpoch, CancellationToken.None);
}
