using Videodolmetschen.Domain.Retention;

namespace Videodolmetschen.Server.Retention;

/// <summary>How the rows of a class are found, whom they concern, and how they go. <c>t</c> is the row, <c>h</c> a hold, <c>due</c> what goes in one batch.</summary>
/// <param name="From">The table as <c>t</c>, with what is joined to it.</param>
/// <param name="Start">When its period starts.</param>
/// <param name="Concerns">Whether a hold on a customer or an interpreter is about it.</param>
/// <param name="Going">Data-modifying parts of one statement; the last is <c>gone</c>, with the ids.</param>
internal sealed record DueRows(string From, string Start, string Concerns, string Going)
{
    /// <summary>Which rows of the table are of this class and may go at all.</summary>
    public string Only { get; init; } = "true";

    /// <summary>What names a row; a table without an id of its own has the place of the row, which stands still for one statement.</summary>
    public string Id { get; init; } = "t.id";
}

/// <summary>The SQL of each <see cref="RetentionClass"/>.</summary>
internal static class DueRowsStore
{
    private const string Letters = "('appointment_confirmed', 'appointment_changed', 'appointment_cancelled', 'document_issued', 'document_cancelled', 'dispute_answered')";
    private const string OfCustomer = "h.customer_id = t.customer_id";
    private const string OfInterpreter = "h.interpreter_id = t.interpreter_id";
    internal const string OfUser = "h.customer_id = u.customer_id OR h.interpreter_id = u.interpreter_id";
    private const string OfConversation =
        """
        h.customer_id = t.customer_id
            OR EXISTS (SELECT FROM offers o WHERE o.request_id = t.id AND o.interpreter_id = h.interpreter_id)
            OR EXISTS (SELECT FROM sessions s JOIN session_stints p ON p.session_id = s.id WHERE s.request_id = t.id AND p.interpreter_id = h.interpreter_id)
        """;

    public static DueRows Of(RetentionKind kind) => kind switch
    {
        RetentionKind.IllnessAbsences => Absences("t.reason = 'illness'"),
        RetentionKind.OwnAbsences => Absences("t.source = 'own' AND t.reason IS DISTINCT FROM 'illness'"),
        RetentionKind.ImportedAbsences => Absences("t.source = 'import'"),
        RetentionKind.Asks => new("appointment_asks t JOIN appointments a ON a.id = t.appointment_id", "a.ends_at", $"h.customer_id = a.customer_id OR {OfInterpreter}", Gone("appointment_asks"))
        {
            Only = "a.ended_at IS NOT NULL",
        },
        RetentionKind.SignIns => new("sign_ins t JOIN users u ON u.id = t.user_id", "t.expires_at", OfUser, Gone("sign_ins")),
        RetentionKind.JobRuns => new("job_runs t", "t.finished_at", "false", Gone("job_runs")),
        RetentionKind.Notices => Mails($"t.kind NOT IN {Letters}"),
        RetentionKind.Letters => Mails($"t.kind IN {Letters}"),
        RetentionKind.Guests => new("guests t", "t.ended_at", OfCustomer, Gone("guests")),
        RetentionKind.RequestReferences => new("requests t", "t.ended_at", OfConversation, WithoutReference("requests")) { Only = "t.own_reference IS NOT NULL" },
        RetentionKind.AppointmentReferences => new("appointments t", "t.ends_at", $"{OfCustomer} OR {OfInterpreter}", WithoutReference("appointments"))
        {
            Only = "t.own_reference IS NOT NULL AND t.ended_at IS NOT NULL",
        },
        RetentionKind.Appointments => new(
            "appointments t",
            "t.ends_at",
            $"{OfCustomer} OR {OfInterpreter}",
            "asks AS (DELETE FROM appointment_asks WHERE appointment_id IN (SELECT id FROM due)), facts AS (DELETE FROM appointment_facts WHERE appointment_id IN (SELECT id FROM due)), "
                + Gone("appointments"))
        {
            // The conversations of its room point at it, and go first.
            Only = "t.ended_at IS NOT NULL AND NOT EXISTS (SELECT FROM requests r WHERE r.appointment_id = t.id)",
        },
        RetentionKind.Conversations => new("requests t", "t.ended_at", OfConversation, Conversations) { Only = WholeConversations },
        RetentionKind.DisputeWords => DisputeWords,
        RetentionKind.ObjectionWords => ObjectionWords,
        _ => FormerRowsStore.Of(kind),
    };

