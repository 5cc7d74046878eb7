using Dapper;
using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Billing;

/// <summary>The tables <c>billing_parties</c>, <c>vat_statuses</c> and <c>self_billing_agreements</c>.</summary>
internal static class PartyStore
{
    private const string Columns =
        """
        customer_id, interpreter_id, name, street, post_code, city, country, vat_id, tax_number, number, leitweg_id, order_reference, email, phone, contact_name,
          iban, bic, account_holder, payment_days, format, revision
        """;

    /// <summary>Ourselves, or a customer or an interpreter; null where nothing was said yet.</summary>
    public static Task<PartyRow?> FindAsync(NpgsqlTransaction transaction, string role, Guid? who, CancellationToken cancellationToken) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<PartyRow>(new CommandDefinition(
            $"""
            SELECT {Columns}
            FROM billing_parties
            WHERE role = @role
              AND coalesce(customer_id, interpreter_id) IS NOT DISTINCT FROM @who
            """,
            new { role, who },
            transaction,
            cancellationToken: cancellationToken));

    /// <returns>False where somebody else has changed it meanwhile.</returns>
    /// <exception cref="DomainException"><see cref="ErrorCode.NotFound"/>: no such customer or interpreter.</exception>
    public static async Task<bool> SaveAsync(NpgsqlTransaction transaction, string role, PartyRow row, UserId by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            return await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                """
                INSERT INTO billing_parties AS b (id, role, customer_id, interpreter_id, name, street, post_code, city, country, vat_id, tax_number, number, leitweg_id, order_reference,
                  email, phone, contact_name, iban, bic, account_holder, payment_days, format, revision, changed_by, changed_at)
                VALUES (@id, @role, @CustomerId, @InterpreterId, @Name, @Street, @PostCode, @City, @Country, @VatId, @TaxNumber, @Number, @LeitwegId, @OrderReference,
                  @Email, @Phone, @ContactName, @Iban, @Bic, @AccountHolder, @PaymentDays, @Format, 1, @by, @now)
                ON CONFLICT (role, customer_id, interpreter_id) DO UPDATE
                SET name = EXCLUDED.name, street = EXCLUDED.street, post_code = EXCLUDED.post_code, city = EXCLUDED.city, country = EXCLUDED.country, vat_id = EXCLUDED.vat_id,
                  tax_number = EXCLUDED.tax_number, number = EXCLUDED.number, leitweg_id = EXCLUDED.leitweg_id, order_reference = EXCLUDED.order_reference, email = EXCLUDED.email,
                  phone = EXCLUDED.phone, contact_name = EXCLUDED.contact_name, iban = EXCLUDED.iban, bic = EXCLUDED.bic, account_holder = EXCLUDED.account_holder,
                  payment_days = EXCLUDED.payment_days, format = EXCLUDED.format, revision = b.revision + 1, changed_by = EXCLUDED.changed_by, changed_at = EXCLUDED.changed_at
                WHERE b.revision = @Revision
                """,
                new
                {
                    id = Guid.CreateVersion7(), role, row.CustomerId, row.InterpreterId, row.Name, row.Street, row.PostCode, row.City, row.Country, row.VatId, row.TaxNumber, row.Number,
                    row.LeitwegId, row.OrderReference, row.Email, row.Phone, row.ContactName, row.Iban, row.Bic, row.AccountHolder, row.PaymentDays, row.Format, row.Revision, by = by.Value, now,
                },
                transaction,
                cancellationToken: cancellationToken)) == 1;
        }
        catch (PostgresException unknown) when (unknown.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            throw new DomainException(ErrorCode.NotFound);
        }
    }

    /// <summary>All that was recorded, the newest first.</summary>
    public static async Task<IReadOnlyList<VatStatus>> ReadVatAsync(NpgsqlTransaction transaction, Guid interpreter, CancellationToken cancellationToken) =>
    [
        .. (await transaction.Connection!.QueryAsync<(DateOnly ValidFrom, string Treatment, DateTimeOffset RecordedAt, bool ByInterpreter)>(new CommandDefinition(
            """
            SELECT v.valid_from, v.treatment, v.recorded_at, EXISTS (SELECT FROM users u WHERE u.id = v.recorded_by AND u.interpreter_id = v.interpreter_id)
            FROM vat_statuses v
            WHERE v.interpreter_id = @interpreter
            ORDER BY valid_from DESC, recorded_at DESC
            """,
            new { interpreter },
            transaction,
            cancellationToken: cancellationToken))).Select(row => new VatStatus(row.ValidFrom, SnakeCase.Parse<VatTreatment>(row.Treatment), row.RecordedAt, row.ByInterpreter)),
    ];

    /// <summary>Numbers of Gutschriften that count and on which something is taxed otherwise than it is on record by now; null where there are none.</summary>
    public static Task<string?> FindTaxedOtherwiseAsync(NpgsqlTransaction transaction, Guid interpreter, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteScalarAsync<string?>(new CommandDefinition(
            """
            SELECT string_agg(DISTINCT d.number, ', ')
            FROM documents d
            CROSS JOIN jsonb_array_elements(d.source -> 'lines') AS line
            CROSS JOIN LATERAL (
              SELECT v.treatment
              FROM vat_statuses v
              WHERE v.interpreter_id = d.interpreter_id
                AND v.valid_from <= (line ->> 'from')::date
              ORDER BY v.valid_from DESC, v.recorded_at DESC
              LIMIT 1) AS known
            WHERE d.interpreter_id = @interpreter
              AND d.kind = 'self_billed'
              AND NOT EXISTS (SELECT FROM documents c WHERE c.cancels_id = d.id)
              AND known.treatment <> 'eu_small_business'
              AND line ->> 'vat' NOT IN (known.treatment, 'not_taxable')
            """,
            new { interpreter },
            transaction,
            cancellationToken: cancellationToken));

    public static Task AddVatAsync(NpgsqlTransaction transaction, Guid interpreter, DateOnly from, VatTreatment treatment, UserId by, DateTimeOffset now, CancellationToken cancellationToken) =>
        AddAsync(
            transaction,
            """
            INSERT INTO vat_statuses (interpreter_id, valid_from, treatment, recorded_by, recorded_at)
            VALUES (@interpreter, @from, @treatment, @by, @now)
            ON CONFLICT DO NOTHING
            """,
            new { interpreter, from, treatment = SnakeCase.Of(treatment), by = by.Value, now },
            cancellationToken);

    /// <summary>Since when it holds that we write the Gutschrift; null where it does not.</summary>
    public static Task<DateOnly?> FindAgreementAsync(NpgsqlTransaction transaction, Guid interpreter, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteScalarAsync<DateOnly?>(new CommandDefinition(
            """
            SELECT CASE WHEN agreed THEN since END
            FROM self_billing_agreements
            WHERE interpreter_id = @interpreter
            ORDER BY recorded_at DESC
            LIMIT 1
            """,
            new { interpreter },
            transaction,
            cancellationToken: cancellationToken));

    /// <summary>All that was said, the newest first.</summary>
    public static async Task<IReadOnlyList<AgreementView>> ReadAgreementsAsync(NpgsqlTransaction transaction, Guid interpreter, CancellationToken cancellationToken) =>
    [
        .. (await transaction.Connection!.QueryAsync<(bool Agreed, DateOnly Since, DateTimeOffset RecordedAt, bool ByInterpreter)>(new CommandDefinition(
            """
            SELECT a.agreed, a.since, a.recorded_at, EXISTS (SELECT FROM users u WHERE u.id = a.recorded_by AND u.interpreter_id = a.interpreter_id) AS by_interpreter
            FROM self_billing_agreements a
            WHERE a.interpreter_id = @interpreter
            ORDER BY a.recorded_at DESC
            """,
            new { interpreter },
            transaction,
            cancellationToken: cancellationToken))).Select(row => new AgreementView(row.Agreed, row.Since, row.RecordedAt, row.ByInterpreter)),
    ];

    public static Task AddAgreementAsync(NpgsqlTransaction transaction, Guid interpreter, bool agreed, DateOnly since, UserId by, DateTimeOffset now, CancellationToken cancellationToken) =>
        AddAsync(
            transaction,
            """
            INSERT INTO self_billing_agreements (interpreter_id, agreed, since, recorded_by, recorded_at)
            VALUES (@interpreter, @agreed, @since, @by, @now)
            ON CONFLICT DO NOTHING
            """,
            new { interpreter, agreed, since, by = by.Value, now },
            cancellationToken);

    /// <exception cref="DomainException"><see cref="ErrorCode.NotFound"/>; <see cref="ErrorCode.RecordedMeanwhile"/>: the last row counts, and of one instant none is the last.</exception>
    private static async Task AddAsync(NpgsqlTransaction transaction, string sql, object values, CancellationToken cancellationToken)
    {
        try
        {
            if (await transaction.Connection!.ExecuteAsync(new CommandDefinition(sql, values, transaction, cancellationToken: cancellationToken)) == 0)
            {
                throw new DomainException(ErrorCode.RecordedMeanwhile);
            }
        }
        catch (PostgresException unknown) when (unknown.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            throw new DomainException(ErrorCode.NotFound);
        }
    }
}

/// <summary>How an interpreter is taxed from that day on.</summary>
/// <param name="ByInterpreter">Declared by the interpreter, not recorded by staff.</param>
internal sealed record VatStatus(DateOnly ValidFrom, VatTreatment Treatment, DateTimeOffset RecordedAt, bool ByInterpreter);
