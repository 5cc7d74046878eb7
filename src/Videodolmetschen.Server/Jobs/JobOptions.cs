using System.ComponentModel.DataAnnotations;

namespace Videodolmetschen.Server.Jobs;

/// <summary>Keys of the section <c>Jobs</c>.</summary>
public sealed record JobOptions
{
    public const string Section = "Jobs";

    /// <summary>Off: this process serves, and leaves background work to other nodes.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Runs at the same time on this node.</summary>
    [Range(1, 50)]
    public int AtOnce { get; init; } = 4;

    /// <summary>A node that has not signed in for so long is taken for dead, and its runs are taken over.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "00:05:00")]
    public TimeSpan NodeSilentFor { get; init; } = TimeSpan.FromSeconds(15);

    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan WatchEvery { get; init; } = TimeSpan.FromMinutes(1);
}
