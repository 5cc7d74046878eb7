namespace Videodolmetschen.Server.Mail;

internal sealed record MailFact(string Label, string Value);

/// <summary>A link as a button. It opens a page and does nothing by itself: filters of mail servers follow links, too.</summary>
internal sealed record MailAction(string Label, Uri Url);

/// <summary>What a mail says; <see cref="MailLayout"/> makes both its forms from it.</summary>
/// <param name="Subject">One line; at most 200 characters are kept.</param>
internal sealed record MailText(string Subject, string Greeting, IReadOnlyList<string> Paragraphs)
{
    public const string UsualClosing = "Freundliche Grüße\nIhre Disposition";

    public IReadOnlyList<MailFact> Facts { get; init; } = [];

    public IReadOnlyList<MailAction> Actions { get; init; } = [];

    public string Closing { get; init; } = UsualClosing;
}
