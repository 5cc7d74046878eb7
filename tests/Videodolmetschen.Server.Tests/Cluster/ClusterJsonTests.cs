using System.Text.Json;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Server.Cluster;

namespace Videodolmetschen.Server.Tests.Cluster;

public sealed class ClusterJsonTests
{
    private static readonly Type[] Families = [typeof(DispatchCommand), typeof(DispatchReply), typeof(Notice), typeof(Change), typeof(Requirement), typeof(DispatchPolicy), typeof(NodeMessage)];

    public static TheoryData<Type, Type> Everything()
    {
        var all = new TheoryData<Type, Type>();
        foreach (var family in Families)
        {
            foreach (var kind in Specimen.Kinds(family))
            {
                all.Add(family, kind);
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(Everything), DisableDiscoveryEnumeration = true)]
    public void Whatever_the_dispatcher_takes_and_gives_reaches_another_node_as_it_was(Type family, Type kind)
    {
        var sent = Specimen.Of(kind);
        var heard = JsonSerializer.Deserialize(JsonSerializer.Serialize(sent, family, ClusterJson.Options), family, ClusterJson.Options);
        Assert.Empty(Specimen.Differences(sent, heard, kind.Name));
    }

    [Fact]
    public void A_specimen_differs_from_one_that_lacks_something()
    {
        var policy = (DispatchPolicy)Specimen.Of(typeof(DispatchPolicy));
        Assert.Equal(["p.WrapUp"], Specimen.Differences(policy, policy with { WrapUp = TimeSpan.Zero }, "p"));
    }
}
