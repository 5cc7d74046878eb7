using System.Globalization;
using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.PostgreSql;
using Serilog.Extensions.Logging;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Jobs.OnHangfire;

/// <summary>Hangfire in this process, on tables of its own in the schema <c>hangfire</c> of the same database.</summary>
internal static class EngineSetup
{
    private const string Page = "/jobs";

    public static void AddJobEngine(this IServiceCollection services, JobOptions options)
    {
        services.AddLogging(logging => logging.AddFilter<SerilogLoggerProvider>(HangfireLoggers.Category, LogLevel.Warning));
        services.AddSingleton<HangfireConnections>();
        services.AddSingleton<JobTurnStore>();
        services.AddScoped<HangfireRun>();
        services.AddSingleton<IJobEngine, HangfireEngine>();
        services.AddSingleton<JobStorage>(provider => StorageOf(provider, options));
        services.AddSingleton(provider => ServerOf(provider, options));
        // Only what Hangfire keeps once for the whole process: how it writes arguments, and its log.
        services.AddHangfire((provider, hangfire) => hangfire
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings()
            .UseLogProvider(new AspNetCoreLogProvider(new HangfireLoggers(provider.GetRequiredService<ILoggerFactory>()))));
    }

    /// <summary>Hangfire's own pages, to look at only: whoever wants a run asks for it at <c>/api/jobs</c>, where it stands in the audit.</summary>
    public static void MapJobEngine(this WebApplication app)
    {
        if (app.Services.GetService<JobStorage>() is { } storage)
        {
            app.UseWhen(context => context.Request.Path.StartsWithSegments(Page, StringComparison.OrdinalIgnoreCase), pages => pages.Use(InGerman));
            app.MapHangfireDashboardWithAuthorizationPolicy(
                Policies.Administrator,
                Page,
                new DashboardOptions
                {
                    DashboardTitle = "Videodolmetschen",
                    DisplayStorageConnectionString = false,
                    IsReadOnlyFunc = _ => true,
                    DisplayNameFunc = (_, job) => job.Args is [string name, ..] ? name : job.ToString(),
                },
                storage);
        }
    }

    private static Task InGerman(HttpContext context, RequestDelegate next)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de");
        return next(context);
    }

    private static PostgreSqlStorage StorageOf(IServiceProvider services, JobOptions options) =>
        new PostgreSqlStorage(services.GetRequiredService<HangfireConnections>(), new PostgreSqlStorageOptions
        {
            SchemaName = HangfireSchema.Name,
            // The owner does it: HangfireSchema.
            PrepareSchemaIfNecessary = false,
            // A run whose node has not prolonged it for so long is taken over; living nodes do so five times as often.
            InvisibilityTimeout = options.NodeSilentFor,
            UseSlidingInvisibilityTimeout = true,
            QueuePollInterval = TimeSpan.FromSeconds(2),
            // Its locks are rows that outlive a killed process. They cover a few statements, and a start waits 15 s for one.
            DistributedLockTimeout = TimeSpan.FromSeconds(10),
        })
        {
            // What a run did is in job_runs.
            JobExpirationTimeout = TimeSpan.FromHours(1),
        };

    private static BackgroundJobServerOptions ServerOf(IServiceProvider services, JobOptions options) => new()
    {
        WorkerCount = options.AtOnce,
        SchedulePollingInterval = TimeSpan.FromSeconds(2),
        // Runs are told at once, and waited for.
        StopTimeout = TimeSpan.Zero,
        Activator = new AspNetCoreJobActivator(services.GetRequiredService<IServiceScopeFactory>()),
    };
}
