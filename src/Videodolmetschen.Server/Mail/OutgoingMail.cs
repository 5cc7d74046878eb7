using Videodolmetschen.Domain;

namespace Videodolmetschen.Server.Mail;

/// <summary>What a mail is about; in snake_case in the table and on the wire.</summary>
internal enum MailKind
{
    AppointmentConfirmed,
    AppointmentChanged,
    AppointmentCancelled,
    AppointmentReminder,
    AppointmentQuestion,
    AppointmentUncovered,
    QualificationExpiring,
    DocumentIssued,
    DocumentCancelled,
    DisputeAnswered,
    BudgetThreshold,
}

/// <summary>An account, whose address is read at the moment of sending, or an address without one, or both: then the address is taken.</summary>
internal sealed record MailRecipient(UserId? User, string? Address)
{
    public static MailRecipient Of(UserId user) => new(user, null);

    public static MailRecipient Of(string address) => new(null, address);
}

/// <summary>A mail to be written into the table. Nothing of the end user may be in it.</summary>
/// <param name="Cause">What it is about and whom it is for, such as <c>appointment:…:reminder-1d:…</c>; the same cause is never mailed twice.</param>
internal sealed record OutgoingMail(string Cause, MailKind Kind, MailRecipient Recipient, MailText Text)
{
    public CalendarInvitation? Calendar { get; init; }

    /// <summary>Null: at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>From then on it would come too late and is not sent any more.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
