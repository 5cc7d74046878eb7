using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Hosting;
using Videodolmetschen.Server.Tests.Fixtures;
using Videodolmetschen.Server.Tests.HouseRules;

namespace Videodolmetschen.Server.Tests.Hosting;

public sealed class TelemetryTests(RealPostgres postgres)
{
    [Fact]
    public async Task Every_meter_stands_in_the_operators_catalogue_and_no_other()
    {
        await using var server = await RealServer.StartAsync(postgres, null, "Jobs:Enabled=true");
        server.Services.GetRequiredService<Server.Realtime.Callers>();
        server.Services.GetRequiredService<Server.Jobs.JobRunner>();
        using var measures = new Measures(server);
        var catalogue = Repository.Read("infra/OPERATIONS.md").Split('\n').Where(line => line.StartsWith("| `videodolmetschen.", StringComparison.Ordinal)).Select(line => line.Split('`')[1]);
        Assert.Equal(catalogue.Order(StringComparer.Ordinal), measures.Instruments.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Meters_and_traces_reach_the_collector_that_the_operator_names()
    {
        await using var collector = await Collector.StartAsync();
        await using (var stage = await Stage.OpenAsync(postgres, "Telemetry:OtlpEndpoint=" + collector.Address, "Telemetry:TraceShare=1"))
        {
            await stage.InterpreterAsync();
        }

        Assert.Contains("videodolmetschen.dispatch.commit.duration", collector.Received["/v1/metrics"], StringComparison.Ordinal);
        Assert.Contains("dispatch SetPresence", collector.Received["/v1/traces"], StringComparison.Ordinal);
        Assert.DoesNotContain("@behoerde.example.de", string.Concat(collector.Received.Values), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_listener_a_measure_allocates_nothing()
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        using var telemetry = new Telemetry(services.GetRequiredService<IMeterFactory>());
        var loop = new LoopMeters(telemetry, new Mailbox(1, TimeProvider.System), TimeProvider.System);
        var outcomes = new OutcomeMeters(telemetry);
        var (batch, waiting, presence) = (new DispatchBatch(), new Waiting(new DispatchCommand.AskFloor()), new Presence(new InterpreterId(Guid.NewGuid()), PresenceState.Available, DateTimeOffset.UnixEpoch) { IdleSince = DateTimeOffset.UnixEpoch });
        batch.Add(waiting, 1, new DispatchOutcome(new DispatchReply.Done(), [new Change.OfPresence(null, presence)], []));
        Measure(loop, outcomes, batch, waiting);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Measure(loop, outcomes, batch, waiting);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData("collector:4318", 0.1)]
    [InlineData("", 1.1)]
    public void Settings_that_make_no_sense_are_refused(string endpoint, double share) =>
        Assert.True(new TelemetryOptionsCheck().Validate(null, new TelemetryOptions { OtlpEndpoint = endpoint, TraceShare = share }).Failed);

    private static void Measure(LoopMeters loop, OutcomeMeters outcomes, DispatchBatch batch, Waiting waiting)
    {
        loop.Taken(waiting);
        loop.Stored(batch, loop.Now());
        loop.Told(batch);
        outcomes.Note(batch.Changes, []);
    }

    /// <summary>Takes whatever is sent, as text.</summary>
    private sealed class Collector(WebApplication app) : IAsyncDisposable
    {
        public ConcurrentDictionary<string, string> Received { get; } = new();

        public string Address => app.Urls.First();

        public static async Task<Collector> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            var collector = new Collector(builder.Build());
            await collector.ListenAsync();
            return collector;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private Task ListenAsync()
        {
            app.Run(async context =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body);
                Received.AddOrUpdate(context.Request.Path, _ => Encoding.Latin1.GetString(body.ToArray()), (_, before) => before + Encoding.Latin1.GetString(body.ToArray()));
            });
            return app.StartAsync();
        }
    }
}
