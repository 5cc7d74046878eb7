namespace Videodolmetschen.Domain.Billing.Receivables;

/// <summary>What an entry means for what customers owe.</summary>
public enum BankEntryKind
{
    /// <summary>Money came.</summary>
    Credit,
    /// <summary>Money that had come went back.</summary>
    Returned,
}

/// <summary>Whether the opening balance and the entries make the closing one.</summary>
public enum BalanceVerdict
{
    Matches,
    /// <summary>Entries are missing or doubled: a file that was cut.</summary>
    Differs,
    /// <summary>The file names no balances.</summary>
    Unknown,
}

/// <summary>One payment of a bank statement, or what took one back.</summary>
/// <param name="Key">The same for the same payment of the same account, in whichever file it comes.</param>
/// <param name="Amount">Above zero, in euro.</param>
/// <param name="PayerIban">As the bank says it, without blanks; null where it does not.</param>
/// <param name="Remittance">Verwendungszweck.</param>
public sealed record BankEntry(string Key, BankEntryKind Kind, DateOnly BookedOn, DateOnly ValuedOn, decimal Amount, string? PayerName, string? PayerIban, string Remittance, string? EndToEnd);

/// <summary>A statement of one account, without what was paid out: that is nobody's business here and only counted.</summary>
/// <param name="Account">The IBAN.</param>
/// <param name="Number">The bank's id of the statement.</param>
/// <param name="Debits">Entries that were paid out.</param>
/// <param name="Pending">Entries that are not booked yet.</param>
public sealed record BankStatement(string Account, string Number, DateOnly ClosedOn, decimal? Opening, decimal? Closing, BalanceVerdict Balance, int Debits, int Pending, IReadOnlyList<BankEntry> Entries);
