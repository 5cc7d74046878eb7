using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Videodolmetschen.Domain;

namespace Videodolmetschen.Server.Realtime;

/// <summary>
/// The framework's JSON protocol, but an argument that does not fit answers with a code. The framework rejects it before
/// any filter of ours runs, with a sentence that no program can read. And signals, by far the most messages, are read by <see cref="SignalFrame"/>.
/// </summary>
internal sealed class CodedJsonProtocol(JsonHubProtocol json) : IHubProtocol
{
    private const byte RecordSeparator = 0x1e;

    public string Name => json.Name;

    public int Version => json.Version;

    public TransferFormat TransferFormat => json.TransferFormat;

    public bool IsVersionSupported(int version) => json.IsVersionSupported(version);

    public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message) => json.GetMessageBytes(message);

    public void WriteMessage(HubMessage message, IBufferWriter<byte> output) => json.WriteMessage(message, output);

    public bool TryParseMessage(ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message)
    {
        if (input.PositionOf(RecordSeparator) is { } end && SignalFrame.Read(input.Slice(0, end)) is { } signal)
        {
            input = input.Slice(input.GetPosition(1, end));
            message = signal;
            return true;
        }

        if (!json.TryParseMessage(ref input, binder, out message))
        {
            return false;
        }

        if (message is InvocationBindingFailureMessage { Target: { } target } failure)
        {
            var coded = ErrorFilter.Coded(ErrorCode.ArgumentInvalid, ErrorFilter.TraceId());
            message = new InvocationBindingFailureMessage(failure.InvocationId, target, ExceptionDispatchInfo.Capture(coded));
        }

        return true;
    }
}
