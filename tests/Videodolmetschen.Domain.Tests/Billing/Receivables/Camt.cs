using System.Text;

namespace Videodolmetschen.Domain.Tests.Billing.Receivables;

/// <summary>Bank statements in the shape in which banks write them.</summary>
internal static class Camt
{
    public const string Account = "DE02120300000000202051";

    public static byte[] File(string entries, string version = "08", string opening = "1000.00", string closing = "1100.00", string before = "", string currency = "EUR") => Encoding.UTF8.GetBytes(
        $"""
        <?xml version="1.0" encoding="UTF-8"?>{before}
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version}">
          <BkToCstmrStmt>
            <GrpHdr><MsgId>MSG-1</MsgId><CreDtTm>2026-11-24T06:00:00+01:00</CreDtTm></GrpHdr>
            <Stmt>
              <Id>2026-227</Id><CreDtTm>2026-11-24T06:00:00+01:00</CreDtTm>
              <Acct><Id><IBAN>{Account}</IBAN></Id><Ccy>{currency}</Ccy></Acct>
              <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">{opening}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-23</Dt></Dt></Bal>
              <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">{closing}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-23</Dt></Dt></Bal>
              {entries}
            </Stmt>
          </BkToCstmrStmt>
        </Document>
        """);

    /// <param name="details">Inside of <c>NtryDtls</c>.</param>
    public static string Entry(string amount, string details = "", string reference = "REF-1", bool isCredit = true, bool isReversal = false, string version = "08", string state = "BOOK") =>
        $"""
        <Ntry><Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>{(isCredit ? "CRDT" : "DBIT")}</CdtDbtInd>{(isReversal ? "<RvslInd>true</RvslInd>" : "")}<Sts>{(version == "08" ? $"<Cd>{state}</Cd>" : state)}</Sts>
          <BookgDt><Dt>2026-11-23</Dt></BookgDt><ValDt><Dt>2026-11-22</Dt></ValDt><AcctSvcrRef>{reference}</AcctSvcrRef><NtryDtls>{details}</NtryDtls></Ntry>
        """;

    public static string Details(string remittance, string? amount = null, string version = "08", string name = "Stadt Lindenfurt", string iban = "DE89370400440532013000") =>
        $"""
        <TxDtls><Refs><EndToEndId>E2E-7</EndToEndId></Refs>{(amount is null ? "" : version == "08" ? $"""<Amt Ccy="EUR">{amount}</Amt>""" : $"""<AmtDtls><TxAmt><Amt Ccy="EUR">{amount}</Amt></TxAmt></AmtDtls>""")}
          <RltdPties><Dbtr>{(version == "08" ? $"<Pty><Nm>{name}</Nm></Pty>" : $"<Nm>{name}</Nm>")}</Dbtr><DbtrAcct><Id><IBAN>{iban}</IBAN></Id></DbtrAcct></RltdPties>
          <RmtInf><Ustrd>{remittance}</Ustrd></RmtInf></TxDtls>
        """;
}
