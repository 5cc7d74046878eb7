using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Hosting;

internal static class LoggingRegistration
{
    private const string Line = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} {Level:u3} {SourceContext} {Message:lj} {Properties:j}{NewLine}{Exception}";

    /// <summary>Levels and console come from the section <c>Serilog</c>; the rolling file lies in the data folder.</summary>
    public static void AddLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(CreateLogger(builder.Configuration), dispose: true);
    }

    private static Logger CreateLogger(ConfigurationManager configuration)
    {
        var options = configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new DatabaseOptions();
        var logger = new LoggerConfiguration()
            .ReadFrom.Configuration(configuration)
            .Filter.ByExcluding(IsStartFailure);
        if (configuration.GetValue("Hosting:LogFile", defaultValue: true))
        {
            // The sink swallows what it cannot write: a full or read-only log folder never stops the service.
            logger.WriteTo.File(
                Path.Combine(options.ResolvedDataFolder, "logs", "videodolmetschen-.log"),
                outputTemplate: Line,
                formatProvider: CultureInfo.InvariantCulture,
                rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: 14,
                fileSizeLimitBytes: 100_000_000,
                rollOnFileSizeLimit: true);
        }

        return logger.CreateLogger();
    }

    /// <summary>The host logs a failed start with its stack trace; StartupException says it in one sentence instead.</summary>
    private static bool IsStartFailure(LogEvent logged) =>
        logged.Exception is StartupException or IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException };
}
