using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Videodolmetschen.Server.Cluster;

/// <summary>
/// Messages that travel together: one row, one notification. A line each, the receiver's id (or *) before the JSON, so that
/// others need not read it. What is too long for a notification goes in compressed, and what is too long even so is read from
/// the table, which takes a few round trips.
/// </summary>
/// <param name="Number">Counts the packs of one sender from 1.</param>
/// <param name="Messages">The lines.</param>
/// <param name="Notification">Sender and number, and the lines where they fit.</param>
internal sealed record NodeBundle(long Number, string Messages, string Notification)
{
    /// <summary>PostgreSQL takes less than 8,000 bytes.</summary>
    public const int BytesAtMost = 7_000;

    private const string Everybody = "*";
    private const string IsCompressed = "z";
    private const int CompressedAtMost = 16 * BytesAtMost;

    public static string Line(NodeId? to, NodeMessage message) =>
        (to?.ToString() ?? Everybody) + " " + JsonSerializer.Serialize(message, ClusterJson.Options);

    /// <summary>As many lines as fit into one notification, or a single one that does not.</summary>
    public static NodeBundle Of(NodeId sender, long number, Queue<string> lines)
    {
        var text = new StringBuilder(lines.Dequeue());
        while (lines.TryPeek(out var next) && text.Length + 1 + next.Length <= BytesAtMost)
        {
            text.Append('\n').Append(lines.Dequeue());
        }

        var messages = text.ToString();
        var head = string.Create(CultureInfo.InvariantCulture, $"{sender} {number}");
        return new NodeBundle(number, messages, Notify(head, messages));
    }

    /// <summary>Sender, number (0 for a mere sign of life) and the lines, when they came along.</summary>
    public static (NodeId Sender, long Number, string? Messages)? Read(string notification)
    {
        var end = notification.IndexOf('\n', StringComparison.Ordinal);
        var head = (end < 0 ? notification : notification[..end]).Split(' ');
        return head is [var sender, var number, ..] && Guid.TryParse(sender, out var id) && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read)
            ? (new NodeId(id), read, end < 0 ? null : head is [.., IsCompressed] ? Expand(notification.AsSpan(end + 1)) : notification[(end + 1)..])
            : null;
    }

    private static string Notify(string head, string messages)
    {
        var bytes = Encoding.UTF8.GetBytes(messages);
        if (bytes.Length <= BytesAtMost)
        {
            return head + "\n" + messages;
        }

        // Three bytes are four characters of base64.
        var room = new byte[BytesAtMost / 4 * 3];
        return bytes.Length <= CompressedAtMost && BrotliEncoder.TryCompress(bytes, room, out var length, quality: 1, window: 18)
            ? $"{head} {IsCompressed}\n{Convert.ToBase64String(room, 0, length)}"
            : head;
    }

    /// <summary>Null for what is not ours: then the table has it.</summary>
    private static string? Expand(ReadOnlySpan<char> compressed)
    {
        var (packed, room) = (new byte[BytesAtMost], new byte[CompressedAtMost]);
        return Convert.TryFromBase64Chars(compressed, packed, out var length) && BrotliDecoder.TryDecompress(packed.AsSpan(0, length), room, out var read)
            ? Encoding.UTF8.GetString(room, 0, read)
            : null;
    }

    /// <summary>Those for one receiver.</summary>
    public static IEnumerable<NodeMessage> For(NodeId receiver, string messages)
    {
        var mine = receiver.ToString();
        foreach (var line in messages.Split('\n'))
        {
            var cut = line.IndexOf(' ', StringComparison.Ordinal);
            var to = cut < 0 ? default : line.AsSpan(0, cut);
            if (to.SequenceEqual(Everybody) || to.SequenceEqual(mine))
            {
                yield return JsonSerializer.Deserialize<NodeMessage>(line.AsSpan(cut + 1), ClusterJson.Options)!;
            }
        }
    }
}
