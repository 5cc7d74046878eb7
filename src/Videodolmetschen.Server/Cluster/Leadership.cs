namespace Videodolmetschen.Server.Cluster;

/// <summary>Whether the loop decides, and how it works with other nodes.</summary>
internal sealed record Leadership(DispatchLease Lease, HolderDesk Holder, FollowerDesk Follower, Whereabouts Whereabouts, NodeBus Bus, ClusterMeters Meters);
