using System.Globalization;
using Videodolmetschen.Domain.Billing.Budgets;
using Videodolmetschen.Server.Mail;

namespace Videodolmetschen.Server.Billing.Budgets;

/// <summary>What coordinators are told about budgets, in German.</summary>
internal static class BudgetMails
{
    private static readonly NumberFormatInfo Format = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    /// <summary>Once for each threshold, as long as the amount is the same.</summary>
    public static OutgoingMail Reached(StoredBudget stored, BudgetLevel level, int percent, MailPerson person, Uri link) => new(
        $"budget:{level.Budget.Id.Value}:{level.Budget.Amount.ToString("0.00", CultureInfo.InvariantCulture)}:{percent}:{person.Id.Value}",
        MailKind.BudgetThreshold,
        MailRecipient.Of(person.Id),
        new MailText(
            percent == Budget.FullPercent ? $"Budget ausgeschöpft: {level.Budget.Name}" : $"Budget zu {percent} % verbraucht: {level.Budget.Name}",
            $"Guten Tag {OneLine.Of(person.Name)},",
            [
                percent == Budget.FullPercent
                    ? level.Budget.Stops
                        ? "das Budget ist ausgeschöpft. Neue Anfragen und Buchungen werden abgelehnt, Notfälle gehen weiterhin."
                        : "das Budget ist ausgeschöpft. Anfragen und Buchungen gehen weiterhin."
                    : $"das Budget hat {percent} % erreicht. Verbraucht und vorgemerkt sind zusammengezählt.",
            ])
        {
            Facts =
            [
                new("Auftraggeber", stored.CustomerName),
                .. stored.UnitName is { } unit ? [new MailFact("Dienststelle", unit)] : Array.Empty<MailFact>(),
                new("Zeitraum", $"{GermanTime.Day(level.Budget.Period.From)} bis {GermanTime.Day(level.Budget.Period.Until)}"),
                new("Budget", Euro(level.Budget.Amount)),
                new("Verbraucht", Euro(level.Used)),
                new("Vorgemerkt", Euro(level.Committed)),
            ],
            Actions = [new("Budgets ansehen", link)],
        });

    private static string Euro(decimal euro) => euro.ToString("#,##0.00", Format) + " € netto";
}
