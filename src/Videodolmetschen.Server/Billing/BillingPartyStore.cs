using Dapper;
using Npgsql;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Interpreters;

namespace Videodolmetschen.Server.Billing;

/// <summary>What prices ask of customers and interpreters.</summary>
internal static class BillingPartyStore
{
    public static async Task<Land> ReadLandAsync(NpgsqlTransaction transaction, Guid customer, CancellationToken cancellationToken) =>
        Enum.Parse<Land>(await transaction.Connection!.QuerySingleAsync<string>(new CommandDefinition(
            """
            SELECT land
            FROM customers
            WHERE id = @customer
            """,
            new { customer },
            transaction,
            cancellationToken: cancellationToken)));

    /// <summary>Null where the interpreter does not work in that language.</summary>
    public static async Task<QualificationLevel?> ReadLevelAsync(NpgsqlTransaction transaction, Guid interpreter, string language, CancellationToken cancellationToken) =>
        (QualificationLevel?)await transaction.Connection!.ExecuteScalarAsync<short?>(new CommandDefinition(
            """
            SELECT level
            FROM interpreter_languages
            WHERE interpreter_id = @interpreter
              AND language = @language
            """,
            new { interpreter, language },
            transaction,
            cancellationToken: cancellationToken));
}
