namespace Videodolmetschen.Server.Hosting;

/// <summary>One thing that must hold before this node takes traffic. Slices register theirs as singletons.</summary>
internal sealed record ReadinessCheck(string Name, Func<CancellationToken, Task<bool>> HoldsAsync);
