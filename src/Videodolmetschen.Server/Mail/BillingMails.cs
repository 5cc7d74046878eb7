namespace Videodolmetschen.Server.Mail;

/// <summary>What interpreters are told about their pay, in German. Numbers and amounts, and nothing of what was interpreted.</summary>
internal static class BillingMails
{
    /// <summary>A Gutschrift counts only once it was handed over (§ 14 (2) UStG): the page has its files.</summary>
    public static OutgoingMail Issued(Guid id, string number, IReadOnlyList<MailFact> facts, MailPerson person, Uri page) => new(
        $"document:{id}:issued:{person.Id.Value}",
        MailKind.DocumentIssued,
        MailRecipient.Of(person.Id),
        new MailText(
            $"Ihre Gutschrift {number}",
            Greeting(person),
            [
                "wir haben Ihre Leistungen abgerechnet. Die Gutschrift und die XRechnung dazu können Sie herunterladen, und Sie sehen dort, wie jeder Betrag zustande kommt.",
                "Stimmt etwas nicht? Dann können Sie dort einzelne Positionen beanstanden oder der ganzen Gutschrift widersprechen.",
            ])
        {
            Facts = facts,
            Actions = [new("Gutschrift ansehen", page)],
        });

    /// <param name="of">The number of the Gutschrift that is taken back.</param>
    public static OutgoingMail Cancelled(Guid id, string of, IReadOnlyList<MailFact> facts, MailPerson person, Uri page) => new(
        $"document:{id}:issued:{person.Id.Value}",
        MailKind.DocumentCancelled,
        MailRecipient.Of(person.Id),
        new MailText(
            $"Ihre Gutschrift {of} ist storniert",
            Greeting(person),
            [$"wir haben die Gutschrift {of} zurückgenommen. Ihre Leistungen rechnen wir mit der nächsten Abrechnung neu ab; Sie müssen nichts tun."])
        {
            Facts = facts,
            Actions = [new("Abrechnung ansehen", page)],
        });

    /// <param name="accepted">With a correction, or that the service is not billed; else it was rejected.</param>
    public static OutgoingMail Answered(Guid dispute, bool accepted, IReadOnlyList<MailFact> facts, MailPerson person, Uri page) => new(
        $"dispute:{dispute}:answered:{person.Id.Value}",
        MailKind.DisputeAnswered,
        MailRecipient.Of(person.Id),
        new MailText(
            accepted ? "Ihr Einwand wurde angenommen" : "Ihr Einwand wurde abgelehnt",
            Greeting(person),
            ["über Ihren Einwand zu einer Position Ihrer Abrechnung ist entschieden. Die Begründung steht bei der Position."])
        {
            Facts = facts,
            Actions = [new("Antwort ansehen", page)],
        });

    private static string Greeting(MailPerson person) => $"Guten Tag {OneLine.Of(person.Name)},";
}
