using System.Text;
using Videodolmetschen.Domain.Billing.Receivables;

namespace Videodolmetschen.Domain.Tests.Billing.Receivables;

public sealed class CamtReaderTests
{
    [Theory]
    [InlineData("02")]
    [InlineData("08")]
    public void Both_versions_say_the_same(string version)
    {
        var statement = Assert.Single(CamtReader.Read(Camt.File(Camt.Entry("100.00", Camt.Details("RE-2026-00001", version: version), version: version), version)));
        Assert.Equal((Camt.Account, "2026-227", new DateOnly(2026, 11, 23), BalanceVerdict.Matches), (statement.Account, statement.Number, statement.ClosedOn, statement.Balance));
        var entry = Assert.Single(statement.Entries);
        Assert.Equal((BankEntryKind.Credit, 100m, new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 22)), (entry.Kind, entry.Amount, entry.BookedOn, entry.ValuedOn));
        Assert.Equal(("Stadt Lindenfurt", "DE89370400440532013000", "RE-2026-00001", "E2E-7"), (entry.PayerName, entry.PayerIban, entry.Remittance, entry.EndToEnd));
    }

    [Theory]
    [InlineData("<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;\">]>")]
    [InlineData("<!DOCTYPE Document>")]
    public void A_file_with_a_document_type_is_refused(string type) => Refused(ErrorCode.BankFileUnreadable, Camt.File(Camt.Entry("100.00"), before: type));

    [Theory]
    [InlineData("kein XML")]
    [InlineData("")]
    [InlineData("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.04\"><BkToCstmrStmt><Stmt/></BkToCstmrStmt></Document>")]
    [InlineData("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><Stmt/></BkToCstmrStmt></Document>")]
    [InlineData("<html/>")]
    public void What_is_no_statement_is_refused(string text) => Refused(ErrorCode.BankFileUnreadable, Encoding.UTF8.GetBytes(text));

    [Theory]
    [InlineData("-5.00")]
    [InlineData("1,50")]
    [InlineData("1.005")]
    [InlineData("99999999999999999999999999999999")]
    public void An_amount_that_is_none_is_refused(string amount) => Refused(ErrorCode.BankFileUnreadable, Camt.File(Camt.Entry(amount)));

    [Fact]
    public void Other_money_and_too_much_of_it_is_refused()
    {
        Refused(ErrorCode.BankFileNotInEuro, Camt.File("", currency: "CHF"));
        Refused(ErrorCode.BankFileNotInEuro, Camt.File(Camt.Entry("1.00").Replace("EUR", "USD", StringComparison.Ordinal)));
        Refused(ErrorCode.BankFileTooLarge, new byte[CamtReader.BytesAtMost + 1]);
        Refused(ErrorCode.BankFileTooLarge, Camt.File(string.Concat(Enumerable.Repeat("<Ntry/>", CamtReader.EntriesAtMost + 1))));
    }

    [Fact]
    public void A_collective_entry_is_taken_apart_where_its_parts_add_up()
    {
        var parts = Camt.Details("RE-2026-00001", "60.00") + Camt.Details("RE-2026-00002", "40.00");
        Assert.Equal([(60m, "RE-2026-00001"), (40m, "RE-2026-00002")], Entries(Camt.Entry("100.00", parts)).Select(entry => (entry.Amount, entry.Remittance)));
        var old = Camt.Details("A", "60.00", "02") + Camt.Details("B", "40.00", "02");
        Assert.Equal([60m, 40m], Entries(Camt.Entry("100.00", old, version: "02"), "02").Select(entry => entry.Amount));
        var whole = Assert.Single(Entries(Camt.Entry("100.00", Camt.Details("RE-2026-00001", "60.00") + Camt.Details("RE-2026-00002"))));
        Assert.Equal((100m, "RE-2026-00001 RE-2026-00002"), (whole.Amount, whole.Remittance));
    }

    /// <summary>Somebody in Switzerland ordered francs; the account was moved by euro, and that is what counts.</summary>
    [Theory]
    [InlineData("08")]
    [InlineData("02")]
    public void What_was_ordered_in_other_money_came_in_ours(string version)
    {
        var francs = Camt.Details("RE-2026-00001", "95.00", version).Replace("EUR", "CHF", StringComparison.Ordinal);
        Assert.Equal((100m, "RE-2026-00001"), Assert.Single(Entries(Camt.Entry("100.00", francs, version: version), version)) is var one ? (one.Amount, one.Remittance) : default);
    }

    [Fact]
    public void What_was_paid_out_is_counted_and_not_read()
    {
        var statement = CamtReader.Read(Camt.File(Camt.Entry("150.00") + Camt.Entry("50.00", Camt.Details("Gehalt KANARIE"), "REF-2", isCredit: false) + Camt.Entry("9.99", reference: "REF-3", state: "PDNG")))[0];
        Assert.Equal((1, 1, BalanceVerdict.Matches), (statement.Debits, statement.Pending, statement.Balance));
        Assert.Equal(150m, Assert.Single(statement.Entries).Amount);
    }

    [Fact]
    public void What_goes_back_is_told_from_what_came()
    {
        var back = Assert.Single(Entries(Camt.Entry("100.00", Camt.Details("RE-2026-00001"), isCredit: false, isReversal: true)));
        Assert.Equal(BankEntryKind.Returned, back.Kind);
        var reason = Camt.Details("RE-2026-00001").Replace("</TxDtls>", "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls>", StringComparison.Ordinal);
        Assert.Equal(BankEntryKind.Returned, Assert.Single(Entries(Camt.Entry("100.00", reason, isCredit: false))).Kind);
        Assert.Empty(Entries(Camt.Entry("100.00", isReversal: true))); // One of ours came back: no customer's payment.
    }

    [Fact]
    public void A_file_that_was_cut_does_not_add_up()
    {
        Assert.Equal(BalanceVerdict.Differs, CamtReader.Read(Camt.File(Camt.Entry("99.99")))[0].Balance);
        var bare = Encoding.UTF8.GetString(Camt.File(Camt.Entry("100.00"))).Replace("OPBD", "ITBD", StringComparison.Ordinal);
        Assert.Equal(BalanceVerdict.Unknown, CamtReader.Read(Encoding.UTF8.GetBytes(bare))[0].Balance);
    }

    [Fact]
    public void The_same_entry_has_the_same_key_in_every_file_and_its_like_another()
    {
        var (one, like) = (Camt.Entry("50.00", Camt.Details("A")), Camt.Entry("50.00", Camt.Details("A"), "NONREF"));
        Assert.Equal(Keys(one), Keys(one + Camt.Entry("1.00", reference: "REF-9")).Take(1));
        Assert.Equal(2, Keys(like + like).Distinct().Count());
        Assert.Equal(Keys(like + like), Keys(like + like));
        Assert.NotEqual(Keys(one), Keys(one.Replace("50.00", "50.01", StringComparison.Ordinal)));
        Assert.NotEqual(Keys(one), Keys(one.Replace("2026-11-23", "2025-11-23", StringComparison.Ordinal)));
    }

    private static IReadOnlyList<string> Keys(string entries) => [.. Entries(entries).Select(entry => entry.Key)];

    private static IReadOnlyList<BankEntry> Entries(string entries, string version = "08") => CamtReader.Read(Camt.File(entries, version))[0].Entries;

    private static void Refused(ErrorCode code, byte[] file) => Assert.Equal(code, Assert.Throws<DomainException>(() => CamtReader.Read(file)).Code);
}
