using Videodolmetschen.Domain.Billing;

namespace Videodolmetschen.Domain.Bookkeeping;

/// <summary>One booking: an account of a customer or an interpreter against revenue or expense, gross.</summary>
/// <param name="Amount">Never negative.</param>
/// <param name="IsDebit">Soll, seen from <paramref name="Account"/>.</param>
/// <param name="Account">Of the customer or the interpreter.</param>
/// <param name="ContraAccount">Revenue or expense.</param>
/// <param name="TaxKey">BU-Schlüssel, or empty.</param>
/// <param name="Day">Of the document.</param>
/// <param name="Reference">Its number.</param>
/// <param name="Text">What it is, and of whom.</param>
/// <param name="DueOn">Null where nothing is to be paid.</param>
/// <param name="ServedOn">The last day of service in its month: the tax goes by it.</param>
public sealed record Booking(
    decimal Amount, bool IsDebit, string Account, string ContraAccount, string TaxKey, DateOnly Day, string Reference, string Text, DateOnly? DueOn, DateOnly ServedOn)
{
    /// <summary>An invoice is owed to us (debit), a Gutschrift by us; what takes one back is the other way round.</summary>
    public static Booking Of(TaxedPart part, BookingSettings settings)
    {
        var gross = part.Sign * (part.Net + part.Tax);
        var ledger = settings.Of(part.Side, part.Treatment);
        return new Booking(
            Math.Abs(gross),
            (part.Side == BillingSide.Customer) == (gross >= 0),
            part.Account,
            ledger.Account,
            ledger.TaxKey,
            part.IssuedOn,
            part.Number,
            $"{Billing.Documents.DocumentKinds.Title(part.Kind)} {part.Party}",
            part.DueOn,
            part.ServedUntil);
    }
}
