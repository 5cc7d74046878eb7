using Dapper;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Sessions.Record;

/// <summary>A conversation that a record is wanted of, as the tables have it now.</summary>
internal sealed record RecordSource
{
    public Guid Id { get; init; }

    public Guid CustomerId { get; init; }

    public string Customer { get; init; } = "";

    public string Unit { get; init; } = "";

    public string Language { get; init; } = "";

    public string Modality { get; init; } = "";

    public DateTimeOffset RequestedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public int? BillableSeconds { get; init; }

    public IReadOnlyList<RecordSourceStint> Stints { get; init; } = [];
}

/// <param name="Level">Of this language; null when it was taken away since.</param>
internal sealed record RecordSourceStint(string Number, short? Level, DateTimeOffset TookOverAt, DateTimeOffset? LeftAt, IReadOnlyList<Oath> Oaths);

internal sealed class RecordStore(TenantScope scope)
{
    private const string Source =
        """
        SELECT s.id, s.customer_id, c.name AS customer, u.name AS unit, s.language, s.modality, r.requested_at, s.started_at, s.ended_at, s.billable_seconds
        FROM sessions s
        JOIN requests r ON r.id = s.request_id
        JOIN customers c ON c.id = s.customer_id
        JOIN units u ON u.id = r.unit_id
        WHERE s.id = @id
          AND (@requester::uuid IS NULL OR s.requester_id = @requester)
        """;

    private const string Stints =
        """
        SELECT t.interpreter_id, i.number, l.level, t.took_over_at, t.left_at
        FROM session_stints t
        JOIN sessions s ON s.id = t.session_id
        JOIN interpreters i ON i.id = t.interpreter_id
        LEFT JOIN interpreter_languages l ON l.interpreter_id = t.interpreter_id AND l.language = s.language
        WHERE t.session_id = @id
          AND t.took_over_at IS NOT NULL
        ORDER BY t.number
        """;

    private const string Oaths =
        """
        SELECT o.interpreter_id, o.authority, o.basis, o.valid_until, o.renewal_applied_at
        FROM oaths o
        JOIN sessions s ON s.language = o.language
        JOIN session_stints t ON t.session_id = s.id AND t.interpreter_id = o.interpreter_id
        WHERE s.id = @id
        """;

    private const string Kept =
        """
        SELECT session_id AS session, content, signature
        FROM session_records
        """;

    /// <summary>For its requester, in the customer's own scope, and for our staff.</summary>
    public async Task<RecordSource?> FindAsync(SignedIn who, Guid id, CancellationToken cancellationToken)
    {
        await using (var scoped = who.IsCoordinator ? await scope.OpenForStaffAsync(cancellationToken) : await scope.OpenForCustomerAsync(who.RequireCustomer(), cancellationToken))
        {
            var requester = who.IsCoordinator ? (Guid?)null : who.User.Value;
            var found = await scoped.Connection.QuerySingleOrDefaultAsync<RecordSource>(
                new CommandDefinition(Source, new { id, requester }, scoped.Transaction, cancellationToken: cancellationToken));
            if (found is null)
            {
                return null;
            }

            return found with { Stints = await StintsAsync(id, found.Language, cancellationToken) };
        }
    }

    public async Task<SignedRecord?> FindKeptAsync(Guid session, CancellationToken cancellationToken) =>
        await FindKeptAsync($"{Kept} WHERE session_id = @session", new { session }, cancellationToken);

    public async Task<SignedRecord?> FindKeptAsync(string shortCode, CancellationToken cancellationToken) =>
        await FindKeptAsync($"{Kept} WHERE short_code = @shortCode", new { shortCode }, cancellationToken);

    /// <summary>Keeps it unless another was first.</summary>
    public async Task KeepFirstAsync(Guid customer, SignedRecord signed, DateTimeOffset issuedAt, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await staff.Connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO session_records (session_id, customer_id, content, signature, short_code, issued_at)
            VALUES (@Session, @customer, @Content, @Signature, @ShortCode, @issuedAt)
            ON CONFLICT (session_id) DO NOTHING
            """,
            new { signed.Session, customer, signed.Content, signed.Signature, signed.ShortCode, issuedAt },
            staff.Transaction,
            cancellationToken: cancellationToken));
        await staff.CommitAsync(cancellationToken);
    }

    private async Task<SignedRecord?> FindKeptAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        return await staff.Connection.QuerySingleOrDefaultAsync<SignedRecord>(new CommandDefinition(sql, parameters, staff.Transaction, cancellationToken: cancellationToken));
    }

    /// <summary>Qualifications are the interpreters' own rows, which a customer's scope may not show.</summary>
    private async Task<IReadOnlyList<RecordSourceStint>> StintsAsync(Guid id, string language, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var rows = (await staff.Connection.QueryAsync<StintRow>(new CommandDefinition(Stints, new { id }, staff.Transaction, cancellationToken: cancellationToken))).ToList();
        var oaths = (await staff.Connection.QueryAsync<OathRow>(new CommandDefinition(Oaths, new { id }, staff.Transaction, cancellationToken: cancellationToken)))
            .ToLookup(row => row.InterpreterId, row => row.ToOath(language));
        return [.. rows.Select(row => new RecordSourceStint(row.Number, row.Level, row.TookOverAt, row.LeftAt, [.. oaths[row.InterpreterId]]))];
    }

    private sealed record StintRow
    {
        public Guid InterpreterId { get; init; }

        public string Number { get; init; } = "";

        public short? Level { get; init; }

        public DateTimeOffset TookOverAt { get; init; }

        public DateTimeOffset? LeftAt { get; init; }
    }

    private sealed record OathRow
    {
        public Guid InterpreterId { get; init; }

        public string Authority { get; init; } = "";

        public string Basis { get; init; } = "";

        public DateOnly ValidUntil { get; init; }

        public DateOnly? RenewalAppliedAt { get; init; }

        public Oath ToOath(string language) =>
            new(new LanguageCode(language), Authority, Basis == "federal" ? OathBasis.Federal : OathBasis.Land, ValidUntil) { RenewalAppliedAt = RenewalAppliedAt };
    }
}
