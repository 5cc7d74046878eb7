using System.Diagnostics.Metrics;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Cluster;

/// <summary>Who decides, and how nodes hear each other.</summary>
internal sealed class ClusterMeters
{
    private readonly Telemetry _telemetry;
    private readonly Counter<long> _takeOvers;
    private readonly Counter<long> _rejoins;
    private readonly Histogram<double> _bus;
    private readonly Histogram<double> _forward;
    private int _holds;

    public ClusterMeters(Telemetry telemetry)
    {
        _telemetry = telemetry;
        _takeOvers = telemetry.Counter("cluster.take_overs", "{take_over}", "Times this node took the dispatch lease.");
        _rejoins = telemetry.Counter("cluster.rejoins", "{rejoin}", "Times this node read the tables to follow the holder.");
        _bus = telemetry.MachineSeconds("cluster.bus.duration", "From calling out to hearing oneself on the bus.");
        _forward = telemetry.MachineSeconds("cluster.forward.duration", "Time for a command to be decided by another node and answered.");
        telemetry.Gauge("cluster.lease.held", "{lease}", "1 while this node decides.", () => [new(Volatile.Read(ref _holds))]);
    }

    public void Watch(Func<int> peers) =>
        _telemetry.Gauge("cluster.nodes", "{node}", "Nodes that are there, this one included.", () => [new(peers() + 1)]);

    public void Took()
    {
        Volatile.Write(ref _holds, 1);
        _takeOvers.Add(1);
    }

    public void Lost() => Volatile.Write(ref _holds, 0);

    public void Joined() => _rejoins.Add(1);

    public void Heard(TimeSpan after) => _bus.Record(after.TotalSeconds);

    public void Forwarded(TimeSpan after) => _forward.Record(after.TotalSeconds);
}
