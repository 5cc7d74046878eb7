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
        _ => Conversation,
    }, at, count);

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
