using Videodolmetschen.Domain.Retention;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Retention;

/// <summary>One row of each class, with the start of its period at a given instant, and all that hangs on it.</summary>
internal sealed record PlantedPast(Stage Stage, Guid Interpreter, Guid Requester)
{
    private const string Appointment =
        """
        INSERT INTO appointments (id, key, customer_id, unit_id, requester_id, language, field, modality, priority, needs_section_203, requirements, wishes,
          own_reference, starts_at, ends_at, booked_at, answer_by, asks_all, state, interpreter_id, ended_at)
        VALUES (@id, @id, @customer, @unit, @requester, 'kmr', 'health', 'video', 'normal', true, '[]', '[]',
          'AZ 1', @at - interval '1 h', @at, @at - interval '9 d', @at - interval '8 d', false, 'held', @interpreter, @at);
        INSERT INTO appointment_asks (id, appointment_id, interpreter_id, rank, reasons, asked_at, answer_by, link_hash, state, answered_at)
        VALUES (@id, @id, @interpreter, 1, '[]', @at - interval '9 d', @at - interval '8 d', encode(sha256(@id::text::bytea), 'hex'), 'accepted', @at - interval '9 d');
        """;

    private const string Conversation =
        """
        INSERT INTO requests (id, key, customer_id, unit_id, requester_id, language, field, modality, priority, needs_section_203, requirements, wishes,
          own_reference, related_allowed, requested_at, state, ended_at)
        VALUES (@id, @id, @customer, @unit, @requester, 'kmr', 'health', 'video', 'normal', true, '[]', '[]', 'AZ 1', false, @at - interval '1 h', 'fulfilled', @at);
        INSERT INTO sessions (id, request_id, interpreter_id, requester_id, customer_id, language, modality, state, end_reason, created_at, started_at,
          ended_at, counted_seconds, billable_seconds)
        VALUES (@id, @id, @interpreter, @requester, @customer, 'kmr', 'video', 'ended', 'hang_up_requester', @at - interval '10 min', @at - interval '9 min', @at, 540, 540);
        INSERT INTO session_stints (id, session_id, interpreter_id, customer_id, number, state, joined_at, took_over_at, left_at, seconds_before, billable_seconds)
        VALUES (@id, @id, @interpreter, @customer, 1, 'left', @at - interval '10 min', @at - interval '9 min', @at, 0, 540);
        INSERT INTO offers (id, request_id, interpreter_id, wave, rank, reasons, offered_at, expires_at, state, answered_at)
        VALUES (@id, @id, @interpreter, 1, 1, '{}', @at - interval '1 h', @at - interval '50 min', 'accepted', @at - interval '55 min');
        INSERT INTO guests (id, session_id, customer_id, seat, role, link_hash, invited_at, link_until, state, end_reason, ended_at)
        VALUES (@id, @id, @customer, 'guest_1', 'end_user', encode(sha256(@id::text::bytea), 'hex'), @at - interval '9 min', @at, 'ended', 'session_ended', @at);
        INSERT INTO session_feedback (session_id, customer_id, side, rating, given_at) VALUES (@id, @customer, 'requester', 'good', @at);
        """;

    /// <summary>Rejected with words.</summary>
    private const string Dispute =
        """
        INSERT INTO rated_services (id, side, kind, source_id, interpreter_id, customer_id, served_from, served_until, day, tariff_id, net, programme_net, rated_at)
        SELECT @id, 'interpreter', 'session', @id, @interpreter, @customer, @at - interval '9 d', @at - interval '9 d', '2017-01-01', id, 14.25, 0, @at - interval '9 d'
        FROM tariffs WHERE family = 'interpreter-per-minute' LIMIT 1;
        INSERT INTO billing_lines (service_id, number, kind, rule, quantity, unit, unit_price, net, vat, explanation)
        VALUES (@id, 1, 'service', 'price.per_minute', 15, 'minute', 0.95, 14.25, 'standard', '15 Minuten');
        INSERT INTO line_disputes (id, service_id, line_number, reason, words, state, raised_by, raised_at, answer_by, ended_by, ended_at, answer)
        VALUES (@id, @id, 1, 'time', 'Es waren zwanzig Minuten.', 'rejected', @requester, @at - interval '8 d', '2017-01-01', @requester, @at, 'Es waren fünfzehn.')
        """;

