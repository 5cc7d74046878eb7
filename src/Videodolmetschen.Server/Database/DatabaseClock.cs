namespace Videodolmetschen.Server.Database;

/// <summary>The one clock that all nodes share: the database's, as it is read right now.</summary>
internal sealed record DatabaseClock(Func<CancellationToken, Task<DateTimeOffset>> ReadAsync);
