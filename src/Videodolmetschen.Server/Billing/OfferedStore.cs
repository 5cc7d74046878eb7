using Dapper;
using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Billing;

/// <summary>What one interpreter was offered or asked for, as far as the pay depends on it.</summary>
internal sealed record Offered
{
    public Guid CustomerId { get; init; }

    public string Language { get; init; } = "";

    public string Modality { get; init; } = "";

    public int? Level { get; init; }

    public DateTimeOffset OrderedAt { get; init; }

    public DateTimeOffset? StartsAt { get; init; }

    public DateTimeOffset? EndsAt { get; init; }

    public bool IsNecessary { get; init; }

    public QuoteFor AsQuote(InterpreterId interpreter) => new(
        BillingSide.Interpreter, interpreter.Value, new CustomerId(CustomerId), new LanguageCode(Language), SnakeCase.Parse<Modality>(Modality), (QualificationLevel?)Level);
}

/// <summary>Only what was put to that interpreter: somebody else's is not found.</summary>
internal static class OfferedStore
{
    public static Task<Offered?> FindOfferAsync(NpgsqlTransaction transaction, Guid interpreter, Guid offer, CancellationToken cancellationToken) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<Offered>(new CommandDefinition(
            """
            SELECT r.customer_id, r.language, r.modality, l.level, r.requested_at AS ordered_at
            FROM offers o
            JOIN requests r ON r.id = o.request_id
            LEFT JOIN interpreter_languages l ON l.interpreter_id = o.interpreter_id AND l.language = r.language
            WHERE o.id = @offer
              AND o.interpreter_id = @interpreter
            """,
            new { offer, interpreter },
            transaction,
            cancellationToken: cancellationToken));

    public static Task<Offered?> FindAppointmentAsync(NpgsqlTransaction transaction, Guid interpreter, Guid appointment, CancellationToken cancellationToken) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<Offered>(new CommandDefinition(
            """
            SELECT a.customer_id, a.language, a.modality, l.level, a.booked_at AS ordered_at, a.starts_at, a.ends_at, a.is_necessary
            FROM appointments a
            LEFT JOIN interpreter_languages l ON l.interpreter_id = @interpreter AND l.language = a.language
            WHERE a.id = @appointment
              AND (a.interpreter_id = @interpreter
                OR EXISTS (SELECT FROM appointment_asks k WHERE k.appointment_id = a.id AND k.interpreter_id = @interpreter))
            """,
            new { appointment, interpreter },
            transaction,
            cancellationToken: cancellationToken));
}
