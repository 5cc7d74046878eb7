using Dapper;
using Npgsql;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Mail;

/// <summary>The table <c>mails</c> for those who have something to say: a mail is written in the transaction of what it tells, and a job sends it.</summary>
internal sealed class MailStore(SteadyClock clock)
{
    /// <returns>False when this cause was mailed before, or will be.</returns>
    public async Task<bool> AddAsync(NpgsqlTransaction transaction, OutgoingMail mail, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var added = await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO mails (id, cause, kind, recipient_id, recipient_address, subject, body_text, body_html, calendar, calendar_method,
              created_at, not_before, next_attempt_at, expires_at)
            VALUES (@id, @Cause, @kind, @user, @Address, @subject, @text, @html, @calendar, @method, @now, @notBefore, @notBefore, @ExpiresAt)
            ON CONFLICT DO NOTHING
            """,
            new
            {
                id = Guid.CreateVersion7(),
                mail.Cause,
                kind = SnakeCase.Of(mail.Kind),
                user = mail.Recipient.User?.Value,
                mail.Recipient.Address,
                subject = OneLine.Of(mail.Text.Subject),
                text = MailLayout.Text(mail.Text),
                html = MailLayout.Html(mail.Text),
                calendar = mail.Calendar is { } invitation ? CalendarText.Of(invitation, now) : null,
                method = SnakeCase.Of(mail.Calendar?.Method),
                now,
                notBefore = mail.NotBefore ?? now,
                mail.ExpiresAt,
            },
            transaction,
            cancellationToken: cancellationToken));
        return added == 1;
    }

    /// <summary>
    /// Takes back what waits, as the reminders of an appointment that was cancelled. Needs the staff's scope. A mail that a sender
    /// holds at this moment may still go out, and then counts as sent.
    /// </summary>
    /// <param name="transaction">In the staff's scope.</param>
    /// <param name="causes">How their causes begin.</param>
    /// <param name="cancellationToken">Of the caller.</param>
    /// <exception cref="InvalidOperationException">The scope is a customer's, which sees no mail: nothing would be taken back, unnoticed.</exception>
    public static async Task<int> WithdrawAsync(NpgsqlTransaction transaction, string causes, CancellationToken cancellationToken)
    {
        if (!await transaction.Connection!.ExecuteScalarAsync<bool>(new CommandDefinition("SELECT app_is_staff()", transaction: transaction, cancellationToken: cancellationToken)))
        {
            throw new InvalidOperationException("Mails are taken back in the staff's scope.");
        }

        return await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            UPDATE mails
            SET state = 'withdrawn'
            WHERE starts_with(cause, @causes)
              AND state = 'waiting'
            """,
            new { causes },
            transaction,
            cancellationToken: cancellationToken));
    }

    /// <summary>
    /// Of the reminders that are still ahead, takes back all but the planned, and lets those wait again that were taken back before and are
    /// planned now. What is due already is left alone: it may be on its way. Needs the staff's scope.
    /// </summary>
    /// <param name="transaction">In the staff's scope.</param>
    /// <param name="causes">How the causes of the appointment begin.</param>
    /// <param name="planned">The causes of what is to be sent.</param>
    /// <param name="cancellationToken">Of the caller.</param>
    public async Task<int> KeepRemindersAsync(NpgsqlTransaction transaction, string causes, string[] planned, CancellationToken cancellationToken) =>
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            UPDATE mails
            SET state = CASE WHEN cause = ANY (@planned) THEN 'waiting' ELSE 'withdrawn' END
            WHERE starts_with(cause, @causes)
              AND kind = 'appointment_reminder'
              AND not_before > @now
              AND state = CASE WHEN cause = ANY (@planned) THEN 'withdrawn' ELSE 'waiting' END
            """,
            new { causes, planned, now = clock.Now },
            transaction,
            cancellationToken: cancellationToken));
}
