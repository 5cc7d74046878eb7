using System.Text;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Billing.Documents;
using Videodolmetschen.Domain.Bookkeeping;

namespace Videodolmetschen.Domain.Tests.Bookkeeping;

/// <summary>A Buchungsstapel byte by byte, against one that was written by hand from the description of the format.</summary>
public sealed class BookingBatchTests
{
    private static readonly BookingSettings Books = new() { Consultant = 29098, Client = 55003 };

    private static readonly TaxedPart Invoice = new()
    {
        Kind = DocumentKind.Invoice, Number = "RE-2026-00001", IssuedOn = new(2026, 11, 3), DueOn = new(2026, 12, 3), ServedUntil = new(2026, 10, 31),
        Treatment = VatTreatment.Standard, Net = 65.25m, Tax = 12.40m, Party = "Stadt Mühlhausen \"Süd\"; Ausländerbehörde", Account = "10001",
    };

    [Fact]
    public void The_bytes_are_those_of_the_example()
    {
        var batch = new BookingBatch(Books, new(2026, 11, 1), new(2026, 11, 30), new(2026, 12, 1, 8, 15, 30, 250), [Booking.Of(Invoice, Books)]);
        var lines = Encoding.Latin1.GetString(batch.ToBytes()).Split("\r\n");
        Assert.Equal(
            "\"EXTF\";700;21;\"Buchungsstapel\";13;20261201081530250;;\"VD\";\"Videodolmetschen\";\"\";29098;55003;20260101;4;20261101;20261130;\"Dolmetschleistungen\";\"\";1;0;0;\"EUR\";;\"\";;;\"03\";;;\"\";\"\"",
            lines[0]);
        Assert.Equal(
            "77,65;\"S\";\"EUR\";;;;10001;8400;\"\";0311;\"RE-2026-00001\";;;\"Rechnung Stadt M\u00FChlhausen \"\"S\u00FCd\"\"; Ausl\u00E4nderbeh\u00F6rde\"" + new string(';', 100) + "0;31102026;31102026;03122026" + new string(';', 8),
            lines[2]);
        Assert.Equal(("", 4), (lines[3], lines.Length));
        Assert.Equal("EXTF_Buchungsstapel_20261101_20261130.csv", batch.FileName);
    }

    [Fact]
    public void Head_and_rows_have_as_many_fields_as_the_format()
    {
        var batch = new BookingBatch(Books, new(2026, 11, 1), new(2026, 11, 30), new(2026, 12, 1), [Booking.Of(Invoice with { Party = "Amt" }, Books)]);
        Assert.Equal([31, 125, 125], Encoding.Latin1.GetString(batch.ToBytes()).Split("\r\n").SkipLast(1).Select(line => line.Split(';').Length));
    }

    [Fact]
    public void Words_are_Windows_1252_and_one_line_that_begins_with_a_word_of_ours()
    {
        var booking = Booking.Of(Invoice with { Party = "=cmd\r\nAmt € Ł" }, Books);
        var bytes = new BookingBatch(Books, new(2026, 11, 1), new(2026, 11, 30), new(2026, 12, 1), [booking]).ToBytes();
        Assert.Contains((byte)0x80, bytes);
        Assert.Contains("\"Rechnung =cmdAmt \u0080 ", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(3, Encoding.Latin1.GetString(bytes).Split("\r\n").SkipLast(1).Count());
    }

    [Theory]
    [InlineData(DocumentKind.Invoice, true, "8400")]
    [InlineData(DocumentKind.Cancellation, false, "8400")]
    [InlineData(DocumentKind.SelfBilled, false, "3106")]
    [InlineData(DocumentKind.SelfBilledCancellation, true, "3106")]
    public void What_takes_a_document_back_is_booked_the_other_way_round(DocumentKind kind, bool isDebit, string account)
    {
        var booking = Booking.Of(Invoice with { Kind = kind }, Books);
        Assert.Equal((77.65m, isDebit, account), (booking.Amount, booking.IsDebit, booking.ContraAccount));
    }

    [Fact]
    public void A_correction_with_a_negative_sum_takes_back_too()
    {
        var booking = Booking.Of(Invoice with { Kind = DocumentKind.Correction, Net = -10m, Tax = -1.90m }, Books);
        Assert.Equal((11.90m, false), (booking.Amount, booking.IsDebit));
    }

    [Fact]
    public void A_batch_is_of_one_financial_year()
    {
        var books = Books with { YearBegins = 7 };
        Assert.True(new BookingBatch(books, new(2026, 7, 1), new(2027, 6, 30), default, []).IsOfOneYear);
        Assert.False(new BookingBatch(books, new(2026, 6, 30), new(2026, 7, 1), default, []).IsOfOneYear);
    }
}
