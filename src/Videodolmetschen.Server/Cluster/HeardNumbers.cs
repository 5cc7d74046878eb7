namespace Videodolmetschen.Server.Cluster;

/// <summary>
/// How far each sender has been heard. Numbers come in order because a sender stores one pack after the other; whatever is
/// missing between two is in the table, or lost for good.
/// </summary>
internal sealed class HeardNumbers
{
    private readonly Dictionary<NodeId, long> _heard = [];

    /// <summary>What was said before this node listened is none of its business.</summary>
    public void Begin(NodeId sender, long lastSent) => _heard[sender] = lastSent;

    public long Of(NodeId sender) => _heard.GetValueOrDefault(sender);

    public bool IsNext(NodeId sender, long number) => number == Of(sender) + 1;

    public bool IsOld(NodeId sender, long number) => number <= Of(sender);

    /// <returns>False when something before it will never come.</returns>
    public bool Take(NodeId sender, long number)
    {
        var follows = IsNext(sender, number);
        _heard[sender] = number;
        return follows;
    }

    public void Forget(NodeId sender) => _heard.Remove(sender);
}
