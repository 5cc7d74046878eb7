using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Videodolmetschen.Server.Mail;

/// <summary>A connection to the mail server for some mails in a row, opened with the first of them.</summary>
internal sealed class SmtpLine(MailOptions options) : IAsyncDisposable
{
    private readonly SmtpClient _client = new() { CheckCertificateRevocation = options.CheckRevocation };

    /// <returns>Null when the server has taken the mail.</returns>
    /// <param name="message">To send.</param>
    /// <param name="cancellationToken">Ends the connecting only: a mail on its way is told to its end, or nobody would know whether it was taken.</param>
    public async Task<SendFailure?> SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await ConnectAsync(cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return SendFailure.WhileConnecting(failure);
        }

        try
        {
            using var limit = new CancellationTokenSource(options.SendWithin);
            await _client.SendAsync(message, limit.Token);
            return null;
        }
        catch (Exception failure)
        {
            return SendFailure.WhileSending(failure);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            using var limit = new CancellationTokenSource(options.ConnectWithin);
            await _client.DisconnectAsync(quit: true, limit.Token);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or MailKit.ProtocolException)
        {
            // Everything was answered; the farewell is a courtesy.
        }
        finally
        {
            _client.Dispose();
        }
    }

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        if (_client.IsConnected)
        {
            return;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.ConnectWithin);
        try
        {
            await _client.ConnectAsync(options.Host, options.Port, SocketOptions(), limit.Token);
            if (options.User.Length > 0)
            {
                await _client.AuthenticateAsync(options.User, options.Password, limit.Token);
            }
        }
        catch when (_client.IsConnected)
        {
            // Connected but not signed in: the next mail must not take it for a line.
            await _client.DisconnectAsync(quit: false, CancellationToken.None);
            throw;
        }
    }

    private SecureSocketOptions SocketOptions() => options.Security switch
    {
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.None,
    };
}
