using Videodolmetschen.Domain.Retention;

namespace Videodolmetschen.Server.Retention;

/// <summary>The SQL of classes about what was once written down, and about whoever has left.</summary>
internal static class FormerRowsStore
{
    /// <summary>Neither is an address or a name of anybody.</summary>
    private const string NoAddress = "@geloescht.invalid";

    private const string OfSubject = $"t.subject IN ('interpreter:' || h.interpreter_id, 'customer:' || h.customer_id) OR EXISTS (SELECT FROM users u WHERE u.id = t.actor AND ({DueRowsStore.OfUser}))";

    /// <summary>Events are written in the order of their time, but for a clock that was put right, and no decision shall pay for an index of it: so looking ends two days behind what is due.</summary>
    private const string AmongTheOldest = "t.id < coalesce((SELECT id FROM dispatch_events WHERE at >= @before + interval '2 days' ORDER BY id LIMIT 1), 9223372036854775807)";

    public static DueRows Of(RetentionKind kind) => kind switch
    {
        RetentionKind.DispatchEvents => new("dispatch_events t", "t.at", "h.customer_id = t.customer_id OR h.interpreter_id = t.subject_id", DueRowsStore.Gone("dispatch_events")) { Only = AmongTheOldest },
        RetentionKind.StandbyOffers => new(
            "standby_takes t", "upper(t.during)", "h.interpreter_id = t.interpreter_id", "gone AS (DELETE FROM standby_takes WHERE ctid IN (SELECT id FROM due) RETURNING ctid AS id)")
        {
            Id = "t.ctid",
            Only = "t.state NOT IN ('accepted', 'served')",
        },
        RetentionKind.StandbyShifts => new(
            "standby_shifts t",
            "t.ends_at",
            "EXISTS (SELECT FROM standby_takes k WHERE k.shift_id = t.id AND k.interpreter_id = h.interpreter_id)",
            "takes AS (DELETE FROM standby_takes WHERE shift_id IN (SELECT id FROM due)), " + DueRowsStore.Gone("standby_shifts"))
        {
            Only = "NOT EXISTS (SELECT FROM standby_takes k WHERE k.shift_id = t.id AND k.state = 'accepted')",
        },
        RetentionKind.Certificates => new("interpreters t", "t.left_at", "h.interpreter_id = t.id", Certificates) { Only = HasCertificates },
        RetentionKind.FormerInterpreters => new(
            "interpreters t",
            "t.left_at",
            "h.interpreter_id = t.id",
            "gone AS (UPDATE interpreters SET display_name = number, gender = 'diverse' WHERE id IN (SELECT id FROM due) RETURNING id)")
        {
            Only = "t.display_name <> t.number",
        },
        RetentionKind.FormerAccounts => new("users t", "t.disabled_at", "h.customer_id = t.customer_id OR h.interpreter_id = t.interpreter_id", Accounts) { Only = $"t.email NOT LIKE '%{NoAddress}'" },
        RetentionKind.AuditEntries => new("audit_entries t", "t.at", OfSubject, DueRowsStore.Gone("audit_entries")) { Only = "NOT is_change_of_rules(t.action)" },
        RetentionKind.RuleChanges => new("audit_entries t", "t.at", OfSubject, DueRowsStore.Gone("audit_entries")) { Only = "is_change_of_rules(t.action)" },
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private const string HasCertificates =
        """
        (t.section_203_until IS NOT NULL
            OR EXISTS (SELECT FROM interpreter_languages c WHERE c.interpreter_id = t.id)
            OR EXISTS (SELECT FROM oaths c WHERE c.interpreter_id = t.id)
            OR EXISTS (SELECT FROM interpreter_fields c WHERE c.interpreter_id = t.id)
            OR EXISTS (SELECT FROM availability_windows c WHERE c.interpreter_id = t.id)
            OR EXISTS (SELECT FROM interpreter_preferences c WHERE c.interpreter_id = t.id)
            OR EXISTS (SELECT FROM allowed_interpreters c WHERE c.interpreter_id = t.id)
            OR EXISTS (SELECT FROM conflicts c WHERE c.interpreter_id = t.id))
        """;

    private const string Certificates =
        """
        a AS (DELETE FROM interpreter_languages WHERE interpreter_id IN (SELECT id FROM due)),
        b AS (DELETE FROM oaths WHERE interpreter_id IN (SELECT id FROM due)),
        c AS (DELETE FROM interpreter_fields WHERE interpreter_id IN (SELECT id FROM due)),
        d AS (DELETE FROM availability_windows WHERE interpreter_id IN (SELECT id FROM due)),
        e AS (DELETE FROM interpreter_preferences WHERE interpreter_id IN (SELECT id FROM due)),
        f AS (DELETE FROM allowed_interpreters WHERE interpreter_id IN (SELECT id FROM due)),
        g AS (DELETE FROM conflicts WHERE interpreter_id IN (SELECT id FROM due)),
        gone AS (UPDATE interpreters SET section_203_until = NULL WHERE id IN (SELECT id FROM due) RETURNING id)
        """;

    private const string Accounts =
        $"""
        a AS (DELETE FROM user_roles WHERE user_id IN (SELECT id FROM due)),
        b AS (DELETE FROM user_claims WHERE user_id IN (SELECT id FROM due)),
        c AS (DELETE FROM user_logins WHERE user_id IN (SELECT id FROM due)),
        d AS (DELETE FROM user_tokens WHERE user_id IN (SELECT id FROM due)),
        gone AS (
          UPDATE users
          SET user_name = id || '{NoAddress}', normalized_user_name = upper(id || '{NoAddress}'), email = id || '{NoAddress}', normalized_email = upper(id || '{NoAddress}'),
            email_confirmed = false, display_name = 'Ehemaliges Konto', password_hash = NULL, two_factor_enabled = false,
            security_stamp = gen_random_uuid()::text, concurrency_stamp = gen_random_uuid()::text
          WHERE id IN (SELECT id FROM due)
          RETURNING id)
        """;
}
