using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using MimeKit;
using Npgsql;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Hosting;
using Videodolmetschen.Server.Jobs;

namespace Videodolmetschen.Server.Mail;

/// <summary>
/// Sends what is due. At least once: a process that dies between the server's yes and the row sends again, with the same message id and,
/// for calendars, the same UID and SEQUENCE.
/// </summary>
internal sealed partial class SendMailJob(
    SenderStore store, MailMeters meters, SteadyClock clock, IOptions<MailOptions> configured, ILogger<SendMailJob> logger)
    : IBackgroundJob
{
    private readonly MailOptions _options = configured.Value;

    /// <summary>Taken by the server while the database was away: noted before anything else is sent.</summary>
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _unnoted = new();

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (!_options.Sends)
        {
            return 0;
        }

        var changed = 0;
        foreach (var (id, sentAt) in _unnoted)
        {
            changed += await store.NoteSentAsync(id, sentAt, cancellationToken);
            _unnoted.TryRemove(id, out _);
        }

        await using (var line = new SmtpLine(_options))
        {
            int settled;
            do
            {
                changed += await store.CloseOverdueAsync(clock.Now, clock.Now - _options.GiveUpAfter, cancellationToken);
                settled = await SendBatchAsync(line, cancellationToken);
                changed += settled;
            }
            while (settled > 0);
        }

        meters.Waits(await store.CountDueAsync(clock.Now, cancellationToken));
        return changed;
    }

    /// <returns>How many rows were settled; 0 ends the run: nothing is due, or the line is down.</returns>
    private async Task<int> SendBatchAsync(SmtpLine line, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var claim = new MailClaim(Guid.CreateVersion7(), now + _options.Lease) { AtMost = _options.BatchAtMost, Domain = _options.FromAddress[(_options.FromAddress.LastIndexOf('@') + 1)..] };
        var left = new Queue<ClaimedMail>(await store.ClaimAsync(claim, now, cancellationToken));
        var settled = 0;
        try
        {
            while (left.TryPeek(out var mail) && IsInTime(mail, claim) && !cancellationToken.IsCancellationRequested)
            {
                var failure = await SendAsync(line, mail, cancellationToken);
                left.Dequeue();
                settled += await SettleAsync(mail, claim.By, failure);
                if (failure is { IsLineDown: true })
                {
                    return 0;
                }
            }

            return settled;
        }
        finally
        {
            await ReleaseAsync(left, claim.By);
        }
    }

    /// <summary>A slow server must not carry a mail beyond the lease, where another sender would take it too, or beyond its use.</summary>
    private bool IsInTime(ClaimedMail mail, MailClaim claim) =>
        clock.Now + _options.ConnectWithin + _options.SendWithin < claim.Until && (mail.ExpiresAt is not { } end || clock.Now < end);

    private async Task<SendFailure?> SendAsync(SmtpLine line, ClaimedMail mail, CancellationToken cancellationToken)
    {
        if (mail.Address is null)
        {
            return new SendFailure("no_recipient", IsFinal: true);
        }

        // Only a sender that died with it in its hands leaves such a row.
        if (mail.Attempts > _options.AttemptsAtMost)
        {
            return new SendFailure("too_many_attempts", IsFinal: true);
        }

        try
        {
            using var message = Letter.Of(mail, _options, clock.Now);
            return await line.SendAsync(message, cancellationToken);
        }
        catch (Exception unwritable) when (unwritable is ParseException or ArgumentException)
        {
            return SendFailure.WhileSending(unwritable);
        }
    }

    private async Task<int> SettleAsync(ClaimedMail mail, Guid claim, SendFailure? failure)
    {
        if (failure is null)
        {
            CrashPoint.Reach("mail_taken");
            meters.Sent(mail.Kind);
            return await NoteSentAsync(mail.Id);
        }

        var now = clock.Now;
        var isGivenUp = failure.IsFinal || mail.Attempts >= _options.AttemptsAtMost || now >= mail.NotBefore + _options.GiveUpAfter;
        meters.Failed(failure.Code, isGivenUp);
        if (isGivenUp)
        {
            LogGivenUp(mail.Id, failure.Code, mail.Attempts);
            return await store.GiveUpAsync(mail.Id, claim, now, failure.Code);
        }

        LogFailed(mail.Id, failure.Code, mail.Attempts);
        return await store.PostponeAsync(mail.Id, claim, now + Delay(mail.Attempts), failure.Code);
    }

    private async Task<int> NoteSentAsync(Guid id)
    {
        var sentAt = clock.Now;
        try
        {
            return await store.NoteSentAsync(id, sentAt, CancellationToken.None);
        }
        catch (NpgsqlException)
        {
            _unnoted[id] = sentAt;
            throw;
        }
    }

    private TimeSpan Delay(int attempts)
    {
        var doubled = _options.RetryAfter * Math.Pow(2, Math.Min(attempts - 1, 20));
        return doubled < _options.RetryAtMost ? doubled : _options.RetryAtMost;
    }

    /// <summary>Where the database is away, too, the lease does it.</summary>
    private async Task ReleaseAsync(Queue<ClaimedMail> left, Guid claim)
    {
        if (left.Count == 0)
        {
            return;
        }

        try
        {
            await store.ReleaseAsync(left.Select(mail => mail.Id), claim);
        }
        catch (NpgsqlException failure)
        {
            LogKept(failure.SqlState, left.Count);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Mail} was not taken: {Error} (attempt {Attempt}); it is tried again")]
    private partial void LogFailed(Guid mail, string error, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {Mail} is given up: {Error} (attempt {Attempt}); the outbox can send it again")]
    private partial void LogGivenUp(Guid mail, string error, int attempt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is away ({SqlState}); {Count} mails wait for the end of their lease")]
    private partial void LogKept(string? sqlState, int count);
}
