using Dapper;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Mail;

/// <summary>What a sender takes for itself: so many due rows until a moment.</summary>
internal sealed record MailClaim(Guid By, DateTimeOffset Until)
{
    public required int AtMost { get; init; }

    /// <summary>The right side of message ids that are given now.</summary>
    public required string Domain { get; init; }
}

/// <summary>A row in the hands of a sender.</summary>
internal sealed record ClaimedMail
{
    public Guid Id { get; init; }

    public string Kind { get; init; } = "";

    public string? Address { get; init; }

    public string? RecipientName { get; init; }

    public string Subject { get; init; } = "";

    public string BodyText { get; init; } = "";

    public string BodyHtml { get; init; } = "";

    public string? Calendar { get; init; }

    public string? CalendarMethod { get; init; }

    public DateTimeOffset NotBefore { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>This one included.</summary>
    public int Attempts { get; init; }

    public string MessageId { get; init; } = "";
}

/// <summary>The table <c>mails</c> for the one that sends.</summary>
internal sealed class SenderStore(TenantScope scope)
{
    /// <summary>Marks what would come too late, and gives up what was due too long ago.</summary>
    public Task<int> CloseOverdueAsync(DateTimeOffset now, DateTimeOffset dueBefore, CancellationToken cancellationToken) => ExecuteAsync(
        """
        UPDATE mails
        SET state = CASE WHEN expires_at <= @now THEN 'expired' ELSE 'given_up' END,
          given_up_at = CASE WHEN expires_at <= @now THEN NULL ELSE @now END,
          last_error = CASE WHEN expires_at <= @now THEN last_error ELSE coalesce(last_error, 'too_old') END,
          claimed_by = NULL, claimed_until = NULL
        WHERE state = 'waiting'
          AND (expires_at <= @now OR not_before <= @dueBefore)
          AND (claimed_until IS NULL OR claimed_until <= @now)
        """,
        new { now, dueBefore },
        cancellationToken);

    /// <summary>Rows that another sender takes at this moment are passed over; those it has taken are its own until the lease ends. The longest due first.</summary>
    public async Task<IReadOnlyList<ClaimedMail>> ClaimAsync(MailClaim claim, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var rows = await staff.Connection.QueryAsync<ClaimedMail>(new CommandDefinition(
            """
            WITH due AS MATERIALIZED (
              SELECT id
              FROM mails
              WHERE state = 'waiting'
                AND next_attempt_at <= @now
                AND (claimed_until IS NULL OR claimed_until <= @now)
              ORDER BY next_attempt_at, id
              LIMIT @AtMost
              FOR UPDATE SKIP LOCKED)
            UPDATE mails m
            SET claimed_by = @By, claimed_until = @Until, attempts = m.attempts + 1,
              message_id = coalesce(m.message_id, replace(m.id::text, '-', '') || '@' || @Domain)
            FROM mails own
            LEFT JOIN users u ON u.id = own.recipient_id AND u.disabled_at IS NULL
            WHERE m.id IN (SELECT id FROM due)
              AND own.id = m.id
            RETURNING m.id, m.kind, coalesce(m.recipient_address, u.email) AS address, u.display_name AS recipient_name, m.subject, m.body_text, m.body_html,
              m.calendar, m.calendar_method, m.not_before, m.expires_at, m.attempts, m.message_id
            """,
            new { claim.By, claim.Until, claim.AtMost, claim.Domain, now },
            staff.Transaction,
            cancellationToken: cancellationToken));
        await staff.CommitAsync(cancellationToken);
        return [.. rows.OrderBy(row => row.NotBefore).ThenBy(row => row.Id)];
    }

    /// <summary>True whoever holds the row by now, and whatever was decided meanwhile: the server has taken it.</summary>
    public Task<int> NoteSentAsync(Guid id, DateTimeOffset sentAt, CancellationToken cancellationToken) => ExecuteAsync(
        """
        UPDATE mails
        SET state = 'sent', sent_at = @sentAt, given_up_at = NULL, last_error = NULL, claimed_by = NULL, claimed_until = NULL
        WHERE id = @id
          AND state <> 'sent'
        """,
        new { id, sentAt },
        cancellationToken);

    public Task<int> PostponeAsync(Guid id, Guid claim, DateTimeOffset until, string error) => ExecuteAsync(
        """
        UPDATE mails
        SET next_attempt_at = @until, last_error = @error, claimed_by = NULL, claimed_until = NULL
        WHERE id = @id
          AND claimed_by = @claim
          AND state = 'waiting'
        """,
        new { id, claim, until, error },
        CancellationToken.None);

    public Task<int> GiveUpAsync(Guid id, Guid claim, DateTimeOffset now, string error) => ExecuteAsync(
        """
        UPDATE mails
        SET state = 'given_up', given_up_at = @now, last_error = @error, claimed_by = NULL, claimed_until = NULL
        WHERE id = @id
          AND claimed_by = @claim
          AND state = 'waiting'
        """,
        new { id, claim, now, error },
        CancellationToken.None);

    /// <summary>Gives back what was not tried.</summary>
    public Task<int> ReleaseAsync(IEnumerable<Guid> ids, Guid claim) => ExecuteAsync(
        """
        UPDATE mails
        SET attempts = attempts - 1, claimed_by = NULL, claimed_until = NULL
        WHERE id = ANY (@ids)
          AND claimed_by = @claim
          AND state IN ('waiting', 'withdrawn')
        """,
        new { ids = ids.ToArray(), claim },
        CancellationToken.None);

    public async Task<int> CountDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        return await staff.Connection.ExecuteScalarAsync<int>(new CommandDefinition(
            """
            SELECT count(*)
            FROM mails
            WHERE state = 'waiting'
              AND not_before <= @now
            """,
            new { now },
            staff.Transaction,
            cancellationToken: cancellationToken));
    }

    private async Task<int> ExecuteAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var rows = await staff.Connection.ExecuteAsync(new CommandDefinition(sql, parameters, staff.Transaction, cancellationToken: cancellationToken));
        await staff.CommitAsync(cancellationToken);
        return rows;
    }
}
