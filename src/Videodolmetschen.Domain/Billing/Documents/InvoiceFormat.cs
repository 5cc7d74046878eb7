namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>In which form whoever is sent a document takes it.</summary>
public enum InvoiceFormat
{
    /// <summary>An XML file beside the paper: what public offices must be sent.</summary>
    Xrechnung,
    /// <summary>The paper as PDF/A-3, with the invoice as a file in it.</summary>
    Zugferd,
}
