using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Hosting;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Dispatch;

public sealed class InvariantCheckTests(RealPostgres postgres)
{
    private const string Orphan =
        """
        INSERT INTO presences (interpreter_id, state, since, missed_in_a_row, idle_since, afterwards)
        SELECT id, 'in_session', now(), 0, now(), 'available'
        FROM interpreters
        ON CONFLICT (interpreter_id) DO UPDATE
        SET state = 'in_session'
        """;

    [Fact]
    public async Task A_busy_service_breaks_nothing_and_says_nothing()
    {
        await using var stage = await Stage.OpenAsync(postgres, "Dispatch:CheckEvery=1.00:00:00", "Dispatch:Policy:FirstWaveSize=1");
        var interpreters = new[] { await stage.InterpreterAsync(), await stage.InterpreterAsync() };
        var (served, waiting) = (await stage.RequesterAsync(), await stage.RequesterAsync());
        using var log = new LoggedLines();
        using var check = NewCheck(stage, log);
        var session = await served.ConnectWithAsync(interpreters[0]);
        await waiting.RequestAsync();
        var ringing = await interpreters[1].OfferAsync();
        for (var rounds = 0; rounds < 8; rounds++)
        {
            stage.Time.Advance(5);
            await interpreters[0].ReportMediaAsync(session.Id);
            Assert.Empty(await check.CheckAsync(CancellationToken.None));
        }

        await served.EndAsync(session.Id);
        Assert.NotEqual(Guid.Empty, ringing.Id);
        Assert.Empty(await check.CheckAsync(CancellationToken.None));
        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task A_broken_invariant_is_one_error_in_the_log_with_its_id_and_those_concerned_and_is_counted()
    {
        await using var stage = await Stage.OpenAsync(postgres, "Dispatch:CheckEvery=1.00:00:00");
        await stage.InterpreterAsync();
        await stage.InterpreterAsync();
        using var measures = new Measures(stage.Server);
        using var log = new LoggedLines();
        using var check = NewCheck(stage, log);
        await stage.Server.ExecuteAsStaffAsync(Orphan);
        await check.CheckAsync(CancellationToken.None);
        var (level, text) = Assert.Single(log.Lines);
        var first = await stage.QueryAsync<Guid>("SELECT interpreter_id FROM presences ORDER BY interpreter_id LIMIT 1");
        Assert.Equal(LogLevel.Error, level);
        Assert.StartsWith("Invariant I13 is broken 2 times, for example by " + first, text, StringComparison.Ordinal);
        Assert.Equal((2, "invariant=I13"), (measures.Of("invariant.violations")[0].Value, measures.Of("invariant.violations")[0].Tags));
    }

    [Fact]
    public async Task A_node_with_a_broken_invariant_is_degraded_and_stays_in_traffic_until_it_holds_again()
    {
        await using var stage = await Stage.OpenAsync(postgres, "Dispatch:CheckEvery=1.00:00:00");
        await stage.InterpreterAsync();
        var check = stage.Server.Services.GetRequiredService<InvariantCheck>();
        await stage.Server.ExecuteAsStaffAsync(Orphan);
        await check.CheckAsync(CancellationToken.None);
        Assert.Equal((HttpStatusCode.OK, "degraded", false), await ReadyAsync(stage));
        await stage.Server.ExecuteAsStaffAsync("UPDATE presences SET state = 'available'");
        await check.CheckAsync(CancellationToken.None);
        Assert.Equal((HttpStatusCode.OK, "ready", true), await ReadyAsync(stage));
    }

    [Fact]
    public async Task The_tables_are_checked_every_minute()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        await stage.InterpreterAsync();
        using var measures = new Measures(stage.Server);
        await stage.Server.ExecuteAsStaffAsync(Orphan);
        stage.Time.Advance(60);
        await stage.InsistAsync(async () => (await ReadyAsync(stage)).Status == "degraded" ? true : throw new Npgsql.NpgsqlException("not yet"));
        Assert.NotEmpty(measures.Of("invariant.check.duration"));
    }

    private static InvariantCheck NewCheck(Stage stage, LoggedLines log)
    {
        var services = stage.Server.Services;
        return new InvariantCheck(
            services.GetRequiredService<InvariantStore>(),
            services.GetRequiredService<CheckMoments>(),
            services.GetRequiredService<Telemetry>(),
            stage.Time,
            services.GetRequiredService<IOptions<DispatchOptions>>(),
            log);
    }

    private static async Task<(HttpStatusCode Code, string? Status, bool Invariants)> ReadyAsync(Stage stage)
    {
        using var answer = await stage.Server.Client.GetAsync("/health/ready");
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (answer.StatusCode, body.GetProperty("status").GetString(), body.GetProperty("checks").GetProperty("invariants").GetBoolean());
    }

    private sealed class LoggedLines : ILogger<InvariantCheck>, IDisposable
    {
        public ConcurrentQueue<(LogLevel Level, string Text)> Lines { get; } = new();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue((logLevel, formatter(state, exception)));

        public void Dispose() => Lines.Clear();
    }
}
