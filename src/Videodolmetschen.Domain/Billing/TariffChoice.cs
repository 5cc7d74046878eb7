using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Domain.Billing;

/// <summary>Which version of a family counts.</summary>
public static class TariffChoice
{
    /// <summary>The last that had begun on the day that the contract goes by; days are Berlin's.</summary>
    /// <param name="versions">Of one family.</param>
    /// <exception cref="DomainException"><see cref="ErrorCode.TariffMissing"/> where none counts on that day.</exception>
    public static Tariff Of(IEnumerable<Tariff> versions, DateTimeOffset orderedAt, DateTimeOffset servedFrom)
    {
        var (ordered, served) = (BerlinTime.DayOf(orderedAt), BerlinTime.DayOf(servedFrom));
        return versions.OrderByDescending(version => version.ValidFrom)
                .FirstOrDefault(version => (version.ChosenBy == TariffDate.DateOfOrder ? ordered : served) is var day && version.ValidFrom <= day && (version.ValidUntil ?? day) >= day)
            ?? throw new DomainException(ErrorCode.TariffMissing);
    }
}
