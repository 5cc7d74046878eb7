using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Domain.Billing;

/// <summary>
/// One version of a tariff: the prices of one side, from a day on (SEMANTICS.md 7). A version by which something was billed never changes; other
/// prices are a new version of the same family, from a later day. Money is euro, net.
/// </summary>
/// <remarks>
/// Goes through System.Text.Json and back without attributes: plain properties, enums as words, and the two closed hierarchies
/// (<see cref="TariffPrice"/>, <see cref="CancellationPrice"/>, with <see cref="Scheduling.CancellationStep"/> inside) by the name of the nested type
/// as discriminator. The test <c>TariffJsonTests</c> holds the options for it.
/// </remarks>
public sealed record Tariff
{
    public required TariffVersionId Id { get; init; }

    /// <summary>The same in all versions, for machines: <c>jveg-interpreter</c>. A family belongs to one side.</summary>
    public required string Family { get; init; }

    /// <summary>For people, in German.</summary>
    public required string Name { get; init; }

    public required BillingSide Side { get; init; }

    /// <summary>The first day in Berlin on which it counts, until another version of its family begins.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last such day, where there is nothing after it; null is open, and needs no change when a successor comes.</summary>
    public DateOnly? ValidUntil { get; init; }

    public TariffDate ChosenBy { get; init; }

    /// <summary>Where no row says otherwise.</summary>
    public required TariffPrice Price { get; init; }

    /// <summary>Other prices for some languages, qualifications, modalities, or for live or booked; the most specific that matches counts.</summary>
    public IReadOnlyList<PriceRow> Rows { get; init; } = [];

    public IReadOnlyList<Surcharge> Surcharges { get; init; } = [];

    public SurchargeStacking Stacking { get; init; }

    /// <summary>The Land whose holidays count for surcharges and for a ladder of its own; null is the seat of the ordering body (GERMANY.md 1.4).</summary>
    public Land? HolidaysOf { get; init; }

    /// <summary>What appointments cost beyond the price of their time.</summary>
    public SlotTerms Slots { get; init; } = new();

    /// <summary>Null where cancelling never costs anything.</summary>
    public CancellationPrice? Cancellation { get; init; }

    /// <summary>Only for interpreters; null where standing by is not paid.</summary>
    public StandbyPrice? Standby { get; init; }

    /// <summary>Only for customers: somebody else bears all costs. The price is what that one bears.</summary>
    public TariffProgramme? Programme { get; init; }

    /// <summary>The price of the most specific row that matches; <see cref="Price"/> where none does.</summary>
    public TariffPrice PriceFor(ServiceTerms terms, ServiceBooking booking) => RowFor(terms, booking)?.Price ?? Price;

    internal WorkingDays DaysFor(ServiceTerms terms) => HolidaysOf is { } land ? new WorkingDays(new HolidayRegion(land)) : terms.Days;

    internal PriceRow? RowFor(ServiceTerms terms, ServiceBooking booking) =>
        Rows.Where(row => row.Matches(terms, booking)).OrderByDescending(row => row.Weight(terms)).FirstOrDefault();
}

/// <summary>Which day decides the version (§ 24 JVEG: the order's).</summary>
public enum TariffDate
{
    DateOfOrder,
    DateOfService,
}

/// <summary>Who bears the costs instead of the customer (GERMANY.md 1.7, Landesprogramm).</summary>
/// <param name="Key">For bookkeeping, such as a cost unit.</param>
/// <param name="Name">For people, in German.</param>
public sealed record TariffProgramme(string Key, string Name);
