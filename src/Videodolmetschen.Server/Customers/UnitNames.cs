using System.Collections.Concurrent;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Customers;

namespace Videodolmetschen.Server.Customers;

/// <summary>A unit with what others see of its customer.</summary>
/// <param name="MayAskUrgently">Police or child protection: its requests may go before those of others.</param>
internal sealed record UnitName(UnitId Id, string Name, CustomerId Customer, string CustomerName, CustomerKind Kind, bool MayAskUrgently);

/// <summary>Names and kinds for the live views, kept at hand: they are told with every message.</summary>
internal sealed class UnitNames(UnitStore store)
{
    private readonly ConcurrentDictionary<UnitId, UnitName> _units = new();

    public UnitName? Find(UnitId unit) => _units.GetValueOrDefault(unit);

    /// <summary>Reads a unit that came after the start.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.Forbidden"/> when there is no such unit.</exception>
    public async ValueTask<UnitName> RequireAsync(UnitId unit, CancellationToken cancellationToken)
    {
        if (Find(unit) is { } known)
        {
            return known;
        }

        await LoadAsync(cancellationToken);
        return Find(unit) ?? throw new DomainException(ErrorCode.Forbidden);
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        foreach (var unit in await store.ReadAllAsync(cancellationToken))
        {
            _units[unit.Id] = unit;
        }
    }
}
