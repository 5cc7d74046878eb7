namespace Videodolmetschen.Server.Database;

/// <summary>A server of one's own has an operator; the embedded one has this: it is started again when it was killed.</summary>
internal sealed partial class EmbeddedPostgresWatch(
    EmbeddedPostgres postgres,
    TimeProvider time,
    ILogger<EmbeddedPostgresWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await postgres.ReviveAsync(stoppingToken);
            }
            catch (Exception failed) when (failed is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                // Whatever it was, a full disk for example: a watch that ends would take the server and its calls with it.
                LogFailed(failed);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The embedded PostgreSQL server could not be started again")]
    private partial void LogFailed(Exception failed);
}
