using Dapper;
using Npgsql;

namespace Videodolmetschen.Server.Interpreters;

/// <param name="InterpreterId">Whose it is.</param>
/// <param name="Language">Null for the obligation under § 203 StGB.</param>
/// <param name="Authority">Who swore the interpreter in; null likewise.</param>
/// <param name="ValidUntil">The last valid day in Berlin.</param>
internal sealed record ExpiringQualification(Guid InterpreterId, string? Language, string? Authority, DateOnly ValidUntil);

/// <summary>Oaths and obligations that run out. An oath whose renewal was applied for stays alive by law and is not among them (§ 7 GDolmG).</summary>
internal static class ExpiryStore
{
    public static async Task<IReadOnlyList<ExpiringQualification>> ReadAsync(NpgsqlTransaction transaction, DateOnly from, DateOnly until, CancellationToken cancellationToken) =>
        [.. await transaction.Connection!.QueryAsync<ExpiringQualification>(new CommandDefinition(
            """
            SELECT oaths.interpreter_id, language, authority, valid_until
            FROM oaths
            JOIN interpreters ON interpreters.id = oaths.interpreter_id
            WHERE valid_until BETWEEN @from AND @until
              AND (basis <> 'federal' OR renewal_applied_at IS NULL)
              AND left_at IS NULL
            UNION ALL
            SELECT id, NULL, NULL, section_203_until
            FROM interpreters
            WHERE section_203_until BETWEEN @from AND @until
              AND left_at IS NULL
            ORDER BY valid_until, interpreter_id, language, authority
            """,
            new { from, until },
            transaction,
            cancellationToken: cancellationToken))];
}
