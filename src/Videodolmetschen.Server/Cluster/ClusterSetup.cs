using Microsoft.Extensions.Options;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Cluster;

internal static class ClusterSetup
{
    public static void AddCluster(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<ClusterOptions>().BindConfiguration(ClusterOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<NodeConnections>();
        services.AddSingleton<ClusterMeters>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<NodeBus>(provider, NodeId.New()));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<DispatchLease>(provider, provider.GetRequiredService<NodeBus>().Id));
        services.AddSingleton<Whereabouts>();
        services.AddSingleton<HolderDesk>();
        services.AddSingleton<FollowerStores>();
        services.AddSingleton<FollowerDesk>();
        services.AddSingleton<Leadership>();
        services.AddSingleton<NodeDesk>();
        // Before the loop: it stops after it, and still says what the loop had to say.
        services.AddHostedService(provider => provider.GetRequiredService<NodeBus>());
        services.AddHostedService<NodeTalk>();
        services.AddSingleton<Drain>();
        services.AddSingleton<IHostLifetime, DrainingLifetime>();
        services.AddSingleton(provider =>
        {
            var drain = provider.GetRequiredService<Drain>();
            return new ReadinessCheck("staying", _ => Task.FromResult(!drain.HasBegun));
        });
        services.AddSingleton(provider =>
        {
            var bus = provider.GetRequiredService<NodeBus>();
            return new ReadinessCheck("bus", _ => Task.FromResult(bus.IsFresh));
        });
    }
}
