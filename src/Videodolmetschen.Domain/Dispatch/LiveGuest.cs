using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Dispatch;

/// <summary>A guest in memory.</summary>
internal sealed class LiveGuest(Guest row, LiveSession session)
{
    public Guest Row { get; set; } = row;

    public LiveSession Session => session;

    /// <summary>The link stops working.</summary>
    public required Alarm Expiry { get; init; }
}
