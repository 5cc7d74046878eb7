using Dapper;
using Videodolmetschen.Domain;

namespace Videodolmetschen.Server.Access;

/// <summary>What a person may see of the own account.</summary>
internal sealed class AccountStore(TenantScope scope)
{
    internal sealed record Names(string DisplayName, string Email, string? CustomerName, string? CustomerKind, string? UnitName, bool MayAskUrgently);

    public async Task<Names> ReadNamesAsync(SignedIn who, CancellationToken cancellationToken)
    {
        await using var scoped = who.Customer is { } customer
            ? await scope.OpenForCustomerAsync(customer, cancellationToken)
            : await scope.OpenForStaffAsync(cancellationToken);
        return await scoped.Connection.QuerySingleOrDefaultAsync<Names>(new CommandDefinition(
            """
            SELECT u.display_name, u.email, c.name AS customer_name, c.kind AS customer_kind, n.name AS unit_name,
              coalesce(n.may_ask_urgently, false) AS may_ask_urgently
            FROM users u
            LEFT JOIN customers c ON c.id = u.customer_id
            LEFT JOIN units n ON n.id = u.unit_id
            WHERE u.id = @user
            """,
            new { user = who.User.Value },
            scoped.Transaction,
            cancellationToken: cancellationToken)) ?? throw new DomainException(ErrorCode.SignInRequired);
    }
}
