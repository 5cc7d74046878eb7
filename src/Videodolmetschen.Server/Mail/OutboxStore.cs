using Dapper;
using Videodolmetschen.Domain;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Mail;

internal enum MailState
{
    Waiting,
    Sent,
    GivenUp,
    Expired,
    Withdrawn,
}

/// <summary>A mail in the list.</summary>
/// <param name="To">The address; of an account, the one that it has now.</param>
/// <param name="Error">The code of the last failure.</param>
internal sealed record MailRow(
    Guid Id,
    string Kind,
    string? To,
    string Subject,
    string State,
    DateTimeOffset CreatedAt,
    DateTimeOffset NotBefore,
    DateTimeOffset? ExpiresAt,
    int Attempts,
    DateTimeOffset NextAttemptAt,
    DateTimeOffset? SentAt,
    DateTimeOffset? GivenUpAt,
    string? Error);

/// <summary>What would be, or was, sent.</summary>
/// <param name="Calendar">As iCalendar, or null.</param>
/// <param name="CalendarMethod"><c>request</c> or <c>cancel</c>.</param>
internal sealed record MailContent(Guid Id, string Text, string Html, string? Calendar, string? CalendarMethod, string? MessageId);

internal sealed record MailCount(string State, int Count);

/// <summary>The table <c>mails</c> for the page that shows it.</summary>
internal sealed class OutboxStore(TenantScope scope, AuditStore audit)
{
    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<MailRow>> ReadAsync(string? state, int offset, int limit, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var rows = await staff.Connection.QueryAsync<MailRow>(new CommandDefinition(
            """
            SELECT m.id, m.kind, coalesce(m.recipient_address, u.email) AS "to", m.subject, m.state, m.created_at, m.not_before, m.expires_at, m.attempts,
              m.next_attempt_at, m.sent_at, m.given_up_at, m.last_error AS error
            FROM mails m
            LEFT JOIN users u ON u.id = m.recipient_id
            WHERE @state::text IS NULL OR m.state = @state
            ORDER BY m.created_at DESC, m.id DESC
            OFFSET @offset
            LIMIT @limit
            """,
            new { state, offset, limit },
            staff.Transaction,
            cancellationToken: cancellationToken));
        return [.. rows];
    }

    public async Task<IReadOnlyList<MailCount>> CountAsync(CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var rows = await staff.Connection.QueryAsync<MailCount>(new CommandDefinition(
            """
            SELECT state, count(*)::integer AS count
            FROM mails
            GROUP BY state
            """,
            transaction: staff.Transaction,
            cancellationToken: cancellationToken));
        return [.. rows];
    }

    /// <returns>Null when there is no such mail.</returns>
    public async Task<MailContent?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        return await staff.Connection.QuerySingleOrDefaultAsync<MailContent>(new CommandDefinition(
            """
            SELECT id, body_text AS text, body_html AS html, calendar, calendar_method, message_id
            FROM mails
            WHERE id = @id
            """,
            new { id },
            staff.Transaction,
            cancellationToken: cancellationToken));
    }

    /// <summary>Lets a mail that was given up wait again, as if it were new.</summary>
    /// <exception cref="DomainException">It does not exist, was not given up, or would come too late.</exception>
    public async Task SendAgainAsync(Guid id, UserId by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var changed = await staff.Connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE mails
            SET state = 'waiting', given_up_at = NULL, last_error = NULL, attempts = 0, not_before = @now, next_attempt_at = @now
            WHERE id = @id
              AND state = 'given_up'
              AND (expires_at IS NULL OR expires_at > @now)
            """,
            new { id, now },
            staff.Transaction,
            cancellationToken: cancellationToken));
        if (changed == 0)
        {
            var exists = await staff.Connection.ExecuteScalarAsync<bool>(new CommandDefinition(
                "SELECT EXISTS (SELECT FROM mails WHERE id = @id)", new { id }, staff.Transaction, cancellationToken: cancellationToken));
            throw new DomainException(exists ? ErrorCode.MailNotResendable : ErrorCode.NotFound);
        }

        await audit.AddAsync(staff.Transaction, new AuditEntry(by, "mail.sent_again", $"mail:{id}"), cancellationToken);
        await staff.CommitAsync(cancellationToken);
    }
}
