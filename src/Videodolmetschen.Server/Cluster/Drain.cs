using System.Runtime.InteropServices;
using Microsoft.Extensions.Options;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Realtime;

namespace Videodolmetschen.Server.Cluster;

/// <summary>
/// How a node leaves while others are there: out of traffic at once, the lease to another right after the last batch, then
/// its browsers one after the other, whose commands it passes on until they have moved. Alone it just stops.
/// </summary>
internal sealed partial class Drain(
    DispatchService dispatch, NodeBus bus, Connections connections, IOptions<ClusterOptions> options, IHostApplicationLifetime lifetime, ILogger<Drain> logger)
{
    private int _began;

    public bool HasBegun => Volatile.Read(ref _began) > 0;

    /// <summary>Ends in the stop of the process; asked for again, or while the host stops anyway, it waits for nobody.</summary>
    public async Task RunAsync()
    {
        if (Interlocked.Increment(ref _began) == 1 && bus.HasPeers)
        {
            var count = connections.All().Count();
            LogBegun(count);
            try
            {
                await HandOverAsync();
                await SendAwayAsync(lifetime.ApplicationStopping);
            }
            catch (OperationCanceledException)
            {
            }
        }

        lifetime.StopApplication();
    }

    private async Task HandOverAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping);
        limit.CancelAfter(options.Value.HandOverWithin);
        try
        {
            await dispatch.HandOverAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!lifetime.ApplicationStopping.IsCancellationRequested)
        {
            LogNotHandedOver();
        }
    }

    /// <summary>Spread evenly, so that the others are not run over.</summary>
    private async Task SendAwayAsync(CancellationToken cancellationToken)
    {
        var all = connections.All().ToList();
        foreach (var connection in all)
        {
            await Task.Delay(options.Value.DrainFor / all.Count, cancellationToken);
            connection.Abort();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Leaving: {Connections} connections move to other nodes")]
    private partial void LogBegun(int connections);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No other node has taken the dispatch lease yet; leaving all the same")]
    private partial void LogNotHandedOver();
}

/// <summary>
/// Ends the process by a signal as the framework's own lifetime does, but not before it is drained. Made before the
/// database is known, so it asks for the drain only then.
/// </summary>
internal sealed class DrainingLifetime(IServiceProvider services) : IHostLifetime, IDisposable
{
    private readonly List<PosixSignalRegistration> _signals = [];

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGQUIT })
        {
            _signals.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                _ = services.GetRequiredService<Drain>().RunAsync();
            }));
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _signals.ForEach(signal => signal.Dispose());
}
