namespace Videodolmetschen.Server.Jobs.OnHangfire;

/// <summary>
/// Hangfire keeps one log for the whole process and asks it for a new logger with each run, after the host that gave it has ended, too: it
/// gets one that was made beforehand.
/// </summary>
internal sealed class HangfireLoggers(ILoggerFactory loggers) : ILoggerFactory
{
    public const string Category = "Hangfire";

    private readonly ILogger _logger = loggers.CreateLogger(Category);

    public ILogger CreateLogger(string categoryName) => _logger;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }
}
