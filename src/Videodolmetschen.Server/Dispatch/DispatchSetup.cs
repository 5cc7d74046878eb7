using Microsoft.Extensions.Options;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Server.Customers;
using Videodolmetschen.Server.Hosting;
using Videodolmetschen.Server.Realtime;
using Videodolmetschen.Server.Rules;

namespace Videodolmetschen.Server.Dispatch;

/// <summary>What the loop reads from and writes to.</summary>
internal sealed record DispatchStores(SnapshotStore Snapshots, ChangeStore Changes, PolicyStore Policies);

/// <summary>The time of timers, and the time of the service.</summary>
internal sealed record DispatchClocks(TimeProvider Time, SteadyClock Steady);

/// <summary>Whom the loop answers and tells.</summary>
internal sealed record DispatchAudience(LiveBoard Board, Connections Connections, ClientNotifier Notifier, Mailbox Mailbox, DispatchMeters Meters)
{
    public void Deconstruct(out LiveBoard board, out Connections connections, out ClientNotifier notifier) =>
        (board, connections, notifier) = (Board, Connections, Notifier);
}

internal static class DispatchSetup
{
    public static void AddDispatch(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<IValidateOptions<DispatchOptions>, DispatchOptionsCheck>();
        services.AddOptions<DispatchOptions>().BindConfiguration(DispatchOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new Mailbox(
            provider.GetRequiredService<IOptions<DispatchOptions>>().Value.WaitingAtMost, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SteadyClock>();
        services.AddSingleton<DispatchClocks>();
        services.AddSingleton<LiveBoard>();
        services.AddSingleton<LoopMeters>();
        services.AddSingleton<OutcomeMeters>();
        services.AddSingleton<FloorGauges>();
        services.AddSingleton<DispatchMeters>();
        services.AddSingleton<SnapshotSources>();
        services.AddSingleton<SnapshotStore>();
        services.AddSingleton<ChangeStore>();
        services.AddRules<DispatchPolicy, PolicyInForce>(provider => PolicyInForce.Book(provider.GetRequiredService<IOptions<DispatchOptions>>().Value.Policy));
        services.AddSingleton<PolicyInForce>();
        services.AddSingleton<PolicyStore>();
        services.AddSingleton<DispatchStores>();
        services.AddSingleton<DispatchAudience>();
        services.AddSingleton<UnitStore>();
        services.AddSingleton<UnitNames>();
        services.AddSingleton<FloorBoard>();
        services.AddSingleton<DispatchService>();
        services.AddHostedService(provider => provider.GetRequiredService<DispatchService>());
        services.AddSingleton(provider =>
        {
            var dispatch = provider.GetRequiredService<DispatchService>();
            return new ReadinessCheck("dispatch", _ => Task.FromResult(dispatch.IsBeating));
        });
        AddInvariants(services);
    }

    private static void AddInvariants(IServiceCollection services)
    {
        services.AddSingleton<InvariantStore>();
        services.AddSingleton<CheckMoments>();
        services.AddSingleton<InvariantCheck>();
        services.AddHostedService(provider => provider.GetRequiredService<InvariantCheck>());
        services.AddSingleton(provider =>
        {
            var invariants = provider.GetRequiredService<InvariantCheck>();
            return new ReadinessCheck("invariants", _ => Task.FromResult(invariants.IsClean)) { IsVital = false };
        });
    }
}
