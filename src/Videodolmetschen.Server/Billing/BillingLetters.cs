using Npgsql;
using Videodolmetschen.Domain.Billing.Documents;
using Videodolmetschen.Server.Mail;
using Videodolmetschen.Server.Printing;
using Videodolmetschen.Server.Scheduling;

namespace Videodolmetschen.Server.Billing;

/// <summary>Interpreters are written to in the transaction of what is told. Customers' invoices go other ways.</summary>
internal sealed class BillingLetters(MailStore mails, PublicAddress address)
{
    /// <summary>That a Gutschrift was issued or taken back; nothing of what is a customer's.</summary>
    public async Task TellAsync(NpgsqlTransaction transaction, DocumentSource source, Guid party, Guid id, string number, CancellationToken cancellationToken)
    {
        if (!source.Kind.IsSelfBilled())
        {
            return;
        }

        var document = source.ToDomain(number);
        List<MailFact> facts = [new("Beleg", number), new("Leistungen", $"{GermanNumber.Day(document.Period!.Value.From)} bis {GermanNumber.Day(document.Period.Value.Until)}"), new("Betrag", GermanNumber.Euro(document.Totals.Gross))];
        foreach (var person in await AddresseeStore.OfInterpreterAsync(transaction, party, cancellationToken))
        {
            var mail = source.Preceding is { } preceding
                ? BillingMails.Cancelled(id, preceding.Number, facts, person, Page(document.Period.Value.Until))
                : BillingMails.Issued(id, number, [.. facts, .. source.DueOn is { } due ? [new MailFact("Auszahlung bis", GermanNumber.Day(due))] : Array.Empty<MailFact>()], person, Page(document.Period.Value.Until));
            await mails.AddAsync(transaction, mail, cancellationToken);
        }
    }

    /// <summary>What the words of an answer are stays on the page.</summary>
    public async Task AnswerAsync(NpgsqlTransaction transaction, Guid dispute, Guid interpreter, bool accepted, DateOnly day, string position, CancellationToken cancellationToken)
    {
        foreach (var person in await AddresseeStore.OfInterpreterAsync(transaction, interpreter, cancellationToken))
        {
            await mails.AddAsync(
                transaction, BillingMails.Answered(dispute, accepted, [new("Leistung am", GermanNumber.Day(day)), new("Position", position)], person, Page(day)), cancellationToken);
        }
    }

    private Uri Page(DateOnly day) => address.Of($"/abrechnung?monat={day:yyyy-MM}");
}
