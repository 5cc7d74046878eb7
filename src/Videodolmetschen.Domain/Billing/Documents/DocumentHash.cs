using System.Security.Cryptography;

namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>SHA-256, in small hexadecimal letters: of a document's bytes, or of a link of the chain that shows that none was changed, left out or slipped in.</summary>
public sealed record DocumentHash
{
    private DocumentHash(byte[] bytes) => Hex = Convert.ToHexStringLower(bytes);

    /// <summary>64 signs.</summary>
    public string Hex { get; }

    public static DocumentHash Of(ReadOnlySpan<byte> document) => new(SHA256.HashData(document));

    /// <summary>As it was stored.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.ArgumentInvalid"/>: not 32 bytes in hexadecimal.</exception>
    public static DocumentHash FromHex(string hex) => hex.Length == 64 && hex.All(char.IsAsciiHexDigit)
        ? new DocumentHash(Convert.FromHexString(hex))
        : throw new DomainException(ErrorCode.ArgumentInvalid);

    /// <summary>The next link: the previous one (32 zeros before the first) and the document's own hash, hashed.</summary>
    public static DocumentHash Chain(DocumentHash? previous, DocumentHash own)
    {
        var before = previous is null ? new byte[SHA256.HashSizeInBytes] : Convert.FromHexString(previous.Hex);
        return new DocumentHash(SHA256.HashData([.. before, .. Convert.FromHexString(own.Hex)]));
    }

    public override string ToString() => Hex;
}

/// <summary>A document as it is kept: exactly these bytes, their hash, and its link.</summary>
public sealed record ChainedDocument(ReadOnlyMemory<byte> Bytes, DocumentHash Hash, DocumentHash Link)
{
    public static ChainedDocument After(DocumentHash? previous, ReadOnlyMemory<byte> bytes)
    {
        var hash = DocumentHash.Of(bytes.Span);
        return new ChainedDocument(bytes, hash, DocumentHash.Chain(previous, hash));
    }

    /// <summary>Whether this is what was kept behind the given link.</summary>
    public bool Follows(DocumentHash? previous) => Hash == DocumentHash.Of(Bytes.Span) && Link == DocumentHash.Chain(previous, Hash);

    /// <summary>The first of a series, in its order, that is not what was kept there; null where all are.</summary>
    public static int? FirstBroken(IEnumerable<ChainedDocument> series)
    {
        DocumentHash? previous = null;
        foreach (var (index, document) in series.Index())
        {
            if (!document.Follows(previous))
            {
                return index;
            }
            previous = document.Link;
        }
        return null;
    }
}
