using Dapper;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Npgsql;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Languages;

namespace Videodolmetschen.Benchmarks;

/// <summary>A requester and the one interpreter of a language who is at the desk.</summary>
/// <param name="Named">Set where others speak the language too: then this interpreter is asked for.</param>
internal sealed record Pair(string Language, string RequesterEmail, string InterpreterEmail, Guid? Named);

/// <summary>A fresh database with one customer and a number of pairs that never compete.</summary>
internal sealed class World
{
    public const string Password = "benchmark-only-password";

    // The least that the service takes: signing in is not what is measured.
    public const int PasswordIterations = 100_000;

    private static readonly string PasswordHash =
        new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = PasswordIterations })).HashPassword(new Account(), Password);

    private readonly Guid _customer = Guid.CreateVersion7();
    private readonly Guid _unit = Guid.CreateVersion7();

    private World(Postgres postgres, string connectionString) => (Postgres, ConnectionString) = (postgres, connectionString);

    public Postgres Postgres { get; }

    public string ConnectionString { get; }

    public IReadOnlyList<Pair> Pairs { get; private set; } = [];

    public static async Task<World> CreateAsync(Postgres postgres, int pairs)
    {
        var world = new World(postgres, await postgres.CreateDatabaseAsync());
        await world.SeedAsync(pairs);
        return world;
    }

    /// <summary>Connections that commit one row each: what durability costs.</summary>
    public NpgsqlDataSource Commits(int atMost) =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = true, MaxPoolSize = atMost }.ConnectionString);

    /// <summary>
    /// So many more interpreters who are on duty for the language of the first pair, lower qualified than the one at the desk, and
    /// so many requests in a language that nobody speaks.
    /// </summary>
    public async Task CrowdAsync(int interpreters, int waiting)
    {
        await using var connection = await OpenAsync();
        await connection.ExecuteAsync(
            """
            CREATE TEMPORARY TABLE crowd AS SELECT gen_random_uuid() AS id, n FROM generate_series(1, @interpreters) AS n;
            INSERT INTO interpreters (id, number, display_name, gender, country) SELECT id, 'D-' || to_char(n, 'FM000000'), 'Messperson', 'female', 'DE' FROM crowd;
            INSERT INTO interpreter_languages (interpreter_id, language, level) SELECT id, @language, 4 FROM crowd;
            INSERT INTO presences (interpreter_id, state, since, missed_in_a_row, idle_since, afterwards)
            SELECT id, 'available', now(), 0, now(), 'available' FROM crowd;
            CREATE TEMPORARY TABLE queue AS SELECT gen_random_uuid() AS id, n FROM generate_series(1, @waiting) AS n;
            INSERT INTO users (id, user_name, normalized_user_name, email, normalized_email, security_stamp, concurrency_stamp, display_name, customer_id, unit_id)
            SELECT id, id, id, id, id, 'S', 'C', 'Messperson', @_customer, @_unit FROM queue;
            INSERT INTO requests (id, key, customer_id, unit_id, requester_id, language, field, modality, priority, needs_section_203, requirements, wishes, related_allowed, requested_at, state)
            SELECT gen_random_uuid(), id, @_customer, @_unit, id, @rare, 'immigration', 'video', 'normal', false, '[]', '[]', false, now(), 'waiting' FROM queue
            """,
            new { interpreters, waiting, language = Pairs[0].Language, rare = Languages().Last(), _customer, _unit });
        await connection.ExecuteAsync("ANALYZE requests, presences, interpreters, users");
    }

    private static IEnumerable<string> Languages() => EmbeddedLanguages.Read().Languages.Select(language => language.Code.Value);

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await connection.ExecuteAsync("SELECT set_config('app.customer', '*', false)");
        return connection;
    }

    private async Task SeedAsync(int count)
    {
        await using var connection = await OpenAsync();
        await connection.ExecuteAsync(
            """
            INSERT INTO customers (id, name, kind, land) VALUES (@_customer, 'Messamt', 'authority', 'TH');
            INSERT INTO units (id, customer_id, name, cost_centre) VALUES (@_unit, @_customer, 'Messstelle', '1');
            CREATE TABLE bench_commits (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz NOT NULL DEFAULT now());
            """,
            new { _customer, _unit });
        List<Pair> pairs = [];
        var languages = Languages().Take(count).ToList();
        for (var index = 0; index < count; index++)
        {
            var (language, interpreter) = (languages[index % languages.Count], Guid.CreateVersion7());
            var pair = new Pair(language, $"requester{index}@bench.example", $"interpreter{index}@bench.example", count > languages.Count ? interpreter : null);
            await connection.ExecuteAsync(
                """
                INSERT INTO interpreters (id, number, display_name, gender, country) VALUES (@interpreter, @number, 'Messperson', 'female', 'DE');
                INSERT INTO interpreter_languages (interpreter_id, language, level) VALUES (@interpreter, @language, 3);
                """,
                new { interpreter, number = $"D-{index:0000}", language });
            await AddUserAsync(connection, pair.RequesterEmail, "requester", null);
            await AddUserAsync(connection, pair.InterpreterEmail, "interpreter", interpreter);
            pairs.Add(pair);
        }

        Pairs = pairs;
    }

    private Task AddUserAsync(NpgsqlConnection connection, string email, string role, Guid? interpreter)
    {
        Guid? customer = interpreter is null ? _customer : null;
        Guid? unit = interpreter is null ? _unit : null;
        return connection.ExecuteAsync(
            """
            INSERT INTO users (id, user_name, normalized_user_name, email, normalized_email, password_hash, security_stamp, concurrency_stamp, display_name, customer_id, unit_id, interpreter_id)
            VALUES (@id, @email, upper(@email), @email, upper(@email), @PasswordHash, 'S', 'C', 'Messperson', @customer, @unit, @interpreter);
            INSERT INTO user_roles (user_id, role_id) SELECT @id, id FROM roles WHERE name = @role;
            """,
            new { id = Guid.CreateVersion7(), email, role, PasswordHash, customer, unit, interpreter });
    }
}
