using Videodolmetschen.Domain.Billing.Documents;

namespace Videodolmetschen.Domain.Tests.Billing.Documents;

public class DocumentHashTests
{
    /// <summary>Of "abc", as the standard has it (FIPS 180-2, B.1).</summary>
    [Fact]
    public void The_hash_is_sha_256() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", DocumentHash.Of("abc"u8).Hex);

    [Fact]
    public void The_chain_can_be_followed_with_any_tool()
    {
        var own = DocumentHash.Of("abc"u8);
        var first = DocumentHash.Chain(null, own);

        // printf '%064d' 0 | cat - <(printf %s HASH) | xxd -r -p | sha256sum
        Assert.Equal(DocumentHash.Of([.. new byte[32], .. Convert.FromHexString(own.Hex)]), first);
        Assert.Equal(DocumentHash.Of([.. Convert.FromHexString(first.Hex), .. Convert.FromHexString(own.Hex)]), DocumentHash.Chain(first, own));
    }

    [Fact]
    public void An_untouched_series_is_whole() => Assert.Null(ChainedDocument.FirstBroken(Series()));

    [Fact]
    public void A_changed_document_is_found() =>
        Assert.Equal(1, ChainedDocument.FirstBroken([.. Series().Select((one, index) => index == 1 ? one with { Bytes = "2000,00"u8.ToArray() } : one)]));

    [Fact]
    public void A_document_that_was_changed_with_its_hash_is_found()
    {
        var series = Series();
        series[1] = series[1] with { Bytes = "2000,00"u8.ToArray(), Hash = DocumentHash.Of("2000,00"u8) };

        Assert.Equal(1, ChainedDocument.FirstBroken(series));
    }

    [Fact]
    public void A_document_that_was_written_anew_breaks_the_next_one()
    {
        var series = Series();
        series[1] = ChainedDocument.After(series[0].Link, "2000,00"u8.ToArray());

        Assert.Equal(2, ChainedDocument.FirstBroken(series));
    }

    [Fact]
    public void A_missing_document_is_found()
    {
        var series = Series();
        series.RemoveAt(1);

        Assert.Equal(1, ChainedDocument.FirstBroken(series));
    }

    [Fact]
    public void A_stored_hash_is_read_again()
    {
        var hash = DocumentHash.Of("abc"u8);

        Assert.Equal(hash, DocumentHash.FromHex(hash.Hex.ToUpperInvariant()));
        Assert.Throws<DomainException>(() => DocumentHash.FromHex("ba78"));
    }

    private static List<ChainedDocument> Series()
    {
        var series = new List<ChainedDocument>();
        foreach (var text in new[] { "10,00", "20,00", "30,00" })
        {
            series.Add(ChainedDocument.After(series.LastOrDefault()?.Link, System.Text.Encoding.UTF8.GetBytes(text)));
        }
        return series;
    }
}
