using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Languages;
using Videodolmetschen.Server.Customers;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Mail;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>Who is written to about an appointment. Letters are rows in the transaction of what they tell.</summary>
internal sealed class AppointmentLetters(MailStore mails, AppointmentMails texts, PublicAddress address, LanguageCatalogue languages, UnitNames units, CurrentRules rules, SteadyClock clock)
{
    public async Task AskAsync(NpgsqlTransaction transaction, AppointmentRow row, AskRow ask, string token, CancellationToken cancellationToken)
    {
        var facts = await FactsAsync(row, cancellationToken);
        foreach (var person in await AddresseeStore.OfInterpreterAsync(transaction, ask.InterpreterId, cancellationToken))
        {
            var links = (address.Of($"/dashboard/termine?anfrage={ask.Id}"), address.Of($"/termin-absage#{token}"));
            await mails.AddAsync(transaction, AppointmentMails.Question(facts, person, links, ask.AnswerBy), cancellationToken);
        }
    }

    /// <summary>Both sides are told that it stands, and will be reminded.</summary>
    public Task ConfirmAsync(NpgsqlTransaction transaction, AppointmentRow row, string interpreterNumber, CancellationToken cancellationToken) =>
        TellAsync(transaction, row, interpreterNumber, (facts, person, side) => texts.Confirmed(facts, person, side), cancellationToken);

    /// <summary>Both sides are told what it is now. Reminders are written anew: those of before say what is no longer so.</summary>
    public Task ChangeAsync(NpgsqlTransaction transaction, AppointmentRow row, string interpreterNumber, CancellationToken cancellationToken) =>
        TellAsync(transaction, row, interpreterNumber, (facts, person, _) => texts.Changed(facts, person), cancellationToken);

    /// <summary>Whoever held it in the calendar is told, and reminded no more.</summary>
    public async Task CancelAsync(NpgsqlTransaction transaction, AppointmentRow before, string reason, CancellationToken cancellationToken)
    {
        var facts = await FactsAsync(before, cancellationToken) with { Sequence = before.Version + 1 };
        await MailStore.WithdrawAsync(transaction, $"appointment:{before.Id}:", cancellationToken);
        foreach (var (person, _) in await SidesAsync(transaction, before, cancellationToken))
        {
            await mails.AddAsync(transaction, texts.Cancelled(facts, person, reason), cancellationToken);
        }
    }

    /// <summary>The one who was bound to it is told that the own part is over; the other side keeps the appointment.</summary>
    public async Task ReleaseAsync(NpgsqlTransaction transaction, AppointmentRow before, CancellationToken cancellationToken)
    {
        var facts = await FactsAsync(before, cancellationToken) with { Sequence = before.Version + 1 };
        await MailStore.WithdrawAsync(transaction, $"appointment:{before.Id}:", cancellationToken);
        foreach (var person in await AddresseeStore.OfInterpreterAsync(transaction, before.InterpreterId!.Value, cancellationToken))
        {
            await mails.AddAsync(transaction, texts.Cancelled(facts, person, "Sie sind nicht mehr eingeteilt."), cancellationToken);
        }
    }

    /// <summary>Coordinators are told once for each colour.</summary>
    public async Task<int> WarnAsync(NpgsqlTransaction transaction, AppointmentRow row, bool isRed, CancellationToken cancellationToken)
    {
        var (facts, told) = (await FactsAsync(row, cancellationToken), 0);
        foreach (var person in await AddresseeStore.CoordinatorsAsync(transaction, cancellationToken))
        {
            told += await mails.AddAsync(transaction, AppointmentMails.Uncovered(facts, person, isRed), cancellationToken) ? 1 : 0;
        }

        return told;
    }

    private async Task TellAsync(
        NpgsqlTransaction transaction, AppointmentRow row, string interpreterNumber, Func<AppointmentFacts, MailPerson, MailSide, OutgoingMail> letter, CancellationToken cancellationToken)
    {
        var facts = await FactsAsync(row, cancellationToken) with { Interpreter = interpreterNumber };
        await MailStore.WithdrawAsync(transaction, $"appointment:{row.Id}:", cancellationToken);
        foreach (var (person, side) in await SidesAsync(transaction, row, cancellationToken))
        {
            await mails.AddAsync(transaction, letter(facts, person, side), cancellationToken);
            foreach (var reminder in texts.Reminders(facts, person, side, clock.Now))
            {
                await mails.AddAsync(transaction, reminder, cancellationToken);
            }
        }
    }

    /// <summary>Reminders of an appointment that stands, by the rules of today; the same rules again change nothing.</summary>
    /// <returns>How many are sent, or not sent, that were not before.</returns>
    public async Task<int> PlanRemindersAsync(NpgsqlTransaction transaction, AppointmentRow row, string interpreterNumber, CancellationToken cancellationToken)
    {
        var facts = await FactsAsync(row, cancellationToken) with { Interpreter = interpreterNumber };
        List<OutgoingMail> planned = [];
        foreach (var (person, side) in await SidesAsync(transaction, row, cancellationToken))
        {
            planned.AddRange(texts.Reminders(facts, person, side, clock.Now));
        }

        var changed = await mails.KeepRemindersAsync(transaction, $"appointment:{row.Id}:", [.. planned.Select(mail => mail.Cause)], cancellationToken);
        foreach (var reminder in planned)
        {
            changed += await mails.AddAsync(transaction, reminder, cancellationToken) ? 1 : 0;
        }

        return changed;
    }

    private static async Task<IEnumerable<(MailPerson Person, MailSide Side)>> SidesAsync(NpgsqlTransaction transaction, AppointmentRow row, CancellationToken cancellationToken)
    {
        var requester = await AddresseeStore.OfUserAsync(transaction, row.RequesterId, cancellationToken);
        var interpreter = row.InterpreterId is { } id ? await AddresseeStore.OfInterpreterAsync(transaction, id, cancellationToken) : [];
        return [.. requester.Select(person => (person, MailSide.Requester)), .. interpreter.Select(person => (person, MailSide.Interpreter))];
    }

    private async Task<AppointmentFacts> FactsAsync(AppointmentRow row, CancellationToken cancellationToken)
    {
        var unit = await units.RequireAsync(new UnitId(row.UnitId), cancellationToken);
        return new AppointmentFacts(row.Id, row.Version)
        {
            Start = row.StartsAt,
            End = row.EndsAt,
            Language = languages.NameOf(row.Language),
            Customer = unit.CustomerName,
            Unit = unit.Name,
            IsVideo = row.Modality == "video",
            Rules = rules.Rules,
            Link = address.Of($"/termine/{row.Id}"),
        };
    }
}
