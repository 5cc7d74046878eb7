using System.Text;
using MimeKit;

namespace Videodolmetschen.Server.Mail;

/// <summary>A row as a message (RFC 5322). Twice written it is the same message: same id, same parts.</summary>
internal static class Letter
{
    public static MimeMessage Of(ClaimedMail mail, MailOptions options, DateTimeOffset now)
    {
        var message = new MimeMessage { MessageId = mail.MessageId, Subject = OneLine.Of(mail.Subject), Date = now };
        message.From.Add(new MailboxAddress(OneLine.Of(options.FromName), options.FromAddress));
        message.To.Add(Recipient(mail));
        if (options.ReplyTo.Length > 0)
        {
            message.ReplyTo.Add(new MailboxAddress("", options.ReplyTo));
        }

        // Nobody's absence note answers a machine (RFC 3834).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add(HeaderId.ContentLanguage, "de");
        message.Body = Body(mail);
        return message;
    }

    private static MailboxAddress Recipient(ClaimedMail mail)
    {
        var address = MailboxAddress.Parse(mail.Address ?? "");
        return new MailboxAddress(OneLine.Of(mail.RecipientName ?? ""), address.Address);
    }

    /// <summary>
    /// Mail programs with a calendar take the alternative with its method (RFC 6047); the file is for the others. Outlook wants the
    /// calendar as the last alternative.
    /// </summary>
    private static Multipart Body(ClaimedMail mail)
    {
        var alternatives = new MultipartAlternative
        {
            new TextPart("plain") { Text = mail.BodyText, ContentTransferEncoding = ContentEncoding.QuotedPrintable },
            new TextPart("html") { Text = mail.BodyHtml, ContentTransferEncoding = ContentEncoding.QuotedPrintable },
        };
        if (mail.Calendar is not { } calendar)
        {
            return alternatives;
        }

        var invitation = new TextPart("calendar") { Text = calendar, ContentTransferEncoding = ContentEncoding.Base64 };
        invitation.ContentType.Parameters.Add("method", mail.CalendarMethod!.ToUpperInvariant());
        alternatives.Add(invitation);
        var file = new MimePart("application", "ics")
        {
            Content = new MimeContent(new MemoryStream(Encoding.UTF8.GetBytes(calendar))),
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
            ContentTransferEncoding = ContentEncoding.Base64,
            FileName = "termin.ics",
        };
        return new Multipart("mixed") { alternatives, file };
    }
}
