using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Billing.Documents;

namespace Videodolmetschen.Domain.Bookkeeping;

/// <summary>What one treatment and one month of service have of an issued document; amounts as they stand on it, which are positive on what takes another back, too.</summary>
public sealed record TaxedPart
{
    public required DocumentKind Kind { get; init; }

    public required string Number { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public DateOnly? DueOn { get; init; }

    /// <summary>The last day of service in its month.</summary>
    public required DateOnly ServedUntil { get; init; }

    public required VatTreatment Treatment { get; init; }

    public required decimal Net { get; init; }

    public required decimal Tax { get; init; }

    /// <summary>Who owes or is owed.</summary>
    public required string Party { get; init; }

    /// <summary>Account of that one in the ledger; empty until one was given.</summary>
    public string Account { get; init; } = "";

    /// <summary>How many documents were added up to this.</summary>
    public int Documents { get; init; } = 1;

    public BillingSide Side => Kind.IsSelfBilled() ? BillingSide.Interpreter : BillingSide.Customer;

    /// <summary>1, or -1 for what takes another document back.</summary>
    public int Sign => Kind.IsCreditNote() ? -1 : 1;

    public decimal SignedNet => Sign * Net;

    public decimal SignedTax => Sign * Tax;
}
