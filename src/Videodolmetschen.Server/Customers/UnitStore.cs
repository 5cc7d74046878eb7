using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Customers;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Customers;

internal sealed class UnitStore(TenantScope scope)
{
    private const string ReadAll =
        """
        SELECT units.id, units.name, customers.id, customers.name, customers.kind, units.may_ask_urgently
        FROM units
        JOIN customers ON customers.id = units.customer_id
        """;

    public async Task<IReadOnlyList<UnitName>> ReadAllAsync(CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await using var command = new NpgsqlCommand(ReadAll, staff.Connection, staff.Transaction);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<UnitName> units = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            units.Add(new UnitName(
                new UnitId(reader.GetGuid(0)),
                reader.GetString(1),
                new CustomerId(reader.GetGuid(2)),
                reader.GetString(3),
                SnakeCase.Parse<CustomerKind>(reader.GetString(4)),
                reader.GetBoolean(5)));
        }

        return units;
    }
}
