namespace Videodolmetschen.Domain.Billing;

/// <summary>How time becomes money. Euro, net; minutes are started minutes (<see cref="StartedMinutes"/>).</summary>
public abstract record TariffPrice
{
    private TariffPrice()
    {
    }

    /// <summary>By the minute.</summary>
    /// <param name="Price">Of one minute.</param>
    /// <param name="MinimumMinutes">Billed at least.</param>
    /// <param name="StepMinutes">Billed in such blocks, a started one in full; 1 is by the minute.</param>
    public sealed record PerMinute(decimal Price, int MinimumMinutes, int StepMinutes) : TariffPrice;

    /// <summary>By the started block.</summary>
    /// <param name="SlotMinutes">Length of a block.</param>
    /// <param name="Price">Of one block.</param>
    public sealed record PerSlot(int SlotMinutes, decimal Price) : TariffPrice;

    /// <summary>By the hour; of the last one up to half an hour counts as half, more as a whole, over the whole service once (§ 8 (2) JVEG).</summary>
    /// <param name="HourlyRate">Of one hour.</param>
    public sealed record PerHalfHour(decimal HourlyRate) : TariffPrice;

    /// <summary>The first block for a flat price, then by started steps: "30 EUR the first hour, then 15 EUR each half hour".</summary>
    /// <param name="FirstMinutes">Length of the first block, always paid in full.</param>
    /// <param name="FirstPrice">Of the first block.</param>
    /// <param name="StepMinutes">Length of each step after it.</param>
    /// <param name="StepPrice">Of one step.</param>
    public sealed record FirstThenSteps(int FirstMinutes, decimal FirstPrice, int StepMinutes, decimal StepPrice) : TariffPrice;
}
