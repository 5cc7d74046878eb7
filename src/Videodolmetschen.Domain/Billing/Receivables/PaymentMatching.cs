namespace Videodolmetschen.Domain.Billing.Receivables;

/// <summary>How sure it is what an entry pays for.</summary>
public enum MatchCertainty
{
    /// <summary>The invoices are named, and the amount is theirs to the cent.</summary>
    Certain,
    /// <summary>Something fits; a person looks at it.</summary>
    Likely,
    Unknown,
}

/// <summary>An invoice with something left to pay, as far as an entry can be compared with it.</summary>
/// <param name="Document">The document's id.</param>
public sealed record OpenInvoice(Guid Document, string Number, DateOnly IssuedOn, decimal Balance, Guid Customer);

/// <summary>By what a payer can be known: the name on documents, accounts that paid before, the Leitweg-ID, our number of the customer.</summary>
public sealed record KnownPayer(Guid Customer, string Name, IReadOnlyList<string> Ibans, IReadOnlyList<string> References);

/// <summary>What is paid on one invoice.</summary>
public sealed record MatchedPart(Guid Document, decimal Amount);

/// <summary>What an entry pays for, as it looks.</summary>
/// <param name="Customer">Null where nobody is known.</param>
/// <param name="Rest">What is left over and stays with the customer as credit.</param>
public sealed record PaymentMatch(MatchCertainty Certainty, Guid? Customer, IReadOnlyList<MatchedPart> Parts, decimal Rest);

/// <summary>From an entry of the bank to the invoices it pays; proposes, books nothing.</summary>
public static class PaymentMatching
{
    public static PaymentMatch Of(decimal amount, string remittance, string? payerName, string? payerIban, IReadOnlyList<OpenInvoice> invoices, IReadOnlyList<KnownPayer> payers)
    {
        var text = new RemittanceText(remittance);
        var known = payers.Where(payer => IsPayer(payer, text, payerName, payerIban)).Select(payer => payer.Customer).Distinct().ToList();
        var named = invoices.Where(invoice => text.Names(invoice.Number)).ToList();
        if (named.Count > 0)
        {
            var isExact = named.Sum(invoice => invoice.Balance) == amount && named.DistinctBy(invoice => invoice.Customer).Count() == 1;
            return Spread(isExact ? MatchCertainty.Certain : MatchCertainty.Likely, amount, OfOne(named, known));
        }

        // Without the letters of the series: people copy the digits only.
        var byDigits = invoices.Where(invoice => Digits(invoice.Number) is { Length: >= 8 } digits && text.Names(digits)).ToList();
        if (byDigits.Count > 0)
        {
            return Spread(MatchCertainty.Likely, amount, OfOne(byDigits, known));
        }

        return known.Count == 1 ? ByAmount(amount, known[0], [.. invoices.Where(invoice => invoice.Customer == known[0])]) : new PaymentMatch(MatchCertainty.Unknown, null, [], amount);
    }

    /// <summary>A payment counts for invoices of one customer: of the payer, where that is one of them, otherwise of whoever has the oldest.</summary>
    private static IReadOnlyList<OpenInvoice> OfOne(IReadOnlyList<OpenInvoice> invoices, IReadOnlyList<Guid> known)
    {
        var customer = known is [var payer] && invoices.Any(invoice => invoice.Customer == payer) ? payer : Oldest(invoices)[0].Customer;
        return [.. invoices.Where(invoice => invoice.Customer == customer)];
    }

    /// <summary>One invoice of that amount, or all of them together; otherwise only the customer is known.</summary>
    private static PaymentMatch ByAmount(decimal amount, Guid customer, IReadOnlyList<OpenInvoice> invoices)
    {
        var same = invoices.Where(invoice => invoice.Balance == amount).ToList();
        return same.Count == 1 ? Spread(MatchCertainty.Likely, amount, same)
            : invoices.Count > 0 && invoices.Sum(invoice => invoice.Balance) == amount ? Spread(MatchCertainty.Likely, amount, invoices)
            : new PaymentMatch(MatchCertainty.Unknown, customer, [], amount);
    }

    /// <summary>The oldest first (§ 366 (2) BGB), and never more than is open.</summary>
    private static PaymentMatch Spread(MatchCertainty certainty, decimal amount, IReadOnlyList<OpenInvoice> invoices)
    {
        var (parts, rest) = (new List<MatchedPart>(), amount);
        foreach (var invoice in Oldest(invoices))
        {
            var part = Math.Min(rest, invoice.Balance);
            if (part > 0m)
            {
                parts.Add(new MatchedPart(invoice.Document, part));
                rest -= part;
            }
        }

        return new PaymentMatch(certainty, invoices[0].Customer, parts, rest);
    }

    private static IReadOnlyList<OpenInvoice> Oldest(IReadOnlyList<OpenInvoice> invoices) => [.. invoices.OrderBy(invoice => invoice.IssuedOn).ThenBy(invoice => invoice.Number, StringComparer.Ordinal)];

    private static bool IsPayer(KnownPayer payer, RemittanceText text, string? name, string? iban) =>
        (iban is not null && payer.Ibans.Contains(iban, StringComparer.OrdinalIgnoreCase))
        || payer.References.Any(reference => RemittanceText.Compact(reference).Length >= 4 && text.Names(reference))
        || (name is not null && RemittanceText.Compact(name) == RemittanceText.Compact(payer.Name));

    private static string Digits(string number) => string.Concat(number.SkipWhile(sign => !char.IsDigit(sign)));
}
