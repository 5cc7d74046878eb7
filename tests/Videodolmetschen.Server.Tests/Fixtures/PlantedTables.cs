using Dapper;
using Npgsql;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Tests.Fixtures;

/// <summary>Live tables without a server, filled by hand: what the dispatcher would never write.</summary>
public sealed class PlantedTables : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;
    private readonly Guid _customer = Guid.CreateVersion7();
    private readonly Guid _unit = Guid.CreateVersion7();
    private int _people;

    private PlantedTables(string connectionString) => _source = NpgsqlDataSource.Create(connectionString);

    public static DateTimeOffset Now { get; } = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public static async Task<PlantedTables> OpenAsync(RealPostgres postgres)
    {
        DapperTypes.Register();
        var tables = new PlantedTables(await postgres.CreateDatabaseAsync());
        await tables.RunAsync(
            """
            INSERT INTO customers (id, name, kind, land) VALUES (@_customer, 'Klinikum', 'clinic', 'TH');
            INSERT INTO units (id, customer_id, name, cost_centre) VALUES (@_unit, @_customer, 'Notaufnahme', '4711')
            """,
            new { tables._customer, tables._unit });
        return tables;
    }

    public static DateTimeOffset Ago(double seconds) => Now - TimeSpan.FromSeconds(seconds);

    public async Task<Guid> InterpreterAsync(string? presence = null, double since = 300, double wrapUpUntil = 0)
    {
        var id = Guid.CreateVersion7();
        await RunAsync(
            """
            INSERT INTO interpreters (id, number, display_name, gender, country, section_203_until)
            VALUES (@id, 'D-' || to_char(@number, 'FM0000'), 'Ina Interpretin', 'female', 'DE', '2099-12-31');
            INSERT INTO interpreter_languages (interpreter_id, language, level) VALUES (@id, 'kmr', 4);
            INSERT INTO presences (interpreter_id, state, since, missed_in_a_row, wrap_up_until, idle_since, afterwards)
            SELECT @id, @presence, @since, 0, @wrapUpUntil, @since, 'available'
            WHERE @presence IS NOT NULL
            """,
            new { id, number = ++_people, presence, since = Ago(since), wrapUpUntil = presence == "wrap_up" ? Ago(wrapUpUntil) : (DateTimeOffset?)null });
        return id;
    }

    public async Task<Guid> RequestAsync(string state = "waiting", double waits = 30, string requirements = "[]")
    {
        var (id, requester) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await RunAsync(
            """
            INSERT INTO users (id, user_name, normalized_user_name, email, normalized_email, security_stamp, concurrency_stamp, display_name, customer_id, unit_id)
            VALUES (@requester, @name, @name, @name, @name, '', '', 'Anna Anforderin', @_customer, @_unit);
            INSERT INTO requests (id, key, customer_id, unit_id, requester_id, language, field, modality, priority, needs_section_203, requirements,
              wishes, related_allowed, requested_at, state)
            VALUES (@id, @id, @_customer, @_unit, @requester, 'kmr', 'health', 'video', 'normal', true, @requirements::jsonb, '[]', false, @at, @state)
            """,
            new { id, requester, name = requester.ToString(), _customer, _unit, at = Ago(waits), state, requirements });
        return id;
    }

    public async Task<Guid> OfferAsync(Guid request, Guid interpreter, string state = "open", double expired = -20)
    {
        var id = Guid.CreateVersion7();
        await RunAsync(
            """
            INSERT INTO offers (id, request_id, interpreter_id, wave, rank, reasons, offered_at, expires_at, state, decline_reason, answered_at)
            VALUES (@id, @request, @interpreter, 1, 1, '{}', @expires - interval '20 s', @expires, @state,
              CASE @state WHEN 'declined' THEN 'no_time' END, CASE WHEN @state <> 'open' THEN @expires - interval '1 s' END)
            """,
            new { id, request, interpreter, state, expires = Ago(expired) });
        return id;
    }

    /// <param name="created">Seconds ago; where it is not connecting, media flowed from then on.</param>
    public async Task<Guid> SessionAsync(Guid request, Guid interpreter, string state = "active", double created = 20, int counted = 0)
    {
        var id = Guid.CreateVersion7();
        await RunAsync(
            """
            INSERT INTO sessions (id, request_id, interpreter_id, requester_id, customer_id, language, modality, state, end_reason, created_at,
              started_at, ended_at, counted_seconds, billable_seconds)
            SELECT @id, @request, @interpreter, requester_id, customer_id, 'kmr', 'video', @state, CASE @state WHEN 'ended' THEN 'hang_up_requester' END,
              @at, CASE WHEN @state <> 'connecting' THEN @at END, CASE @state WHEN 'ended' THEN @now END, @counted, CASE @state WHEN 'ended' THEN @counted END
            FROM requests
            WHERE id = @request
            """,
            new { id, request, interpreter, state, at = Ago(created), now = Now, counted });
        await StintAsync(id, interpreter, 1, state == "ended" ? "left" : "interpreting", created, counted);
        return id;
    }

    /// <param name="search">The relief's search; null for the first interpreter.</param>
    public async Task<Guid> StintAsync(Guid session, Guid interpreter, int number, string state, double joined, int seconds = 0, Guid? search = null)
    {
        var id = Guid.CreateVersion7();
        await RunAsync(
            """
            INSERT INTO session_stints (id, session_id, interpreter_id, customer_id, number, relief_id, state, joined_at, took_over_at, left_at,
              seconds_before, billable_seconds)
            VALUES (@id, @session, @interpreter, @_customer, @number, @search, @state, @at, CASE WHEN @state <> 'joining' THEN @at END,
              CASE @state WHEN 'left' THEN @now END, 0, CASE @state WHEN 'left' THEN @seconds END)
            """,
            new { id, session, interpreter, _customer, number, search, state, at = Ago(joined), now = Now, seconds });
        return id;
    }

    public Task EventAsync(string kind, Guid subject, string? before, string after, double ago = 600) => RunAsync(
        "INSERT INTO dispatch_events (at, kind, subject_id, before_state, after_state) VALUES (@at, @kind, @subject, @before, @after)",
        new { at = Ago(ago), kind, subject, before, after });

    /// <summary>Takes away what the tables defend themselves with.</summary>
    public Task DropIndexAsync(string name) => RunAsync($"DROP INDEX {name}");

    public async Task RunAsync(string sql, object? parameters = null)
    {
        await using var staff = await new TenantScope(_source).OpenForStaffAsync(CancellationToken.None);
        await staff.Connection.ExecuteAsync(sql, parameters, staff.Transaction);
        await staff.CommitAsync(CancellationToken.None);
    }

    /// <summary>The first value that the statements find, in one transaction.</summary>
    public async Task<T?> AskAsync<T>(string sql)
    {
        await using var staff = await new TenantScope(_source).OpenForStaffAsync(CancellationToken.None);
        return await staff.Connection.ExecuteScalarAsync<T>(sql, transaction: staff.Transaction);
    }

    /// <summary>What the checker finds, ten minutes after a start.</summary>
    internal async Task<IReadOnlyList<(string Invariant, Guid Subject)>> CheckAsync(params Guid[] connected)
    {
        var moment = new CheckMoment(new DispatchPolicy()) { Gap = TimeSpan.FromMinutes(15), Now = Now, TookOverAt = Ago(600), Connected = connected };
        var found = await new InvariantStore(new TenantScope(_source)).ReadAsync(moment, CancellationToken.None);
        return [.. found.SelectMany(one => one.Subjects.Select(subject => (one.Invariant, subject)))];
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