    private const string Objection =
        """
        INSERT INTO number_series (series, year, last) VALUES ('GS', 2017, 1) ON CONFLICT (series, year) DO UPDATE SET last = number_series.last + 1;
        INSERT INTO documents (id, kind, series, year, serial, number, side, interpreter_id, issued_on, from_day, until_day, net, tax, gross, specification, source, xml, pdf, hash, position, link, issued_by, issued_at)
        SELECT @id, 'self_billed', 'GS', 2017, last, 'GS-2017-' || last, 'interpreter', @interpreter, '2017-02-01', '2017-01-01', '2017-01-31', 1, 0, 1, '', '{}', '', '', encode(sha256(''), 'hex'), last,
          encode(sha256(''), 'hex'), @requester, @at
        FROM number_series WHERE series = 'GS' AND year = 2017;
        INSERT INTO document_objections (document_id, reason, words, raised_by, raised_at) VALUES (@id, 'services', 'Ein Termin fehlt.', @requester, @at)
        """;

    public static async Task<PlantedPast> OpenAsync(Stage stage)
    {
        await stage.InterpreterOffDutyAsync();
        var requester = await stage.RequesterAsync();
        return new PlantedPast(
            stage,
            await stage.QueryAsync<Guid>("SELECT id FROM interpreters"),
            await stage.QueryAsync<Guid>("SELECT id FROM users WHERE email = @Email", new { requester.Email }));
    }

    /// <summary>What of a class is still there.</summary>
    public Task<int> LeftAsync(RetentionKind kind) => Stage.QueryAsync<int>(kind switch
    {
        RetentionKind.IllnessAbsences or RetentionKind.OwnAbsences or RetentionKind.ImportedAbsences => "SELECT count(*) FROM absences",
        RetentionKind.Asks => "SELECT count(*) FROM appointment_asks",
        RetentionKind.SignIns => "SELECT count(*) FROM sign_ins WHERE security_stamp = 'planted'",
        RetentionKind.JobRuns => "SELECT count(*) FROM job_runs WHERE row_count = 77",
        RetentionKind.Notices or RetentionKind.Letters => "SELECT count(*) FROM mails",
        RetentionKind.Guests => "SELECT count(*) FROM guests",
        RetentionKind.RequestReferences => "SELECT count(own_reference) FROM requests",
        RetentionKind.AppointmentReferences => "SELECT count(own_reference) FROM appointments",
        RetentionKind.Appointments => "SELECT count(*) FROM appointments",
        RetentionKind.DispatchEvents => "SELECT count(*) FROM dispatch_events WHERE kind = 'planted'",
        RetentionKind.StandbyOffers => "SELECT count(*) FROM standby_takes",
        RetentionKind.StandbyShifts => "SELECT count(*) FROM standby_shifts",
        RetentionKind.DisputeWords => "SELECT count(*) FROM line_disputes WHERE words IS NOT NULL OR answer IS NOT NULL",
        RetentionKind.ObjectionWords => "SELECT count(words) FROM document_objections",
        RetentionKind.Certificates => "SELECT count(*) FROM oaths",
        RetentionKind.FormerAccounts => "SELECT count(*) FROM users WHERE display_name = 'Anna Muster' AND password_hash = 'planted' AND email LIKE '%anna.muster@example.de'",
        RetentionKind.FormerInterpreters => "SELECT count(*) FROM interpreters WHERE display_name = 'Anna Muster'",
        RetentionKind.AuditEntries => "SELECT count(*) FROM audit_entries WHERE action = 'planted.something'",
        RetentionKind.RuleChanges => "SELECT count(*) FROM audit_entries WHERE action = 'planted_rules.changed'",
        _ => "SELECT count(*) FROM requests",
    });