    /// <summary>What was decided stays: it explains a line.</summary>
    private static readonly DueRows DisputeWords = new(
        "line_disputes t JOIN rated_services s ON s.id = t.service_id",
        "t.ended_at",
        "h.customer_id = s.customer_id OR h.interpreter_id = s.interpreter_id",
        "gone AS (UPDATE line_disputes SET words = NULL, answer = NULL WHERE id IN (SELECT id FROM due) RETURNING id)")
    {
        Only = "t.words IS NOT NULL",
    };

    private static readonly DueRows ObjectionWords = new(
        "document_objections t JOIN documents d ON d.id = t.document_id",
        "t.raised_at",
        "h.interpreter_id = d.interpreter_id",
        "gone AS (UPDATE document_objections SET words = NULL WHERE document_id IN (SELECT id FROM due) RETURNING document_id AS id)")
    {
        Only = "t.words IS NOT NULL",
        Id = "t.document_id",
    };

    /// <summary>A relief's search goes with the session that it was for; an appointment goes before the live request that it became.</summary>
    private const string WholeConversations =
        """
        t.relief_for IS NULL
          AND NOT EXISTS (SELECT FROM appointments a WHERE a.request_id = t.id)
          AND NOT EXISTS (SELECT FROM sessions s JOIN requests r ON r.relief_for = s.id WHERE s.request_id = t.id AND (r.ended_at >= @before OR r.ended_at IS NULL))
          AND NOT EXISTS (SELECT FROM sessions s WHERE s.request_id = t.id AND (s.ended_at >= @before OR s.ended_at IS NULL))
        """;

    private const string Conversations =
        """
        members AS (
          SELECT id FROM due
          UNION
          SELECT r.id FROM requests r JOIN sessions s ON s.id = r.relief_for WHERE s.request_id IN (SELECT id FROM due)
        ),
        talks AS (SELECT id FROM sessions WHERE request_id IN (SELECT id FROM members)),
        said AS (SELECT id FROM session_feedback WHERE session_id IN (SELECT id FROM talks)),
        a AS (DELETE FROM handled_feedback WHERE complaint_of IN (SELECT id FROM talks) OR feedback_id IN (SELECT id FROM said)),
        b AS (DELETE FROM session_feedback WHERE id IN (SELECT id FROM said)),
        c AS (DELETE FROM guests WHERE session_id IN (SELECT id FROM talks)),
        d AS (DELETE FROM session_stints WHERE session_id IN (SELECT id FROM talks)),
        e AS (DELETE FROM offers WHERE request_id IN (SELECT id FROM members)),
        f AS (DELETE FROM callbacks WHERE request_id IN (SELECT id FROM members) OR taken_as IN (SELECT id FROM members)),
        g AS (DELETE FROM sessions WHERE id IN (SELECT id FROM talks)),
        gone AS (DELETE FROM requests WHERE id IN (SELECT id FROM members) RETURNING id)
        """;

    private static DueRows Absences(string only) => new("absences t", "t.until_at", OfInterpreter, Gone("absences")) { Only = only };

    /// <summary>What waits, or would wait again, is not sent yet.</summary>
    private static DueRows Mails(string only) =>
        new("mails t LEFT JOIN users u ON u.id = t.recipient_id", "greatest(t.not_before, t.sent_at, t.given_up_at)", OfUser, Gone("mails")) { Only = $"t.state <> 'waiting' AND {only}" };

    internal static string Gone(string table) => $"gone AS (DELETE FROM {table} WHERE id IN (SELECT id FROM due) RETURNING id)";

    private static string WithoutReference(string table) => $"gone AS (UPDATE {table} SET own_reference = NULL WHERE id IN (SELECT id FROM due) RETURNING id)";
}
