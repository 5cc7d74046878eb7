using System.Security.Cryptography;
using System.Text;
using Videodolmetschen.Server.Cluster;

namespace Videodolmetschen.Server.Tests.Cluster;

public sealed class NodeBundleTests
{
    [Fact]
    public void What_fits_into_a_notification_goes_along_with_it_compressed_when_it_must()
    {
        foreach (var line in new[] { "* {}", "* " + new string('ü', NodeBundle.BytesAtMost) })
        {
            var notification = Of(line).Notification;
            Assert.InRange(Encoding.UTF8.GetByteCount(notification), 1, 7_999);
            Assert.Equal(line, NodeBundle.Read(notification)!.Value.Messages);
        }
    }

    [Fact]
    public void What_does_not_fit_even_so_is_only_announced()
    {
        var line = "* " + Convert.ToBase64String(RandomNumberGenerator.GetBytes(NodeBundle.BytesAtMost));
        Assert.Null(NodeBundle.Read(Of(line).Notification)!.Value.Messages);
        Assert.Equal(line, Of(line).Messages);
    }

    [Fact]
    public void Who_calls_what_cannot_be_expanded_is_heard_of_all_the_same()
    {
        var sender = NodeId.New();
        Assert.Equal((sender, 7, null), NodeBundle.Read($"{sender} 7 z\nnot base64!"));
    }

    private static NodeBundle Of(string line) => NodeBundle.Of(NodeId.New(), 1, new Queue<string>([line]));
}