    public Task PlantAsync(RetentionKind kind, DateTimeOffset at, int count = 1) => PlantAsync(kind switch
    {
        RetentionKind.IllnessAbsences => Absence("'illness', 'own', NULL"),
        RetentionKind.OwnAbsences => Absence("'vacation', 'own', NULL"),
        RetentionKind.ImportedAbsences => Absence("NULL, 'import', encode(sha256(@id::text::bytea), 'hex')"),
        RetentionKind.SignIns => "INSERT INTO sign_ins (id, user_id, security_stamp, started_at, expires_at) VALUES (@id, @requester, 'planted', @at - interval '1 h', @at)",
        RetentionKind.JobRuns =>
            """
            INSERT INTO job_states (job, watched_since) VALUES ('forget-job-runs', @at) ON CONFLICT DO NOTHING;
            INSERT INTO job_runs (job, started_at, finished_at, outcome, row_count) VALUES ('forget-job-runs', @at, @at, 'done', 77)
            """,
        RetentionKind.Notices => Mail("appointment_reminder"),
        RetentionKind.Letters => Mail("appointment_confirmed"),
        RetentionKind.Asks or RetentionKind.Appointments or RetentionKind.AppointmentReferences => Appointment,
        RetentionKind.DispatchEvents => "INSERT INTO dispatch_events (at, kind, subject_id, customer_id, after_state) VALUES (@at, 'planted', @id, @customer, 'ended')",
        RetentionKind.StandbyOffers => Standby("'declined', @at - interval '2 h', @at - interval '1 h', NULL, NULL"),
        RetentionKind.StandbyShifts => Standby("'served', @at - interval '2 h', @at - interval '1 h', 60, 0"),
        RetentionKind.DisputeWords => Dispute,
        RetentionKind.ObjectionWords => Objection,
        RetentionKind.Certificates or RetentionKind.FormerInterpreters =>
            """
            INSERT INTO interpreters (id, number, display_name, gender, country, section_203_until, left_at)
            VALUES (@id, 'D-' || lpad((5000 + (SELECT count(*) FROM interpreters))::text, 4, '0'), 'Anna Muster', 'female', 'DE', '2020-01-01', @at);
            INSERT INTO interpreter_languages (interpreter_id, language, level) VALUES (@id, 'kmr', 1);
            INSERT INTO oaths (interpreter_id, language, authority, basis, valid_until) VALUES (@id, 'kmr', 'LG Erfurt', 'land', '2020-01-01')
            """,
        RetentionKind.FormerAccounts =>
            """
            INSERT INTO users (id, user_name, normalized_user_name, email, normalized_email, password_hash, security_stamp, concurrency_stamp, display_name, customer_id, unit_id, disabled_at)
            VALUES (@id, @id || 'anna', upper(@id || 'anna'), @id || 'anna.muster@example.de', upper(@id || 'anna.muster@example.de'), 'planted', 'stamp', 'stamp', 'Anna Muster', @customer, @unit, @at)
            """,
        RetentionKind.AuditEntries => Audit("planted.something"),
        RetentionKind.RuleChanges => Audit("planted_rules.changed"),
        _ => Conversation,
    }, at, count);

    private static string Standby(string take) =>
        $"""
        INSERT INTO standby_shifts (id, language, starts_at, ends_at, places, note, state, created_at, created_by) VALUES (@id, 'kmr', @at - interval '1 s', @at, 1, 'peak', 'filled', @at - interval '1 d', @requester);
        INSERT INTO standby_takes (shift_id, during, interpreter_id, state, offered_at, answered_at, served_minutes, paused_minutes)
        SELECT id, during, @interpreter, {take} FROM standby_shifts WHERE id = @id
        """;

    private static string Audit(string action) => $"INSERT INTO audit_entries (at, action, subject) VALUES (@at, '{action}', 'interpreter:' || @interpreter)";

    private static string Absence(string what) =>
        $"INSERT INTO absences (interpreter_id, from_at, until_at, reason, source, import_key) VALUES (@interpreter, @at - interval '1 h', @at, {what})";

    private static string Mail(string kind) =>
        $"""
        INSERT INTO mails (id, cause, kind, recipient_id, subject, body_text, body_html, created_at, not_before, state, next_attempt_at, message_id, sent_at)
        VALUES (@id, @id::text, '{kind}', @requester, 'Termin', '', '', @at - interval '1 h', @at - interval '1 h', 'sent', @at, @id::text, @at)
        """;

    private async Task PlantAsync(string sql, DateTimeOffset at, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await Stage.Server.ExecuteAsStaffAsync(sql, new
            {
                id = Guid.NewGuid(),
                at,
                customer = Stage.Tenant.Customer.Value,
                unit = Stage.Tenant.Unit.Value,
                requester = Requester,
                interpreter = Interpreter,
            });
        }
    }
}
