namespace Videodolmetschen.Server.Cluster;

/// <summary>One life of one server process. A process that starts again is another node, with no address and no past.</summary>
internal readonly record struct NodeId(Guid Value)
{
    public static NodeId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString();
}
