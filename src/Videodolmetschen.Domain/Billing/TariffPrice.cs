namespace Videodolmetschen.Domain.Billing;

/// <summary>How time becomes money. Euro, net; minutes are started minutes (<see cref="StartedMinutes"/>).</summary>
public abstract record TariffPrice
{
    private TariffPrice()
    {
    }

    /// <summary>What so many minutes cost, without surcharges; 0 for none.</summary>
    public decimal NetOf(int minutes) => PortionsOf(minutes).Sum(portion => portion.Net);

    /// <summary>As a person reads it before ordering, in German: "1,45 EUR je Minute, mindestens 15 Minuten".</summary>
    public abstract string Words();

    /// <summary>One after the other from the start on; together they cover all billed minutes.</summary>
    internal abstract IReadOnlyList<PricePortion> PortionsOf(int minutes);

    /// <summary>So many steps of that length were started.</summary>
    private static int Steps(int minutes, int step) => ((minutes - 1) / step) + 1;

    /// <summary>By the minute.</summary>
    /// <param name="Price">Of one minute.</param>
    /// <param name="MinimumMinutes">Billed at least.</param>
    /// <param name="StepMinutes">Billed in such blocks, a started one in full; 1 is by the minute.</param>
    public sealed record PerMinute(decimal Price, int MinimumMinutes, int StepMinutes) : TariffPrice
    {
        public override string Words() =>
            $"{German.Euro(Price)} je Minute"
            + (StepMinutes > 1 ? $", abgerechnet in Schritten von {StepMinutes} Minuten" : "")
            + (MinimumMinutes > 1 ? $", mindestens {MinimumMinutes} Minuten" : "");

        internal override IReadOnlyList<PricePortion> PortionsOf(int minutes)
        {
            if (minutes <= 0)
            {
                return [];
            }

            var billed = Steps(Math.Max(minutes, MinimumMinutes), StepMinutes) * StepMinutes;
            var how = StepMinutes > 1 ? $"je angefangene {StepMinutes} Minuten" : "angefangene Minuten zählen";
            return
            [
                new PricePortion("price.per_minute", billed, billed, BillingUnit.Minute, Price)
                {
                    Words = $"{German.Count(billed, "Minute", "Minuten")} zu je {German.Euro(Price)}",
                    How = MinimumMinutes > 1 ? $"{how}, mindestens {MinimumMinutes}" : how,
                },
            ];
        }
    }

    /// <summary>By the started block.</summary>
    /// <param name="SlotMinutes">Length of a block.</param>
    /// <param name="Price">Of one block.</param>
    public sealed record PerSlot(int SlotMinutes, decimal Price) : TariffPrice
    {
        public override string Words() => $"{German.Euro(Price)} je angefangene {SlotMinutes} Minuten";

        internal override IReadOnlyList<PricePortion> PortionsOf(int minutes) => minutes <= 0 ? [] : [Portion(Steps(minutes, SlotMinutes))];

        private PricePortion Portion(int slots) => new("price.per_slot", slots * SlotMinutes, slots, BillingUnit.One, Price)
        {
            Words = $"{slots} mal {SlotMinutes} Minuten zu je {German.Euro(Price)}",
            How = $"je angefangene {SlotMinutes} Minuten",
        };
    }

    /// <summary>By the hour; of the last one up to half an hour counts as half, more as a whole, over the whole service once (§ 8 (2) JVEG).</summary>
    /// <param name="HourlyRate">Of one hour.</param>
    public sealed record PerHalfHour(decimal HourlyRate) : TariffPrice
    {
        /// <summary>0, 0.5, 1, 1.5 … for so many minutes.</summary>
        public static decimal HoursOf(int minutes) => minutes <= 0 ? 0 : Steps(minutes, 30) / 2m;

        public override string Words() => $"{German.Euro(HourlyRate)} je Stunde, die letzte angefangene bis 30 Minuten zur Hälfte";

        internal override IReadOnlyList<PricePortion> PortionsOf(int minutes) => minutes <= 0 ? [] : [Portion(minutes)];

        private PricePortion Portion(int minutes) => new("price.half_hours", minutes, HoursOf(minutes), BillingUnit.Hour, HourlyRate)
        {
            Words = $"{German.Count(HoursOf(minutes), "Stunde", "Stunden")} zu je {German.Euro(HourlyRate)}",
            How = "die letzte angefangene Stunde zählt bis 30 Minuten halb, darüber ganz, § 8 Abs. 2 JVEG",
        };
    }

    /// <summary>The first block for a flat price, then by started steps: "30 EUR the first hour, then 15 EUR each half hour".</summary>
    /// <param name="FirstMinutes">Length of the first block, always paid in full.</param>
    /// <param name="FirstPrice">Of the first block.</param>
    /// <param name="StepMinutes">Length of each step after it.</param>
    /// <param name="StepPrice">Of one step.</param>
    public sealed record FirstThenSteps(int FirstMinutes, decimal FirstPrice, int StepMinutes, decimal StepPrice) : TariffPrice
    {
        public override string Words() =>
            $"{German.Euro(FirstPrice)} für die ersten {FirstMinutes} Minuten, danach {German.Euro(StepPrice)} "
            + (StepMinutes > 1 ? $"je angefangene {StepMinutes} Minuten" : "je Minute");

        internal override IReadOnlyList<PricePortion> PortionsOf(int minutes) =>
            minutes <= 0 ? [] : minutes <= FirstMinutes ? [First()] : [First(), After(Steps(minutes - FirstMinutes, StepMinutes))];

        private PricePortion First() => new("price.first_block", FirstMinutes, 1, BillingUnit.One, FirstPrice)
        {
            Words = $"Die ersten {FirstMinutes} Minuten zu {German.Euro(FirstPrice)}",
            How = "immer in voller Höhe",
        };

        private PricePortion After(int steps) => new("price.further_steps", steps * StepMinutes, steps, BillingUnit.One, StepPrice)
        {
            Words = $"Danach {steps} mal {German.Count(StepMinutes, "Minute", "Minuten")} zu je {German.Euro(StepPrice)}",
            How = $"je angefangene {German.Count(StepMinutes, "Minute", "Minuten")}",
        };
    }
}
