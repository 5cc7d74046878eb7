using Dapper;
using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Server.Mail;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>Accounts as addressees of letters, in the transaction of what the letter tells. A disabled account gets none.</summary>
internal static class AddresseeStore
{
    private sealed record PersonRow(Guid Id, string DisplayName, string Email);

    public static Task<IReadOnlyList<MailPerson>> OfUserAsync(NpgsqlTransaction transaction, Guid id, CancellationToken cancellationToken) =>
        ReadAsync(transaction, "id = @id", id, cancellationToken);

    public static Task<IReadOnlyList<MailPerson>> OfInterpreterAsync(NpgsqlTransaction transaction, Guid id, CancellationToken cancellationToken) =>
        ReadAsync(transaction, "interpreter_id = @id", id, cancellationToken);

    public static Task<IReadOnlyList<MailPerson>> CoordinatorsAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        ReadAsync(
            transaction,
            "EXISTS (SELECT FROM user_roles JOIN roles ON roles.id = user_roles.role_id WHERE user_roles.user_id = users.id AND roles.name = 'coordinator')",
            Guid.Empty,
            cancellationToken);

    private static async Task<IReadOnlyList<MailPerson>> ReadAsync(NpgsqlTransaction transaction, string who, Guid id, CancellationToken cancellationToken) =>
        [.. (await transaction.Connection!.QueryAsync<PersonRow>(new CommandDefinition(
            $"""
            SELECT id, display_name, email
            FROM users
            WHERE {who}
              AND disabled_at IS NULL
            """,
            new { id },
            transaction,
            cancellationToken: cancellationToken))).Select(row => new MailPerson(new UserId(row.Id), row.DisplayName, row.Email))];
}
