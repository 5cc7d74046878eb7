using System.Diagnostics.Metrics;
using Videodolmetschen.Domain;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Realtime;

/// <summary>Open tabs, and those that were cut because they did not read.</summary>
internal sealed class ConnectionMeters
{
    private readonly Counter<long> _overflows;

    public ConnectionMeters(Telemetry telemetry, Connections connections)
    {
        _overflows = telemetry.Counter("outbox.overflows", "{connection}", "Connections cut because they did not read what was sent.");
        telemetry.Gauge("connection.count", "{connection}", "Open connections by side.", () => Count(connections));
    }

    public void Overflowed() => _overflows.Add(1);

    private static List<Measurement<int>> Count(Connections connections)
    {
        var counts = connections.All().CountBy(connection => connection.Party.Side).ToDictionary();
        return [.. Enum.GetValues<Side>().Select(side => new Measurement<int>(counts.GetValueOrDefault(side), Telemetry.Tag("connection.side", SnakeCase.Of(side))))];
    }
}
