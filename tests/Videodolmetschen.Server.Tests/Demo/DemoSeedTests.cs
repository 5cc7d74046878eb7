using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Languages;
using Videodolmetschen.Server.Demo;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Demo;

public sealed class DemoSeedTests(RealPostgres postgres)
{
    private static readonly DemoData Demo = DemoData.Read();

    [Fact]
    public async Task A_fresh_database_gets_customers_people_and_thirty_interpreters()
    {
        await using var server = await RealServer.StartAsync(postgres);

        await server.App.SeedDemoAsync();

        Assert.Equal(["authority", "clinic", "district"], await ReadAsync<string>(server, "SELECT kind FROM customers ORDER BY kind"));
        Assert.Equal([30L], await ReadAsync<long>(server, "SELECT count(*) FROM interpreters"));
        Assert.Equal([1L], await ReadAsync<long>(server, "SELECT count(*) FROM interpreters WHERE section_203_until IS NULL"));
        Assert.Equal([38L], await ReadAsync<long>(server, "SELECT count(*) FROM users"));
        Assert.Equal(["D-0010"], await ReadAsync<string>(server, ExpiredOaths));
    }

    [Fact]
    public async Task A_second_start_changes_nothing()
    {
        await using var server = await RealServer.StartAsync(postgres);
        await server.App.SeedDemoAsync();
        var before = await ReadAsync<string>(server, Fingerprint);

        await server.App.SeedDemoAsync();

        Assert.Equal(before, await ReadAsync<string>(server, Fingerprint));
    }

    [Fact]
    public async Task Everybody_on_a_tile_can_sign_in()
    {
        await using var server = await RealServer.StartAsync(postgres);
        await server.App.SeedDemoAsync();
        var accounts = await server.Client.GetFromJsonAsync<JsonElement>("/api/demo-accounts");

        foreach (var tile in accounts.EnumerateArray().Where(account => account.GetProperty("tile").GetBoolean()))
        {
            var answer = await server.Client.PostAsJsonAsync(
                "/api/sign-in", new { email = tile.GetProperty("email").GetString(), password = tile.GetProperty("password").GetString() });
            var me = await answer.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Contains(tile.GetProperty("role").GetString(), me.GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
        }
    }

    [Fact]
    public async Task Outside_of_Development_there_are_no_demo_accounts()
    {
        await using var development = await RealServer.StartAsync(postgres);
        await development.App.SeedDemoAsync();

        await using var production = await RealServer.StartAsync(development.ConnectionString, null, "environment=Production");
        await production.App.SeedDemoAsync();

        Assert.Equal([0L], await ReadAsync<long>(production, "SELECT count(*) FROM users WHERE disabled_at IS NULL"));
        var answer = await production.Client.GetAsync("/api/demo-accounts");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Every_language_of_an_interpreter_can_be_booked_and_the_most_asked_for_are_there()
    {
        await using var server = await RealServer.StartAsync(postgres);
        var catalogue = server.Services.GetRequiredService<LanguageCatalogue>();
        var spoken = Demo.Interpreters.SelectMany(row => row.Languages).Select(language => language.Code).ToHashSet(StringComparer.Ordinal);

        Assert.All(spoken, code => Assert.True(catalogue.IsBookable(code), code));
        var varieties = Demo.Interpreters.SelectMany(row => row.Languages).SelectMany(language => language.Varieties.Select(variety => (Code: new LanguageCode(language.Code), Variety: variety))).ToList();
        Assert.NotEmpty(varieties);
        Assert.All(varieties, one => Assert.True(catalogue.HasVariety(one.Code, one.Variety), one.ToString()));
        Assert.All(
            catalogue.Languages.Where(language => language.DemandRank is not null),
            language => Assert.Contains(language.Code.Value, spoken));
    }

    [Fact]
    public void Six_to_eight_tiles_show_every_role_and_two_interpreters_of_one_language()
    {
        var tiles = Demo.People.Where(person => person.Tile).ToList();
        var interpreters = Demo.Interpreters.Where(row => row.Tile);

        Assert.InRange(tiles.Count, 6, 8);
        Assert.Equal(4, tiles.SelectMany(person => person.Roles).Distinct(StringComparer.Ordinal).Count());
        Assert.Contains(interpreters.SelectMany(row => row.Languages).CountBy(language => language.Code), pair => pair.Value > 1);
    }

    private const string ExpiredOaths =
        """
        SELECT number
        FROM interpreters
        JOIN oaths ON oaths.interpreter_id = interpreters.id
        WHERE valid_until < current_date
          AND renewal_applied_at IS NULL
        """;

    private const string Fingerprint =
        """
        SELECT md5(string_agg(u::text, '|' ORDER BY u.id)) FROM users u
        UNION ALL
        SELECT md5(string_agg(o::text, '|' ORDER BY o.interpreter_id, o.language)) FROM oaths o
        """;

    private static async Task<IEnumerable<T>> ReadAsync<T>(RealServer server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await connection.ExecuteAsync("SELECT set_config('app.customer', '*', false)");
        return await connection.QueryAsync<T>(sql);
    }
}
