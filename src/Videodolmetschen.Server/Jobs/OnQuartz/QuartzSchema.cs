using Npgsql;
using Quartz;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Jobs.OnQuartz;

/// <summary>
/// Quartz creates its tables itself, as the owner of the database, because the role that works may create nothing. A scheduler of
/// another name does it: it sees none of the stored jobs, and fires nothing.
/// </summary>
internal static class QuartzSchema
{
    public static async Task CreateAsync(DatabaseAddress address, CancellationToken cancellationToken)
    {
        await using var owner = NpgsqlDataSource.Create(ApplicationConnection.ForOwner(address.Owner));
        await using (var exists = owner.CreateCommand("SELECT to_regclass('quartz.qrtz_locks') IS NOT NULL"))
        {
            if (await exists.ExecuteScalarAsync(cancellationToken) is true)
            {
                return;
            }
        }

        var builder = QuartzSchedulerBuilder.Create(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "provisioning");
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(source => source.DataSourceFactory = _ => owner);
                store.ConfigureStore(configured => configured.TablePrefix = EngineSetup.TablePrefix);
                store.ProvisionSchema();
            });
        });
        var provisioning = await builder.BuildScheduler(cancellationToken);
        await provisioning.Shutdown(waitForJobsToComplete: true, cancellationToken);
    }
}
