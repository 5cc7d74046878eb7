using Microsoft.Extensions.Options;

namespace Videodolmetschen.Server.Access;

/// <summary>Holds live connections against the tables, because a sign-in may end on another node or by a hand in the database.</summary>
internal sealed partial class SignInSweep(
    SignInStore store, LiveConnections live, IOptions<AccessOptions> options, TimeProvider time, ILogger<SignInSweep> logger)
    : BackgroundService
{
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var signIns = live.SignIns;
        live.Keep(signIns, signIns.Length == 0 ? [] : await store.ReadValidAsync(signIns, now, cancellationToken));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.SweepEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sign-ins could not be checked; connections stay until the next round")]
    private partial void LogFailed(Exception failure);
}
