using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Protocol;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Server.Realtime;

/// <summary>
/// A call of <see cref="InterpretingHub.Signal"/>, read in one pass. Browsers write the arguments before the name of the method, so the
/// framework reads each signal four times: for its end, for its end again once it knows the types, for its shape and for its bytes.
/// </summary>
internal static class SignalFrame
{
    /// <param name="frame">One message of SignalR's JSON protocol, without its separator.</param>
    /// <returns>Null for everything else, and for whatever is wrong: the framework reads that and says what.</returns>
    public static InvocationMessage? Read(in ReadOnlySequence<byte> frame)
    {
        try
        {
            return ReadWhole(frame);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static InvocationMessage? ReadWhole(in ReadOnlySequence<byte> frame)
    {
        var reader = new Utf8JsonReader(frame);
        string? invocation = null;
        object[]? arguments = null;
        var (isCall, isSignal) = (false, false);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (arguments is null && reader.ValueTextEquals("arguments"u8))
            {
                arguments = ReadArguments(ref reader, frame);
                if (arguments is null)
                {
                    return null;
                }
            }
            else if (reader.ValueTextEquals("target"u8))
            {
                isSignal = Follows(ref reader, JsonTokenType.String) && reader.ValueTextEquals("Signal"u8);
            }
            else if (reader.ValueTextEquals("type"u8))
            {
                isCall = Follows(ref reader, JsonTokenType.Number) && reader.TryGetInt32(out var type) && type == HubProtocolConstants.InvocationMessageType;
            }
            else if (reader.ValueTextEquals("invocationId"u8) && Follows(ref reader, JsonTokenType.String))
            {
                invocation = reader.GetString();
            }
            else
            {
                return null;
            }
        }

        var isWhole = reader.TokenType == JsonTokenType.EndObject && reader.BytesConsumed == frame.Length;
        return isWhole && isCall && isSignal && arguments is not null ? new InvocationMessage(invocation, nameof(InterpretingHub.Signal), arguments) : null;
    }

    private static object[]? ReadArguments(ref Utf8JsonReader reader, in ReadOnlySequence<byte> frame)
    {
        if (!Follows(ref reader, JsonTokenType.StartArray)
            || !Follows(ref reader, JsonTokenType.String) || !reader.TryGetGuid(out var session)
            || !Follows(ref reader, JsonTokenType.String) || !Seat.TryParse(reader.GetString(), out var to)
            || !reader.Read() || reader.TokenType == JsonTokenType.EndArray)
        {
            return null;
        }

        var start = reader.TokenStartIndex;
        reader.Skip();
        var payload = frame.Slice(start, reader.BytesConsumed - start).ToArray();
        return Follows(ref reader, JsonTokenType.EndArray) ? [session, to, new RawJson(payload)] : null;
    }

    private static bool Follows(ref Utf8JsonReader reader, JsonTokenType token) => reader.Read() && reader.TokenType == token;
}
