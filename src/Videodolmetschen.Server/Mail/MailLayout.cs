using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Videodolmetschen.Server.Mail;

/// <summary>
/// One German layout in two forms. Styles stand at the elements, as mail programs want it; nothing is loaded from anywhere; programs
/// with a dark look may turn the colours around.
/// </summary>
internal static class MailLayout
{
    private const string Font = "font-family:'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5;";
    private const string Cell = "padding:6px 16px 6px 0;text-align:left;vertical-align:top;";
    private const string Button = "display:inline-block;margin:0 8px 8px 0;padding:12px 20px;border-radius:6px;background:#1a3a8f;color:#ffffff;text-decoration:none;font-weight:600;";

    private const string Dark =
        """
        @media (prefers-color-scheme: dark) {
          body, .sheet { background: #14161f !important; color: #f0f1f5 !important; }
          .button { background: #a9bdf5 !important; color: #10131d !important; }
          .link { color: #a9bdf5 !important; }
        }
        """;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Text(MailText mail)
    {
        var text = new StringBuilder();
        text.Append(mail.Greeting).Append("\n\n");
        foreach (var paragraph in mail.Paragraphs)
        {
            text.Append(paragraph).Append("\n\n");
        }

        foreach (var fact in mail.Facts)
        {
            text.Append(fact.Label).Append(": ").Append(fact.Value).Append('\n');
        }

        text.Append(mail.Facts.Count > 0 ? "\n" : "");
        foreach (var action in mail.Actions)
        {
            text.Append(action.Label).Append(":\n").Append(action.Url.AbsoluteUri).Append("\n\n");
        }

        return text.Append(mail.Closing).Append('\n').ToString();
    }

    public static string Html(MailText mail)
    {
        var subject = Escape(OneLine.Of(mail.Subject));
        return $"""
            <!DOCTYPE html>
            <html lang="de">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <title>{subject}</title>
            <style>
            {Dark}
            </style>
            </head>
            <body style="margin:0;padding:0;background:#ffffff;color:#171a2b;{Font}">
            <div class="sheet" style="max-width:600px;margin:0 auto;padding:24px;background:#ffffff;color:#171a2b;{Font}">
            <h1 style="margin:0 0 16px;font-size:22px;line-height:1.3;">{subject}</h1>
            {Paragraph(mail.Greeting)}{string.Concat(mail.Paragraphs.Select(Paragraph))}{Facts(mail.Facts)}{string.Concat(mail.Actions.Select(Action))}{Paragraph(mail.Closing)}</div>
            </body>
            </html>

            """;
    }

    private static string Paragraph(string text) =>
        $"<p style=\"margin:0 0 16px;\">{string.Join("<br>", text.ReplaceLineEndings("\n").Split('\n').Select(Escape))}</p>\n";

    private static string Facts(IReadOnlyList<MailFact> facts) => facts.Count == 0
        ? ""
        : $"<table style=\"margin:0 0 16px;border-collapse:collapse;{Font}\">\n{string.Concat(facts.Select(Row))}</table>\n";

    private static string Row(MailFact fact) =>
        $"<tr><th scope=\"row\" style=\"{Cell}font-weight:600;\">{Escape(fact.Label)}</th><td style=\"{Cell}\">{Escape(fact.Value)}</td></tr>\n";

    /// <summary>The address is shown as well, for programs that show no buttons and for people who want to see where it leads.</summary>
    private static string Action(MailAction action)
    {
        var address = Escape(action.Url.AbsoluteUri);
        return $"""
            <p style="margin:0 0 16px;"><a class="button" href="{address}" style="{Button}">{Escape(action.Label)}</a><br>
            <a class="link" href="{address}" style="color:#1a3a8f;font-size:14px;word-break:break-all;">{address}</a></p>

            """;
    }

    private static string Escape(string text) => Encoder.Encode(text);
}
