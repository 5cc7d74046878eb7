using Microsoft.Extensions.Options;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Server.Mail;

/// <summary>
/// What people are told about appointments and qualifications, in German. Each mail has its cause, so whoever calls twice mails once. All
/// links lead to pages that ask for a sign-in, and a page does nothing by being opened.
/// </summary>
internal sealed class AppointmentMails(IOptions<MailOptions> options)
{
    public OutgoingMail Confirmed(AppointmentFacts facts, MailPerson person, MailSide side) =>
        Write(facts, person, "confirmed", MailKind.AppointmentConfirmed, new MailText(
            $"Termin bestätigt: {Title(facts)}",
            Greeting(person),
            side == MailSide.Requester
                ? ["Ihr Termin ist bestätigt. Eine Dolmetscherin oder ein Dolmetscher ist für Sie eingeplant.", $"Der Raum öffnet {GermanTime.Span(facts.Rules.RoomOpensBefore)} vor Beginn. Den Termin für Ihren Kalender finden Sie im Anhang."]
                : ["danke für Ihre Zusage: Sie sind für diesen Termin fest eingeplant.", $"Der Raum öffnet {GermanTime.Span(facts.Rules.RoomOpensBefore)} vor Beginn. Bitte melden Sie sich dann bereit. Den Termin für Ihren Kalender finden Sie im Anhang."]))
        with { Calendar = Calendar(facts, person, CalendarMethod.Request), ExpiresAt = facts.End };

    /// <param name="facts">As they are now, with a higher sequence.</param>
    /// <param name="person">Who is told.</param>
    /// <param name="former">What was so before, as <see cref="GermanTime.Period"/> says it; null when the time has stayed.</param>
    public OutgoingMail Changed(AppointmentFacts facts, MailPerson person, string? former = null) =>
        Write(facts, person, "changed", MailKind.AppointmentChanged, new MailText(
            $"Termin geändert: {Title(facts)}",
            Greeting(person),
            [
                former is null ? "Ihr Termin wurde geändert. Es gelten jetzt diese Angaben:" : $"Ihr Termin wurde verlegt. Bisher galt: {former}. Es gelten jetzt diese Angaben:",
                "Der Kalendereintrag im Anhang ersetzt den bisherigen.",
            ]))
        with { Calendar = Calendar(facts, person, CalendarMethod.Request), ExpiresAt = facts.End };

    /// <param name="facts">With a higher sequence than the last confirmation or change.</param>
    /// <param name="person">Who is told.</param>
    /// <param name="reason">A German sentence from a list, such as <c>Der Auftraggeber hat abgesagt.</c>; never free text.</param>
    public OutgoingMail Cancelled(AppointmentFacts facts, MailPerson person, string? reason = null) =>
        Write(facts, person, "cancelled", MailKind.AppointmentCancelled, new MailText(
            $"Termin abgesagt: {Title(facts)}",
            Greeting(person),
            [.. new[] { "dieser Termin findet nicht statt.", reason, "Der Kalendereintrag im Anhang entfernt ihn aus Ihrem Kalender." }.OfType<string>()]))
        with { Calendar = Calendar(facts, person, CalendarMethod.Cancel) };

    /// <summary>Those reminders that are still ahead, by the rules.</summary>
    public IEnumerable<OutgoingMail> Reminders(AppointmentFacts facts, MailPerson person, MailSide side, DateTimeOffset now) =>
        AppointmentReminder.Of(facts.Slot, facts.Rules).Where(reminder => reminder.From > now).Select(reminder => Reminder(facts, person, side, reminder));

    /// <param name="facts">What is asked for.</param>
    /// <param name="person">The interpreter.</param>
    /// <param name="links">The pages that accept and decline at a press.</param>
    /// <param name="answerBy">When the question goes on to the next.</param>
    public static OutgoingMail Question(AppointmentFacts facts, MailPerson person, (Uri Yes, Uri No) links, DateTimeOffset answerBy) =>
        Write(facts, person, "question", MailKind.AppointmentQuestion, new MailText(
            $"Anfrage für einen Termin: {Title(facts)}",
            Greeting(person),
            ["können Sie diesen Termin übernehmen?", $"Bitte antworten Sie bis {GermanTime.Moment(answerBy)}. Eine Absage hat keine Nachteile für Sie. Ist der Termin vorher vergeben, sehen Sie das auf der Seite."])
        {
            Actions = [new("Ja, ich übernehme", links.Yes), new("Nein, ich kann nicht", links.No)],
        })
        with { ExpiresAt = answerBy };

    /// <param name="facts">What is not covered.</param>
    /// <param name="person">Of the Disposition.</param>
    /// <param name="isRed">A day before the start or less; else three days.</param>
    public static OutgoingMail Uncovered(AppointmentFacts facts, MailPerson person, bool isRed) =>
        Write(facts, person, isRed ? "uncovered-red" : "uncovered-yellow", MailKind.AppointmentUncovered, new MailText(
            $"{(isRed ? "Dringend: " : "")}Termin ohne Besetzung: {Title(facts)}",
            Greeting(person),
            [isRed ? "dieser Termin beginnt in weniger als einem Tag und hat noch niemanden, der dolmetscht." : "dieser Termin beginnt in wenigen Tagen und hat noch niemanden, der dolmetscht.", "Bitte teilen Sie jemanden ein oder sprechen Sie mit der Dienststelle."]))
        with { ExpiresAt = facts.Start };

