namespace Videodolmetschen.Domain.Billing;

/// <summary>Two sides that are priced apart: what the customer owes, and what the interpreter earns.</summary>
public enum BillingSide
{
    /// <summary>Ends in an invoice (XRechnung).</summary>
    Customer,
    /// <summary>Ends in a self-billed statement (Gutschrift).</summary>
    Interpreter,
}
