using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Server.Billing.Budgets;

/// <summary>All tariffs of one customer at once, for whoever prices many services: finds the same as <see cref="Tariffs"/> does one by one.</summary>
internal sealed class CustomerTariffs
{
    private readonly IReadOnlyList<Assigned> _assigned;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<Tariff>> _families;

    private CustomerTariffs(IReadOnlyList<Assigned> assigned, IReadOnlyDictionary<string, IReadOnlyList<Tariff>> families) => (_assigned, _families) = (assigned, families);

    private sealed record Assigned(string Family, DateOnly ValidFrom);

    public bool IsEmpty => _assigned.Count == 0;

    public static async Task<CustomerTariffs> ReadAsync(NpgsqlTransaction transaction, CustomerId customer, CancellationToken cancellationToken)
    {
        List<Assigned> assigned =
        [
            .. (await AssignmentStore.ReadOfAsync(transaction, BillingSide.Customer, customer.Value, cancellationToken)).Select(one => new Assigned(one.Family, one.ValidFrom)),
        ];
        Dictionary<string, IReadOnlyList<Tariff>> families = [];
        foreach (var family in assigned.Select(one => one.Family).Distinct())
        {
            families[family] = await TariffStore.ReadFamilyAsync(transaction, family, cancellationToken);
        }

        return new CustomerTariffs(assigned, families);
    }

    /// <returns>Null where there is none.</returns>
    public Tariff? Find(DateTimeOffset orderedAt, DateTimeOffset servedFrom)
    {
        var day = BerlinTime.DayOf(servedFrom);
        if (_assigned.FirstOrDefault(one => one.ValidFrom <= day) is not { } found)
        {
            return null;
        }

        try
        {
            return TariffChoice.Of(_families[found.Family], orderedAt, servedFrom);
        }
        catch (DomainException missing) when (missing.Code == ErrorCode.TariffMissing)
        {
            return null;
        }
    }
}
