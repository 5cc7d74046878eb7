using Dapper;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Demo;

/// <summary>Writes the town's past and what its bills need, as the dispatcher and the Disposition would have left it. Nothing is priced yet.</summary>
internal static class DemoHistoryStore
{
    public static async Task WriteAsync(ScopedTransaction scoped, DemoHistory history, DemoBooks books, CancellationToken cancellationToken)
    {
        var requests = history.Requests.ToList();
        var talks = requests.Where(one => one.Interpreter is not null).ToList();
        await InsertAsync(scoped, Requests, requests, cancellationToken);
        await InsertAsync(scoped, Offers, talks, cancellationToken);
        await InsertAsync(scoped, Sessions, talks, cancellationToken);
        await InsertAsync(scoped, Stints, talks, cancellationToken);
        await InsertAsync(scoped, Parties, books.Parties, cancellationToken);
        await InsertAsync(scoped, VatStatuses, books.Taxes, cancellationToken);
        await InsertAsync(scoped, Agreements, books.Agreements, cancellationToken);
    }

    private static Task<int> InsertAsync(ScopedTransaction scoped, string sql, IEnumerable<object> rows, CancellationToken cancellationToken) =>
        scoped.Connection.ExecuteAsync(new CommandDefinition(sql, rows, scoped.Transaction, cancellationToken: cancellationToken));

    private const string Requests =
        """
        INSERT INTO requests (id, key, customer_id, unit_id, requester_id, language, field, modality, priority, needs_section_203, requirements, wishes, related_allowed,
          requested_at, state, cancelled_by, unserved_because, ended_at)
        VALUES (@Id, @Id, @Customer, @Unit, @Requester, @Language, @Field, @Modality, 'normal', false, '[]', '[]', false,
          @RequestedAt, @State, CASE @State WHEN 'cancelled' THEN 'requester' END, @UnservedBecause, @EndedAt)
        """;

    private const string Offers =
        """
        INSERT INTO offers (id, request_id, interpreter_id, wave, rank, reasons, offered_at, expires_at, state, answered_at)
        VALUES (gen_random_uuid(), @Id, @Interpreter, 1, 1, '[]', @RequestedAt, @RequestedAt + interval '20 seconds', 'accepted', @EndedAt)
        """;

    private const string Sessions =
        """
        INSERT INTO sessions (id, request_id, interpreter_id, requester_id, customer_id, language, modality, state, end_reason, created_at, started_at, ended_at, counted_seconds, billable_seconds)
        VALUES (@Id, @Id, @Interpreter, @Requester, @Customer, @Language, @Modality, 'ended', 'hang_up_requester', @EndedAt, @EndedAt, @HungUpAt, @Seconds, @BillableSeconds)
        """;

    private const string Stints =
        """
        INSERT INTO session_stints (id, session_id, interpreter_id, customer_id, number, state, joined_at, took_over_at, left_at, seconds_before, billable_seconds)
        VALUES (gen_random_uuid(), @Id, @Interpreter, @Customer, 1, 'left', @EndedAt, @EndedAt, @HungUpAt, 0, @BillableSeconds)
        """;

    private const string Parties =
        """
        INSERT INTO billing_parties (id, role, customer_id, interpreter_id, name, street, post_code, city, country, vat_id, tax_number, number, leitweg_id,
          email, phone, contact_name, iban, payment_days, revision, changed_at)
        VALUES (gen_random_uuid(), @Role, @Customer, @Interpreter, @Name, 'Marktplatz 3', '99999', 'Lindenfurt', 'DE', @VatId, @TaxNumber, @Number, @LeitwegId,
          @Email, '03601 4711-0', @Contact, @Iban, 30, 1, @Now)
        ON CONFLICT DO NOTHING
        """;

    private const string VatStatuses =
        """
        INSERT INTO vat_statuses (interpreter_id, valid_from, treatment, recorded_by, recorded_at)
        VALUES (@Interpreter, @From, @Treatment, @By, @Now)
        ON CONFLICT DO NOTHING
        """;

    private const string Agreements =
        """
        INSERT INTO self_billing_agreements (interpreter_id, agreed, since, recorded_by, recorded_at)
        VALUES (@Interpreter, true, @From, @By, @Now)
        ON CONFLICT DO NOTHING
        """;
}
