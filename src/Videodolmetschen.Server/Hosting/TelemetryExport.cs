using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Videodolmetschen.Server.Hosting;

/// <summary>Sends meters and traces to the operator's collector, when one is named.</summary>
internal sealed class TelemetryExport(IOptions<TelemetryOptions> options) : IHostedService, IDisposable
{
    // Kestrel's own meters carry routes and status codes only; database statements and addresses of callers stay here.
    private static readonly string[] FrameworkMeters = ["Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Hosting", "System.Runtime", "Npgsql"];

    private MeterProvider? _meters;
    private TracerProvider? _traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.OtlpEndpoint.Length > 0)
        {
            _meters = Sdk.CreateMeterProviderBuilder()
                .ConfigureResource(Describe)
                .AddMeter([Telemetry.Name, .. FrameworkMeters])
                .AddOtlpExporter((exporter, reader) =>
                {
                    Address(exporter, "v1/metrics");
                    reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)options.Value.SendEvery.TotalMilliseconds;
                })
                .Build();
            _traces = Sdk.CreateTracerProviderBuilder()
                .ConfigureResource(Describe)
                .AddSource(Telemetry.Name)
                .SetSampler(new TraceIdRatioBasedSampler(options.Value.TraceShare))
                .AddOtlpExporter(exporter => Address(exporter, "v1/traces"))
                .Build();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _meters?.Dispose();
        _traces?.Dispose();
    }

    private static void Describe(ResourceBuilder resource) => resource.AddService("videodolmetschen", serviceInstanceId: Environment.MachineName);

    // HTTP, because a collector behind an ordinary proxy understands it; the path is ours to add once the address is set by code.
    private void Address(OtlpExporterOptions exporter, string path)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri(options.Value.OtlpEndpoint.TrimEnd('/') + "/" + path);
    }
}
