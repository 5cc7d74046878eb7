using System.ComponentModel.DataAnnotations;

namespace Videodolmetschen.Server.Cluster;

/// <summary>
/// Keys of the section <c>Cluster</c>. Other nodes are judged by the clock of the database, and this one by its own monotonic
/// counter; a test that stands the service's time still does not stand the cluster still.
/// </summary>
public sealed record ClusterOptions
{
    public const string Section = "Cluster";

    /// <summary>The holder of the dispatch lease says so often that it still holds it.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan RenewEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A lease that was not renewed for so long may be taken by another node, although its session stands: the holder is frozen or cut off.</summary>
    [Range(typeof(TimeSpan), "00:00:00.5", "00:05:00")]
    public TimeSpan LeaseRunsOutAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Nodes that do not hold the lease try to take it so often.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:01:00")]
    public TimeSpan TryEvery { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Each node says so often that it is there, and asks for what it missed.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:01:00")]
    public TimeSpan BeatEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A node that was silent for so long has lost all its connections; this one is out of traffic when it did not hear itself for so long.</summary>
    [Range(typeof(TimeSpan), "00:00:00.5", "00:05:00")]
    public TimeSpan DeadAfter { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>Messages between nodes are kept for so long, for those who missed the notification.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00")]
    public TimeSpan MessagesKept { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A node that is told to stop while others are there lets its browsers move to them over so long.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan DrainFor { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>And waits at most so long for another to decide.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan HandOverWithin { get; init; } = TimeSpan.FromSeconds(5);
}
