using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Videodolmetschen.Server.Access;

/// <summary>One-time codes by time (RFC 6238): six digits, thirty seconds, HMAC-SHA-1, as every authenticator app has it.</summary>
internal static class Totp
{
    private const int StepSeconds = 30;
    private const int Modulus = 1_000_000;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <returns>The step the code belongs to: this one, or a neighbour for a clock that is a little off. Null for a wrong code.</returns>
    public static long? FindStep(byte[] secret, string code, DateTimeOffset now)
    {
        var current = now.ToUnixTimeSeconds() / StepSeconds;
        var typed = Encoding.ASCII.GetBytes(code.Replace(" ", "", StringComparison.Ordinal));
        long? found = null;
        for (var step = current - 1; step <= current + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(typed, Encoding.ASCII.GetBytes(CodeAt(secret, step))))
            {
                found = step;
            }
        }

        return found;
    }

    public static string CodeAt(byte[] secret, DateTimeOffset at) => CodeAt(secret, at.ToUnixTimeSeconds() / StepSeconds);

    /// <summary>What an authenticator app takes by camera or by hand.</summary>
    public static Uri Address(byte[] secret, string email) =>
        new($"otpauth://totp/Videodolmetschen:{Uri.EscapeDataString(email)}?secret={ToBase32(secret)}&issuer=Videodolmetschen");

    public static string ToBase32(byte[] bytes)
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var next in bytes)
        {
            buffer = ((buffer << 8) | next) & 0xFFF;
            for (bits += 8; bits >= 5; bits -= 5)
            {
                text.Append(Base32[(buffer >> (bits - 5)) & 31]);
            }
        }

        return bits == 0 ? text.ToString() : text.Append(Base32[(buffer << (5 - bits)) & 31]).ToString();
    }

    private static string CodeAt(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238 as authenticator apps implement it; HMAC does not need collision resistance.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }
}
