using System.Buffers.Text;
using System.Security.Cryptography;

namespace Videodolmetschen.Server.Sessions.Record;

/// <summary>By what a record is looked up: the whole signature in a link, or twenty signs that follow from it.</summary>
internal static class RecordCode
{
    public const int ShortLength = 20;

    private const int IdBytes = 16;
    private const int SignatureBytes = 64;
    private const int LongLength = 107;

    /// <summary>Crockford's: no I, L, O, U, so nothing is mistaken and no word comes out.</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Write(Guid session, byte[] signature) =>
        Base64Url.EncodeToString([.. session.ToByteArray(bigEndian: true), .. signature]);

    public static bool TryRead(string code, out Guid session, out byte[] signature)
    {
        (session, signature) = (default, []);
        if (code.Length != LongLength || !Base64Url.IsValid(code))
        {
            return false;
        }

        var bytes = Base64Url.DecodeFromChars(code);
        if (bytes.Length != IdBytes + SignatureBytes)
        {
            return false;
        }

        (session, signature) = (new Guid(bytes.AsSpan(0, IdBytes), bigEndian: true), bytes[IdBytes..]);
        return true;
    }

    /// <summary>A hundred bits of the signature's hash.</summary>
    public static string Short(byte[] signature)
    {
        var hash = SHA256.HashData(signature);
        return string.Create(ShortLength, hash, static (signs, bytes) =>
        {
            for (var index = 0; index < signs.Length; index++)
            {
                var bit = index * 5;
                var window = (bytes[bit / 8] << 8) | bytes[(bit / 8) + 1];
                signs[index] = Alphabet[(window >> (11 - (bit % 8))) & 31];
            }
        });
    }

    /// <summary>As people type it: in small letters, with blanks and strokes, and with the letters that look like digits.</summary>
    public static string? ReadShort(string typed)
    {
        var signs = string.Concat(typed.ToUpperInvariant().Where(sign => sign != '-' && !char.IsWhiteSpace(sign))
            .Select(sign => sign switch { 'O' => '0', 'I' or 'L' => '1', _ => sign }));
        return signs.Length == ShortLength && signs.All(sign => Alphabet.Contains(sign, StringComparison.Ordinal)) ? signs : null;
    }

    /// <summary><c>7Q4M-8ZK2-…</c></summary>
    public static string Grouped(string shortCode) => string.Join('-', shortCode.Chunk(4).Select(four => new string(four)));
}
