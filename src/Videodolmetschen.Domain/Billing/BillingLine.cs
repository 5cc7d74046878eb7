using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Domain.Billing;

/// <summary>One priced fact (Leistungsposition). Once stored it never changes; corrections are further lines.</summary>
public sealed record BillingLine
{
    public required BillingLineKind Kind { get; init; }

    /// <summary>Negative in a deduction: a unit price must not be (BR-27).</summary>
    public required decimal Quantity { get; init; }

    public required BillingUnit Unit { get; init; }

    /// <summary>Euro, net; may have more than two decimals, as an invoice allows.</summary>
    public required decimal UnitPrice { get; init; }

    /// <summary>Quantity by unit price, rounded to the cent half away from zero (BT-131): the only rounding of a line.</summary>
    public decimal Net => Money.ToCents(Quantity * UnitPrice);

    public VatTreatment Vat { get; init; }

    /// <summary>Which rule of the tariff made it: <c>price.per_minute</c>, <c>surcharge.night</c>. Each rule makes one line of a service at most.</summary>
    public required string Rule { get; init; }

    public required TariffVersionId Tariff { get; init; }

    /// <summary>One German sentence that explains it to a person. Nothing in it about anybody.</summary>
    public required string Explanation { get; init; }

    /// <summary>The time of the service.</summary>
    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset Until { get; init; }

    /// <summary>The day of the service in Berlin (BT-134 and the month of an invoice go by it).</summary>
    public DateOnly Day => BerlinTime.DayOf(From);

    /// <summary>Set where a programme bears the costs: the price of the line is 0 then.</summary>
    public ProgrammeShare? Programme { get; init; }
}

/// <summary>What a line is for. A surcharge may come more than once for one service; the rule tells them apart.</summary>
public enum BillingLineKind
{
    /// <summary>The time of the service.</summary>
    Service,
    Surcharge,
    /// <summary>Booked time after the conversation has ended.</summary>
    UnusedTime,
    /// <summary>The deduction for an interpreter's delay.</summary>
    Delay,
    NoShow,
    Cancellation,
    Standby,
    /// <summary>More or less after a dispute; the only one that people decide.</summary>
    Correction,
}

/// <summary>What a programme bears of one line.</summary>
/// <param name="Key">Of the <see cref="TariffProgramme"/>.</param>
/// <param name="UnitPrice">What the line would cost.</param>
/// <param name="Net">In whole cents.</param>
public sealed record ProgrammeShare(string Key, decimal UnitPrice, decimal Net);
