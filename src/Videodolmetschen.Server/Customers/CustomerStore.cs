using Dapper;
using Videodolmetschen.Domain;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Customers;

/// <summary>Customers and their units, each customer in the own scope.</summary>
internal sealed class CustomerStore(TenantScope scope)
{
    /// <returns>Null when there is no such unit or when it belongs to another customer: from here they look alike.</returns>
    public async Task<UnitView?> ReadUnitAsync(CustomerId customer, UnitId unit, CancellationToken cancellationToken)
    {
        await using var scoped = await scope.OpenForCustomerAsync(customer, cancellationToken);
        return await scoped.Connection.QuerySingleOrDefaultAsync<UnitView>(new CommandDefinition(
            """
            SELECT u.id AS unit_id, u.name, u.cost_centre, c.id AS customer_id, c.name AS customer_name, c.kind AS customer_kind, c.land
            FROM units u
            JOIN customers c ON c.id = u.customer_id
            WHERE u.id = @unit
            """,
            new { unit = unit.Value },
            scoped.Transaction,
            cancellationToken: cancellationToken));
    }

    /// <param name="customer">Null for all of them, which only the staff may ask for.</param>
    /// <param name="cancellationToken">Given up by the one who asks.</param>
    public async Task<IReadOnlyList<UnitView>> ReadUnitsAsync(CustomerId? customer, CancellationToken cancellationToken)
    {
        await using var scoped = await (customer is { } one ? scope.OpenForCustomerAsync(one, cancellationToken) : scope.OpenForStaffAsync(cancellationToken));
        return
        [
            .. await scoped.Connection.QueryAsync<UnitView>(new CommandDefinition(
                """
                SELECT u.id AS unit_id, u.name, u.cost_centre, c.id AS customer_id, c.name AS customer_name, c.kind AS customer_kind, c.land
                FROM units u
                JOIN customers c ON c.id = u.customer_id
                ORDER BY u.name
                """,
                transaction: scoped.Transaction,
                cancellationToken: cancellationToken)),
        ];
    }
}

/// <summary>A unit with what a requester may know of the own customer.</summary>
internal sealed record UnitView(Guid UnitId, string Name, string CostCentre, Guid CustomerId, string CustomerName, string CustomerKind, string Land);
