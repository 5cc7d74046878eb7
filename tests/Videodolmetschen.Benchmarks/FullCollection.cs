using System.Buffers.Binary;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Videodolmetschen.Benchmarks;

/// <summary>
/// Has another process collect its garbage, so that its memory is what lives. A .NET process is asked at its diagnostic port, whose
/// events of the heap begin with a full collection; node is asked by a signal.
/// </summary>
internal static class FullCollection
{
    private const byte EventPipe = 2;
    private const byte Stop = 1;
    private const byte Collect = 3;
    private const ulong HeapCollect = 0x800000;

    public static async Task InAsync(int process)
    {
        if (Directory.GetFiles(Path.GetTempPath(), $"dotnet-diagnostic-{process}-*-socket") is [var port, ..])
        {
            await OfDotnetAsync(port);
            return;
        }

        using var signal = Process.Start("kill", ["-USR2", $"{process}"]);
        await signal.WaitForExitAsync();
    }

    private static async Task OfDotnetAsync(string port)
    {
        using var events = await AskAsync(port, Collect, Session());
        var answer = new byte[20 + sizeof(ulong)];
        await events.ReadExactlyAsync(answer);
        var reading = events.CopyToAsync(Stream.Null);
        using var stopped = await AskAsync(port, Stop, answer[20..]);
        await stopped.ReadExactlyAsync(new byte[20]);
        await reading;
    }

    private static async Task<NetworkStream> AskAsync(string port, byte command, byte[] content)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(port));
        var size = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(size, (ushort)(20 + content.Length));
        var stream = new NetworkStream(socket, ownsSocket: true);
        await stream.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes("DOTNET_IPC_V1\0"), .. size, EventPipe, command, 0, 0, .. content]);
        return stream;
    }

    /// <summary>16 MB of buffer, nettrace, no rundown, one provider.</summary>
    private static byte[] Session()
    {
        const string provider = "Microsoft-Windows-DotNETRuntime\0";
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content, Encoding.Unicode);
        writer.Write(16u);
        writer.Write(1u);
        writer.Write(false);
        writer.Write(1u);
        writer.Write(HeapCollect);
        writer.Write(4u);
        writer.Write((uint)provider.Length);
        writer.Write(provider.ToCharArray());
        writer.Write(0u);
        writer.Flush();
        return content.ToArray();
    }
}
