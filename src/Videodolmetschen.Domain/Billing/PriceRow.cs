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

    internal bool Matches(ServiceTerms terms, ServiceBooking booking) =>
        (Languages.Count == 0 || Languages.Contains(terms.Language.Value) || (terms.LanguageGroup is { } group && Languages.Contains(group)))
        && (Levels.Count == 0 || (terms.Level is { } level && Levels.Contains(level)))
        && (Booking is null || Booking == booking)
        && (Modality is null || Modality == terms.Modality);

    /// <summary>More that is named goes first; of as much, what is named further left here: language by itself, its group, level, booking, modality.</summary>
    internal (int Named, bool Language, bool Group, bool Level, bool Booking) Weight(ServiceTerms terms) =>
        (Named, Languages.Contains(terms.Language.Value), Languages.Count > 0, Levels.Count > 0, Booking is not null);

    /// <summary>As specific, and some service would match both: nothing says which counts. A language and its group never tie.</summary>
    internal bool CollidesWith(PriceRow other) =>
        (Languages.Count > 0, Levels.Count > 0, Booking, Modality) == (other.Languages.Count > 0, other.Levels.Count > 0, other.Booking, other.Modality)
        && (Languages.Count == 0 || Languages.Intersect(other.Languages).Any())
        && (Levels.Count == 0 || Levels.Intersect(other.Levels).Any());

    internal int Named => (Languages.Count > 0 ? 1 : 0) + (Levels.Count > 0 ? 1 : 0) + (Booking is null ? 0 : 1) + (Modality is null ? 0 : 1);
}

/// <summary>How somebody came to an interpreter.</summary>
public enum ServiceBooking
{
    /// <summary>At once.</summary>
    Live,
    /// <summary>For a time.</summary>
    Booked,
}
