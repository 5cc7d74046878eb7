namespace Videodolmetschen.Server.Hosting;

/// <summary>One thing that must hold before this node takes traffic. Slices register theirs as singletons.</summary>
internal sealed record ReadinessCheck(string Name, Func<CancellationToken, Task<bool>> HoldsAsync)
{
    /// <summary>False for what an operator must look at, while the node serves on: degraded, not out of traffic.</summary>
    public bool IsVital { get; init; } = true;
}
