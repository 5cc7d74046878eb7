using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Server.Billing;

/// <summary>Finds the version that counts: whose tariff it is goes by the day of the service, which version of it by what the tariff says.</summary>
internal static class Tariffs
{
    /// <param name="transaction">Of the staff.</param>
    /// <param name="side">Whose price.</param>
    /// <param name="who">A customer or an interpreter, by the side.</param>
    /// <returns>Null where nobody has given a tariff for that day.</returns>
    public static Task<Tariff?> FindAsync(
        NpgsqlTransaction transaction, BillingSide side, Guid who, DateTimeOffset orderedAt, DateTimeOffset servedFrom, CancellationToken cancellationToken) =>
        FindAsync(transaction, TariffStore.ReadFamilyAsync, side, who, orderedAt, servedFrom, cancellationToken);

    /// <summary>The same, and it stays what it is until the transaction ends: nobody changes a version by which something is just being rated.</summary>
    public static Task<Tariff?> FindToRateAsync(
        NpgsqlTransaction transaction, BillingSide side, Guid who, DateTimeOffset orderedAt, DateTimeOffset servedFrom, CancellationToken cancellationToken) =>
        FindAsync(transaction, TariffStore.LockFamilyAsync, side, who, orderedAt, servedFrom, cancellationToken);

    private static async Task<Tariff?> FindAsync(
        NpgsqlTransaction transaction, Func<NpgsqlTransaction, string, CancellationToken, Task<IReadOnlyList<Tariff>>> read, BillingSide side, Guid who, DateTimeOffset orderedAt, DateTimeOffset servedFrom, CancellationToken cancellationToken)
    {
        if (await AssignmentStore.FindFamilyAsync(transaction, side, who, BerlinTime.DayOf(servedFrom), cancellationToken) is not { } family)
        {
            return null;
        }

        try
        {
            return TariffChoice.Of(await read(transaction, family, cancellationToken), orderedAt, servedFrom);
        }
        catch (DomainException missing) when (missing.Code == ErrorCode.TariffMissing)
        {
            return null;
        }
    }
}
