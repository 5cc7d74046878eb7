using Dapper;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Hosting;
using Videodolmetschen.Server.Languages;

namespace Videodolmetschen.Benchmarks;

/// <summary>A requester and the one interpreter of a language.</summary>
internal sealed record Pair(string Language, string RequesterEmail, string InterpreterEmail);

/// <summary>A fresh PostgreSQL with one customer and a number of pairs that never compete.</summary>
internal sealed class World : IAsyncDisposable
{
    public const string Password = "benchmark-only-password";

    private readonly string _folder = Directory.CreateTempSubdirectory("videodolmetschen-bench-").FullName;
    private readonly EmbeddedPostgres _postgres;

    private World()
    {
        var story = new StartupStory(new ConfigurationBuilder().AddInMemoryCollection([new("Startup:Silent", "true")]).Build());
        _postgres = new EmbeddedPostgres(Options.Create(new DatabaseOptions { DataFolder = _folder }), story, NullLogger<EmbeddedPostgres>.Instance);
    }

    public string ConnectionString => _postgres.ConnectionString;

    /// <summary>The postmaster; its children are the backends.</summary>
    public int PostgresProcessId => _postgres.ProcessId ?? throw new InvalidOperationException("PostgreSQL has gone.");

    public IReadOnlyList<Pair> Pairs { get; private set; } = [];

    public static async Task<World> CreateAsync(int pairs)
    {
        var world = new World();
        await world._postgres.StartAsync(CancellationToken.None);
        var address = new DatabaseAddress();
        address.Set(world.ConnectionString, world.ConnectionString);
        await new Migrator(address, NullLogger<Migrator>.Instance).MigrateAsync(CancellationToken.None);
        await world.SeedAsync(pairs);
        return world;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await _postgres.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task SeedAsync(int count)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await connection.ExecuteAsync("SELECT set_config('app.customer', '*', false)");
        var (customer, unit) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await connection.ExecuteAsync(
            """
            INSERT INTO customers (id, name, kind, land) VALUES (@customer, 'Messamt', 'authority', 'TH');
            INSERT INTO units (id, customer_id, name, cost_centre) VALUES (@unit, @customer, 'Messstelle', '1');
            CREATE TABLE bench_commits (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz NOT NULL DEFAULT now());
            """,
            new { customer, unit });
        var hash = new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = 100_000 })).HashPassword(new Account(), Password);
        var languages = EmbeddedLanguages.Read().Languages.Take(count).Select(language => language.Code.Value).ToArray();
        List<Pair> pairs = [];
        foreach (var (index, language) in languages.Index())
        {
            var pair = new Pair(language, $"requester{index}@bench.example", $"interpreter{index}@bench.example");
            var interpreter = Guid.CreateVersion7();
            await connection.ExecuteAsync(
                """
                INSERT INTO interpreters (id, number, display_name, gender, country) VALUES (@interpreter, @number, 'Messperson', 'female', 'DE');
                INSERT INTO interpreter_languages (interpreter_id, language, level) VALUES (@interpreter, @language, 3);
                """,
                new { interpreter, number = $"D-{index:0000}", language });
            await AddUserAsync(connection, pair.RequesterEmail, "requester", hash, customer, unit, null);
            await AddUserAsync(connection, pair.InterpreterEmail, "interpreter", hash, null, null, interpreter);
            pairs.Add(pair);
        }

        Pairs = pairs;
    }

    private static Task AddUserAsync(NpgsqlConnection connection, string email, string role, string hash, Guid? customer, Guid? unit, Guid? interpreter) =>
        connection.ExecuteAsync(
            """
            INSERT INTO users (id, user_name, normalized_user_name, email, normalized_email, password_hash, security_stamp, concurrency_stamp, display_name, customer_id, unit_id, interpreter_id)
            VALUES (@id, @email, upper(@email), @email, upper(@email), @hash, 'S', 'C', 'Messperson', @customer, @unit, @interpreter);
            INSERT INTO user_roles (user_id, role_id) SELECT @id, id FROM roles WHERE name = @role;
            """,
            new { id = Guid.CreateVersion7(), email, role, hash, customer, unit, interpreter });
}
