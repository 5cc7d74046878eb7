using FsCheck;
using FsCheck.Fluent;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Domain.Staffing;

namespace Videodolmetschen.Domain.Tests.Billing;

/// <summary>Random services, all of them possible. Twenty numbers make one, so that a failing one can be told again.</summary>
internal static class Some
{
    private const int Numbers = 20;

    /// <summary>From here on two years are drawn from: all four changes of the clock are in them.</summary>
    private static readonly DateTimeOffset Begin = Given.Instant("2026-01-01T00:00Z");

    /// <summary>1.50 EUR, and 20 % at night: whole cents for every minute.</summary>
    public static Tariff ByTheMinute { get; } = TariffCatalogue.PerMinute with
    {
        Price = new TariffPrice.PerMinute(1.50m, 0, 1),
        Surcharges = [new Surcharge("night", "Nachtzuschlag", SurchargeKind.Percent, 20, [new SurchargeBand(BandDays.EveryDay, new TimeOnly(22, 0), new TimeOnly(6, 0))])],
    };

    public static Arbitrary<Service> Services { get; } = Arb.From(Gen.Choose(0, 1_000_000).ArrayOf(Numbers).Select(Service));

    public static Arbitrary<Conversation> Conversations { get; } = Arb.From(Gen.Choose(0, 1_000_000).ArrayOf(Numbers).Select(Conversation));

    public static Conversation Conversation(int[] n) => new(Tariff(n), Terms(n), From(n), n[14] % 400, n[15] % 200);

    private static Service Service(int[] n)
    {
        var (from, slot) = (From(n), new AppointmentSlot(From(n), From(n).AddMinutes(15 + (n[14] % 345))));
        var ended = from.AddSeconds(n[15] % 30_000);
        return new Service(Tariff(n), Terms(n), (n[16] % 6) switch
        {
            0 => new ServiceFacts.Live(from, ended, n[17] % ((n[15] % 30_000) + 1)),
            1 => new ServiceFacts.Held(slot, ended, TimeSpan.FromMinutes(n[17] % 31)),
            2 => new ServiceFacts.Missed(slot, MissedBy.Customer, n[17] % 2 == 0),
            3 => new ServiceFacts.Cancelled(slot, from.AddHours(-(n[15] % 100)), n[17] % 101, n[18] / 100m),
            4 => new ServiceFacts.Standby(slot, new StandbyService(slot.Length / (1 + (n[15] % 4)), TimeSpan.FromSeconds(n[17] % 500))),
            _ => new ServiceFacts.Held(slot, slot.Start.AddMinutes(n[17] % 600)),
        });
    }

    /// <summary>Half of them begin at a minute, whenever, the others near something: midnight, Sunday, the changes of the clock.</summary>
    private static DateTimeOffset From(int[] n) => n[0] % 2 == 0
        ? Begin.AddMinutes(n[1])
        : Given.Instant((n[1] % 4) switch { 0 => "2026-10-24T20:00Z", 1 => "2026-03-28T20:00Z", 2 => "2026-12-24T20:00Z", _ => "2026-11-21T19:00Z" }).AddMinutes(n[2] % 600);

    private static ServiceTerms Terms(int[] n) => new()
    {
        OrderedAt = From(n).AddDays(-1),
        Language = Given.Kurmanji,
        Days = new WorkingDays(new HolidayRegion((Land)(n[3] % 16))),
        IsNecessary = n[4] % 3 > 0,
    };

    private static Tariff Tariff(int[] n) => TariffCatalogue.PerMinute with
    {
        Price = (n[5] % 4) switch
        {
            0 => new TariffPrice.PerMinute(n[6] % 400 / 100m, n[7] % 5 * (1 + (n[8] % 20)), 1 + (n[8] % 20)),
            1 => new TariffPrice.PerSlot(1 + (n[7] % 60), n[6] % 9000 / 100m),
            2 => new TariffPrice.PerHalfHour(n[6] % 20000 / 100m),
            _ => new TariffPrice.FirstThenSteps(1 + (n[7] % 90), n[6] % 9000 / 100m, 1 + (n[8] % 40), n[9] % 6000 / 100m),
        },
        Stacking = n[10] % 2 == 0 ? SurchargeStacking.HighestOnly : SurchargeStacking.Additive,
        Surcharges = [.. Surcharges(n)],
        Slots = new SlotTerms { UnusedPercent = n[13] % 101, NoShowPercent = n[12] % 101, DelayPercent = n[11] % 101 },
        Cancellation = n[9] % 2 == 0 ? new CancellationPrice.PercentOfSlot(AtMost: n[9] % 3 == 0 ? 50 : null) : new CancellationPrice.DeclaredLoss(),
        Standby = new StandbyPrice(n[6] % 3000 / 100m),
    };

    private static IEnumerable<Surcharge> Surcharges(int[] n)
    {
        var kind = n[11] % 4 == 0 ? SurchargeKind.Flat : SurchargeKind.Percent;
        yield return new Surcharge("night", "Nachtzuschlag", kind, n[11] % 60, [new SurchargeBand((BandDays)(1 + (n[12] % 127)), new TimeOnly(18 + (n[11] % 6), 0), new TimeOnly(n[12] % 8, 0))]);
        yield return new Surcharge("free", "Feiertagszuschlag", kind, n[12] % 101, [new SurchargeBand(BandDays.Sunday | BandDays.Holiday)], NeedsNecessity: n[13] % 2 == 0);
    }
}

internal sealed record Service(Tariff Tariff, ServiceTerms Terms, ServiceFacts Facts)
{
    public RatedLines Rated() => TariffRating.Rate(Tariff, Terms, Facts);
}

/// <summary>At once, the clock running through.</summary>
internal sealed record Conversation(Tariff Tariff, ServiceTerms Terms, DateTimeOffset From, int Minutes, int More)
{
    public RatedLines Rated() => TariffRating.Rate(Tariff, Terms, new ServiceFacts.Live(From, From.AddMinutes(Minutes), Minutes * 60));
}
