using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Billing;

/// <summary>A price for some services only. What a row does not name, it does not care for; a row names something.</summary>
/// <param name="Price">Instead of the tariff's.</param>
public sealed record PriceRow(TariffPrice Price)
{
    /// <summary>ISO 639-3 codes or keys of groups of the catalogue (<c>kmr</c>, <c>kurdish</c>).</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Asked for by the customer, or brought by the interpreter.</summary>
    public IReadOnlyList<QualificationLevel> Levels { get; init; } = [];

    public ServiceBooking? Booking { get; init; }

    public Modality? Modality { get; init; }
}

/// <summary>How somebody came to an interpreter.</summary>
public enum ServiceBooking
{
    /// <summary>At once.</summary>
    Live,
    /// <summary>For a time.</summary>
    Booked,
}