    /// <param name="qualification">Its id, and its name such as <c>Allgemeine Beeidigung (Tigrinya)</c>.</param>
    /// <param name="validUntil">The last valid day in Berlin.</param>
    /// <param name="days">How long before: 60 or 14.</param>
    /// <param name="person">The interpreter.</param>
    /// <param name="link">The page of the qualifications.</param>
    public static OutgoingMail QualificationExpiring((Guid Id, string Name) qualification, DateOnly validUntil, int days, MailPerson person, Uri link) => new(
        $"qualification:{qualification.Id}:{validUntil:yyyy-MM-dd}:expires-{days}d:{person.Id.Value}",
        MailKind.QualificationExpiring,
        new MailRecipient(person.Id, null),
        new MailText(
            $"Ihr Nachweis läuft in {days} Tagen ab",
            Greeting(person),
            [$"Ihr Nachweis gilt noch bis einschließlich {GermanTime.Day(validUntil)}. Danach können wir Ihnen keine Einsätze mehr anbieten, die ihn voraussetzen.", "Bitte reichen Sie rechtzeitig einen neuen ein."])
        {
            Facts = [new("Nachweis", qualification.Name), new("Gültig bis", GermanTime.Day(validUntil))],
            Actions = [new("Nachweise ansehen", link)],
        });

    private OutgoingMail Reminder(AppointmentFacts facts, MailPerson person, MailSide side, AppointmentReminder reminder)
    {
        var when = GermanTime.Ahead(reminder.Before);
        string[] sentence = [$"{when} beginnt Ihr Termin.", .. RoomSentence(facts.Rules, side, reminder.Before)];
        return Write(facts, person, $"reminder-{reminder.Key}", MailKind.AppointmentReminder, new MailText(
            $"{char.ToUpperInvariant(when[0])}{when[1..]}: {Title(facts)}", Greeting(person), [string.Join(' ', sentence)]))
        with { Calendar = Calendar(facts, person, CalendarMethod.Request), NotBefore = reminder.From, ExpiresAt = reminder.Until };
    }

    /// <summary>Days before, the room is nobody's concern yet.</summary>
    private static IEnumerable<string> RoomSentence(AppointmentRules rules, MailSide side, TimeSpan before) => before switch
    {
        _ when before >= TimeSpan.FromDays(1) => [],
        _ when before > rules.RoomOpensBefore => [$"Der Raum öffnet {GermanTime.Span(rules.RoomOpensBefore)} vorher."],
        _ when side == MailSide.Interpreter => ["Der Raum ist offen: Bitte melden Sie sich jetzt bereit."],
        _ => ["Der Raum ist offen: Sie können eintreten und Ton und Bild prüfen."],
    };

    private static OutgoingMail Write(AppointmentFacts facts, MailPerson person, string step, MailKind kind, MailText text) => new(
        $"{facts.Causes}{step}:{person.Id.Value}",
        kind,
        MailRecipient.Of(person.Id),
        text with
        {
            Facts =
            [
                new("Wann", GermanTime.Period(facts.Start, facts.End)),
                new("Sprache", facts.Language),
                new("Art", facts.Modality),
                new("Auftraggeber", facts.Customer),
                new("Dienststelle", facts.Unit),
                .. facts.Interpreter is { } number ? [new MailFact("Dolmetscher/in", number)] : Array.Empty<MailFact>(),
            ],
            Actions = text.Actions.Count > 0 ? text.Actions : [new("Termin ansehen", facts.Link)],
        });

    private CalendarInvitation Calendar(AppointmentFacts facts, MailPerson person, CalendarMethod method) =>
        new(CalendarInvitation.UidOf(facts.Id), facts.Sequence, method)
        {
            Start = facts.Start,
            End = facts.End,
            Summary = $"Dolmetschen: {facts.Language} ({facts.Modality})",
            Description = $"Der Raum öffnet {GermanTime.Span(facts.Rules.RoomOpensBefore)} vor Beginn:\n{facts.Link.AbsoluteUri}",
            Url = facts.Link,
            Organizer = new CalendarPerson(options.Value.FromName, options.Value.FromAddress.Length > 0 ? options.Value.FromAddress : "termine@localhost"),
            Attendee = new CalendarPerson(person.Name, person.Address),
            Alarm = facts.Rules.RoomOpensBefore,
        };

    private static string Title(AppointmentFacts facts) => $"{facts.Language}, {GermanTime.Short(facts.Start)}";

    private static string Greeting(MailPerson person) => $"Guten Tag {OneLine.Of(person.Name)},";
}
