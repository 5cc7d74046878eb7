using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Videodolmetschen.Server.Mail;

/// <summary>Why a mail was not taken: a code for the row and the log. What the server said names addresses and stays unsaid.</summary>
/// <param name="IsFinal">The same mail would be refused again.</param>
/// <param name="IsLineDown">No other mail would get through either.</param>
internal sealed record SendFailure(string Code, bool IsFinal = false, bool IsLineDown = false)
{
    public static SendFailure WhileConnecting(Exception failure) => new(CodeOf(failure), IsLineDown: true);

    public static SendFailure WhileSending(Exception failure) => new(CodeOf(failure), IsRefusalForGood(failure));

    /// <summary>
    /// Refusals of this recipient or this content are final. A refused sender or sign-in is about our own configuration: mails wait until
    /// somebody has mended it.
    /// </summary>
    private static bool IsRefusalForGood(Exception failure) => failure switch
    {
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted } refused => (int)refused.StatusCode is >= 500 and <= 599,
        ParseException or NotSupportedException => true,
        _ => false,
    };

    private static string CodeOf(Exception failure) => failure switch
    {
        SmtpCommandException refused => string.Create(CultureInfo.InvariantCulture, $"smtp_{(int)refused.StatusCode}"),
        AuthenticationException => "sign_in_refused",
        SslHandshakeException => "tls",
        NotSupportedException => "not_supported",
        OperationCanceledException or TimeoutException => "timeout",
        ParseException => "address_invalid",
        ProtocolException or IOException or SocketException or ServiceNotConnectedException => "no_connection",
        _ => "unexpected",
    };
}
