namespace Videodolmetschen.Server.Jobs;

/// <summary>
/// Work that finds itself in the tables (ARCHITECTURE.md 1.5): it may run twice, late, on two nodes, or again after a crash,
/// and the rows are the same. Knows no job engine.
/// </summary>
internal interface IBackgroundJob
{
    /// <returns>How many rows it has changed; 0 when there was nothing to do.</returns>
    Task<int> RunAsync(CancellationToken cancellationToken);
}
