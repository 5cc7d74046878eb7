using Microsoft.Extensions.Options;
using Npgsql;
using Quartz;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Jobs.OnQuartz;

/// <summary>Quartz.NET in this process, on tables of its own in the schema <c>quartz</c> of the same database.</summary>
internal static class EngineSetup
{
    public const string TablePrefix = "quartz.qrtz_";
    public const string Scheduler = "videodolmetschen";

    public static void AddJobEngine(this IServiceCollection services, JobOptions options)
    {
        services.AddSingleton<IJobEngine, QuartzEngine>();
        services.AddSingleton<QuartzRun>();
        // Named, because an unnamed scheduler would share the clock of the whole service.
        services.AddQuartz(Scheduler, quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.GenerateInstanceId = true;
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            quartz.UseDefaultThreadPool(options.AtOnce);
            // Nodes agree by real time only, and its retries must not wait for a clock that a test holds.
            quartz.UseTimeProvider(TimeProvider.System);
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(source => source.DataSourceFactory = SourceOf);
                store.ConfigureStore(configured =>
                {
                    configured.TablePrefix = TablePrefix;
                    configured.StoreJobDataAsStrings = true;
                    configured.SchemaProvisioning = SchemaProvisioning.Validate;
                });
                store.UseClustering(cluster =>
                {
                    cluster.CheckinInterval = options.NodeSilentFor / 2;
                    cluster.CheckinMisfireThreshold = options.NodeSilentFor;
                });
            });
        });
    }

    /// <summary>It has no pages of its own.</summary>
    public static void MapJobEngine(this WebApplication app)
    {
    }

    /// <summary>Connections of its own: a day's work in the background takes none from those who wait on a screen.</summary>
    private static NpgsqlDataSource SourceOf(IServiceProvider services)
    {
        var address = services.GetRequiredService<DatabaseAddress>().Application;
        return NpgsqlDataSource.Create(ApplicationConnection.ForApplication(address, services.GetRequiredService<IOptions<JobOptions>>().Value.AtOnce + 4));
    }
}
