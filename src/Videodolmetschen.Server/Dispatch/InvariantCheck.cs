using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Dispatch;

/// <summary>Asks the tables every minute whether the invariants hold, and raises an alert where one does not. Repairs nothing.</summary>
internal sealed partial class InvariantCheck : BackgroundService
{
    private readonly InvariantStore _store;
    private readonly CheckMoments _moments;
    private readonly TimeProvider _time;
    private readonly TimeSpan _every;
    private readonly ILogger<InvariantCheck> _logger;
    private readonly Counter<long> _violations;
    private readonly Histogram<double> _duration;
    private long? _checkedTo;
    private volatile bool _isClean = true;

    public InvariantCheck(
        InvariantStore store, CheckMoments moments, Telemetry telemetry, TimeProvider time, IOptions<DispatchOptions> options, ILogger<InvariantCheck> logger)
    {
        (_store, _moments, _time, _every, _logger) = (store, moments, time, options.Value.CheckEvery, logger);
        _violations = telemetry.Counter("invariant.violations", "{violation}", "Rows found that break an invariant.");
        _duration = telemetry.MachineSeconds("invariant.check.duration", "Time of one check of all invariants.");
    }

    /// <summary>The last check found nothing.</summary>
    public bool IsClean => _isClean;

    public async Task<IReadOnlyList<Violation>> CheckAsync(CancellationToken cancellationToken)
    {
        var began = _time.GetTimestamp();
        var upTo = await _store.ReadLastEventAsync(cancellationToken);
        if (_moments.Take(_checkedTo ?? upTo - InvariantStore.LookBack, upTo) is not { } moment)
        {
            // Whatever was wrong is for the node to tell that decides now.
            _isClean = true;
            return [];
        }

        var found = await _store.ReadAsync(moment, cancellationToken);
        _checkedTo = upTo;
        foreach (var violation in found)
        {
            LogViolated(violation.Invariant, violation.Count, violation.Subjects);
            _violations.Add(violation.Count, Telemetry.Tag("invariant", violation.Invariant));
        }

        _duration.Record(_time.GetElapsedTime(began).TotalSeconds);
        // Last, so that whoever sees a degraded node finds the alert in the log.
        _isClean = found.Count == 0;
        return found;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_every, _time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CheckAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogNotChecked(failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Invariant {Invariant} is broken {Count} times, for example by {Subjects}")]
    private partial void LogViolated(string invariant, long count, Guid[] subjects);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The invariants could not be checked; next try in the next round")]
    private partial void LogNotChecked(Exception failure);
}
