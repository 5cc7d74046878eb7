using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Server.Cluster;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Hosting;
using Videodolmetschen.Server.Rules;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>
/// The rules of appointments that are in force, on every node: the one that changes them tells the others, and behind that hint each looks into
/// the table by itself.
/// </summary>
internal sealed partial class CurrentRules(RuleStore<AppointmentRules> store, NodeBus bus, ILogger<CurrentRules> logger) : BackgroundService, IRulesInForce<AppointmentRules>
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _hinted = new(0);
    private readonly Lock _gate = new();
    private volatile StoredRules<AppointmentRules> _stored = new(0, store.Book.Defaults);

    public AppointmentRules Rules => _stored.Rules;

    /// <summary>0 while nobody has changed the configured defaults.</summary>
    public int Version => _stored.Version;

    public static RuleBook<AppointmentRules> Book(AppointmentRules defaults) => new(
        "appointment_rules",
        "rules",
        defaults,
        AppointmentRuleValues.All,
        rules => [.. AppointmentRuleCheck.Violations(rules).Select(violation => new RuleViolation(violation.Value, SnakeCase.Of(violation.Breach)))]);

    public Task UseAsync(StoredRules<AppointmentRules> rules)
    {
        Take(rules);
        bus.Tell(new NodeMessage.AppointmentRulesChanged(rules.Version));
        return Task.CompletedTask;
    }

    /// <summary>Another node has changed them.</summary>
    public void Hear(NodeMessage.AppointmentRulesChanged changed)
    {
        if (changed.Version > _stored.Version)
        {
            _hinted.Release();
        }
    }

    /// <summary>Nobody is served by the defaults while the table says otherwise.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        base.Dispose();
        _hinted.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await _hinted.WaitAsync(LookEvery, stoppingToken);
            await LookAsync(stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            Take(await store.ReadAsync(cancellationToken));
        }
        catch (Exception away) when (DatabaseFailure.IsPassing(away) || away is TimeoutException or InvalidOperationException)
        {
            var cause = away.GetType().Name;
            LogAway(cause);
        }
    }

    private void Take(StoredRules<AppointmentRules> rules)
    {
        lock (_gate)
        {
            _stored = rules.Version > _stored.Version ? rules : _stored;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The rules of appointments could not be read ({Cause}); those known so far hold")]
    private partial void LogAway(string cause);
}
