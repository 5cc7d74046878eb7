using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.SignalR.Protocol;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Realtime;

namespace Videodolmetschen.Server.Tests.Realtime;

public sealed class SignalFrameTests
{
    private const string Session = "01a21af8-7038-75a6-9bb1-72a84d6900d6";

    [Theory]
    [InlineData("""{"arguments":["{0}","guest_1",{1}],"invocationId":"7","target":"Signal","type":1}""", "7")]
    [InlineData("""{"arguments":["{0}","guest_1",{1}],"target":"Signal","type":1}""", null)]
    [InlineData(""" { "type" : 1, "target" : "Signal", "invocationId" : "7", "arguments" : [ "{0}" , "guest_1" , {1} ] } """, "7")]
    public void A_signal_is_passed_on_byte_for_byte_wherever_the_network_has_cut_it(string frame, string? invocation)
    {
        foreach (var payload in new[] { """{"sdp":"v=0\r\no=- \u00fc ü ]}\"","list":[1,{"a":null}]}""", "null", "\"text\"", "-1.50e3", "[]" })
        {
            var bytes = Encoding.UTF8.GetBytes(frame.Replace("{0}", Session, StringComparison.Ordinal).Replace("{1}", payload, StringComparison.Ordinal).Trim());
            for (var cut = 0; cut <= bytes.Length; cut++)
            {
                var message = SignalFrame.Read(Cut(bytes, cut));
                Assert.NotNull(message);
                Assert.Equal(("Signal", invocation), (message.Target, message.InvocationId));
                Assert.Equal([Guid.Parse(Session), Seat.Guest(1)], message.Arguments[..2]);
                Assert.Equal(payload, Encoding.UTF8.GetString(((RawJson)message.Arguments[2]!).Utf8.Span));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"type":6}""")]
    [InlineData("""["arguments"]""")]
    [InlineData("""{"arguments":["{0}","requester",1],"target":"Signal","type":2}""")]
    [InlineData("""{"arguments":["{0}","requester",1],"target":"Signal","type":"1"}""")]
    [InlineData("""{"arguments":["{0}","requester",1],"target":"EndSession","type":1}""")]
    [InlineData("""{"arguments":["{0}","requester",1],"target":"Signal","type":1,"streamIds":["1"]}""")]
    [InlineData("""{"arguments":["{0}","requester",1],"arguments":[],"target":"Signal","type":1}""")]
    [InlineData("""{"arguments":["{0}","requester",1],"target":"Signal","type":1,"invocationId":7}""")]
    [InlineData("""{"arguments":["{0}","requester",1],"target":"Signal","type":1,"invocationId":"\ud800"}""")]
    [InlineData("""{"arguments":["{0}","requester",1],"target":"Signal","type":1""")]
    [InlineData("""{"arguments":["{0}","requester",1],"target":"Signal","type":1} {}""")]
    [InlineData("""{"arguments":["{0}","requester",{"a":}],"target":"Signal","type":1}""")]
    [InlineData("""{"arguments":["{0}","requester"],"target":"Signal","type":1}""")]
    [InlineData("""{"arguments":["{0}","requester",1,2],"target":"Signal","type":1}""")]
    [InlineData("""{"arguments":["{0}","nobody",1],"target":"Signal","type":1}""")]
    [InlineData("""{"arguments":["{0}","\ud800",1],"target":"Signal","type":1}""")]
    [InlineData("""{"arguments":["somewhere","requester",1],"target":"Signal","type":1}""")]
    [InlineData("""{"arguments":[{"key":"{0}"}],"target":"RequestInterpreter","type":1}""")]
    public void Whatever_is_not_a_signal_is_left_to_the_framework(string frame) =>
        Assert.Null(SignalFrame.Read(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(frame.Replace("{0}", Session, StringComparison.Ordinal)))));

    [Fact]
    public void What_follows_a_signal_in_the_same_packet_is_read_after_it()
    {
        var protocol = new CodedJsonProtocol(new JsonHubProtocol());
        var input = new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes($$"""{"arguments":["{{Session}}","requester",1],"target":"Signal","type":1}{{'\u001e'}}{"type":6}{{'\u001e'}}{"ty"""));

        Assert.True(protocol.TryParseMessage(ref input, null!, out var first));
        Assert.True(protocol.TryParseMessage(ref input, null!, out var second));
        Assert.False(protocol.TryParseMessage(ref input, null!, out _));
        Assert.IsType<InvocationMessage>(first);
        Assert.IsType<PingMessage>(second);
        Assert.Equal("""{"ty""", Encoding.UTF8.GetString(input));
    }

    private static ReadOnlySequence<byte> Cut(byte[] bytes, int at)
    {
        var first = new Piece(bytes.AsMemory(0, at), null);
        var last = new Piece(bytes.AsMemory(at), first);
        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory, Piece? before)
        {
            Memory = memory;
            if (before is not null)
            {
                RunningIndex = before.RunningIndex + before.Memory.Length;
                before.Next = this;
            }
        }
    }
}
