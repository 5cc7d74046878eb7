using Dapper;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>Whose holidays count: the customer's seat.</summary>
internal sealed class RegionStore(TenantScope scope)
{
    public async Task<HolidayRegion> ReadAsync(CustomerId customer, CancellationToken cancellationToken)
    {
        await using var scoped = await scope.OpenForCustomerAsync(customer, cancellationToken);
        var land = await scoped.Connection.QuerySingleAsync<string>(new CommandDefinition(
            """
            SELECT land
            FROM customers
            WHERE id = @customer
            """,
            new { customer = customer.Value },
            scoped.Transaction,
            cancellationToken: cancellationToken));
        return new HolidayRegion(Enum.Parse<Land>(land));
    }
}
