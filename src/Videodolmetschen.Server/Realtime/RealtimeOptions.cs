using System.ComponentModel.DataAnnotations;

namespace Videodolmetschen.Server.Realtime;

/// <summary>Keys of the section <c>Realtime</c>.</summary>
public sealed record RealtimeOptions
{
    public const string Section = "Realtime";

    [Range(1, 100_000)]
    public double SignalsPerSecond { get; init; } = 50;

    [Range(1, 100_000)]
    public int SignalBurst { get; init; } = 200;

    [Range(1, 100_000)]
    public double CallsPerSecond { get; init; } = 10;

    [Range(1, 100_000)]
    public int CallBurst { get; init; } = 50;

    /// <summary>Messages that may wait for a client that does not read; then it is cut.</summary>
    [Range(1, 100_000)]
    public int OutboxLimit { get; init; } = 128;

    [Range(1024, 1024 * 1024)]
    public int SignalBytesAtMost { get; init; } = 16 * 1024;

    [Range(1024, 1024 * 1024)]
    public int MessageBytesAtMost { get; init; } = 32 * 1024;

    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A connection whose other end does not answer the socket's own ping for so long is dead.</summary>
    public TimeSpan PongWithin { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan ClientTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Changes of the floor are gathered for so long.</summary>
    public TimeSpan FloorEvery { get; init; } = TimeSpan.FromMilliseconds(250);
}
