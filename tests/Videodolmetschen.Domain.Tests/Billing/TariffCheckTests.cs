using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Domain.Tests.Billing;

public class TariffCheckTests
{
    private static readonly Tariff Sound = TariffCatalogue.PerMinute with { Id = new TariffVersionId(Given.Id(1)), ValidFrom = Given.Day("2026-07-01") };
    private static readonly Surcharge Night = Sound.Surcharges[0];

    private static readonly (string Field, TariffBreach Breach, Tariff Draft)[] Broken =
    [
        ("family", TariffBreach.Missing, Sound with { Family = " " }),
        ("name", TariffBreach.Missing, Sound with { Name = "" }),
        ("family", TariffBreach.Misshapen, Sound with { Family = "Stadt Lindenfurt" }),
        ("family", TariffBreach.Misshapen, Sound with { Family = new string('x', 61) }),
        ("name", TariffBreach.TooLong, Sound with { Name = new string('x', 121) }),
        ("programme.key", TariffBreach.TooLong, Sound with { Programme = new TariffProgramme(new string('x', 61), "Programm") }),
        ("programme.name", TariffBreach.TooLong, Sound with { Programme = new TariffProgramme("K", new string('x', 121)) }),
        ("surcharges[0].key", TariffBreach.TooLong, Charging(Night with { Key = new string('x', 61) })),
        ("surcharges[0].name", TariffBreach.TooLong, Charging(Night with { Name = new string('x', 81) })),
        ("price.price", TariffBreach.AmountTooHigh, Priced(new TariffPrice.PerMinute(100_000.01m, 15, 1))),
        ("cancellation.ladder", TariffBreach.HoursOutOfBounds, Cancelling(new CancellationPrice.PercentOfSlot(new CancellationRule([new CancellationStep.HoursBefore(2161, 50)])))),
        ("cancellation.ladder", TariffBreach.HoursOutOfBounds, Cancelling(new CancellationPrice.PercentOfSlot(new CancellationRule([new CancellationStep.HoursBefore(-1, 50)])))),
        ("cancellation.ladder", TariffBreach.HoursOutOfBounds, Cancelling(new CancellationPrice.PercentOfSlot(new CancellationRule([new CancellationStep.CalendarDaysBefore(91, 50)])))),
        ("programme.key", TariffBreach.Missing, Sound with { Programme = new TariffProgramme("", "Programm") }),
        ("programme.name", TariffBreach.Missing, Sound with { Programme = new TariffProgramme("K", "") }),
        ("programme", TariffBreach.NotForThisSide, Sound with { Side = BillingSide.Interpreter, Programme = new TariffProgramme("K", "Programm") }),
        ("standby", TariffBreach.NotForThisSide, Sound with { Standby = new StandbyPrice(1) }),
        ("cancellation", TariffBreach.NotForThisSide, Sound with { Cancellation = new CancellationPrice.DeclaredLoss() }),
        ("validUntil", TariffBreach.UntilBeforeFrom, Sound with { ValidUntil = Given.Day("2026-06-30") }),
        ("price.price", TariffBreach.NegativeAmount, Priced(new TariffPrice.PerMinute(-0.01m, 15, 1))),
        ("price.price", TariffBreach.TooManyDecimals, Priced(new TariffPrice.PerMinute(0.00001m, 15, 1))),
        ("price.minimumMinutes", TariffBreach.MinimumOffItsSteps, Priced(new TariffPrice.PerMinute(1, 15, 10))),
        ("price.minimumMinutes", TariffBreach.MinutesOutOfBounds, Priced(new TariffPrice.PerMinute(1, -1, 1))),
        ("price.stepMinutes", TariffBreach.MinutesOutOfBounds, Priced(new TariffPrice.PerMinute(1, 15, 0))),
        ("price.slotMinutes", TariffBreach.MinutesOutOfBounds, Priced(new TariffPrice.PerSlot(1441, 1))),
        ("price.price", TariffBreach.NegativeAmount, Priced(new TariffPrice.PerSlot(30, -1))),
        ("price.hourlyRate", TariffBreach.NegativeAmount, Priced(new TariffPrice.PerHalfHour(-1))),
        ("price.firstPrice", TariffBreach.NegativeAmount, Priced(new TariffPrice.FirstThenSteps(60, -1, 30, 1))),
        ("price.stepPrice", TariffBreach.NegativeAmount, Priced(new TariffPrice.FirstThenSteps(60, 1, 30, -1))),
        ("price.firstMinutes", TariffBreach.MinutesOutOfBounds, Priced(new TariffPrice.FirstThenSteps(0, 1, 30, 1))),
        ("price.stepMinutes", TariffBreach.MinutesOutOfBounds, Priced(new TariffPrice.FirstThenSteps(60, 1, 0, 1))),
        ("rows[0]", TariffBreach.RowNamesNothing, Sound with { Rows = [new PriceRow(Sound.Price)] }),
        ("rows[1].price.price", TariffBreach.NegativeAmount, Sound with { Rows = [Row("kmr"), Row("prs") with { Price = new TariffPrice.PerSlot(1, -1) }] }),
        ("rows[1]", TariffBreach.RowsCollide, Sound with { Rows = [Row("kmr", "prs"), Row("prs", "ckb")] }),
        ("rows[1]", TariffBreach.RowsCollide, Sound with { Rows = [Row("kurdish"), Row("prs", "kurdish")] }),
        ("rows[0].languages", TariffBreach.LanguageUnknown, Sound with { Rows = [Row("kmr", "kur")] }),
        ("surcharges[0].key", TariffBreach.Missing, Charging(Night with { Key = "" })),
        ("surcharges[0].name", TariffBreach.Missing, Charging(Night with { Name = "" })),
        ("surcharges[1].key", TariffBreach.KeyTwice, Charging(Night, Night)),
        ("surcharges[0].value", TariffBreach.NegativeAmount, Charging(Night with { Value = -1 })),
        ("surcharges[0].value", TariffBreach.PercentOutOfBounds, Charging(Night with { Value = 301 })),
        ("surcharges[1].kind", TariffBreach.KindsMixed, Charging(Night, Night with { Key = "flat", Kind = SurchargeKind.Flat })),
        ("surcharges[0].bands", TariffBreach.Missing, Charging(Night with { Bands = [] })),
        ("surcharges[0].bands[0].days", TariffBreach.NoDays, Charging(Night with { Bands = [new SurchargeBand(BandDays.None)] })),
        ("slots.unusedPercent", TariffBreach.PercentOutOfBounds, Sound with { Slots = new SlotTerms { UnusedPercent = 101 } }),
        ("slots.noShowPercent", TariffBreach.PercentOutOfBounds, Sound with { Slots = new SlotTerms { NoShowPercent = -1 } }),
        ("slots.delayPercent", TariffBreach.PercentOutOfBounds, Sound with { Slots = new SlotTerms { DelayPercent = 101 } }),
        ("cancellation.atLeast", TariffBreach.NegativeAmount, Cancelling(new CancellationPrice.PercentOfSlot(AtLeast: -1))),
        ("cancellation.atMost", TariffBreach.CapUnderMinimum, Cancelling(new CancellationPrice.PercentOfSlot(AtLeast: 20, AtMost: 10))),
        ("cancellation.ladder", TariffBreach.Missing, Cancelling(new CancellationPrice.PercentOfSlot(new CancellationRule([])))),
        ("cancellation.ladder", TariffBreach.PercentOutOfBounds, Cancelling(new CancellationPrice.PercentOfSlot(new CancellationRule([new CancellationStep.HoursBefore(4, 101)])))),
        ("cancellation.minutesAtMost", TariffBreach.MinutesOutOfBounds, Cancelling(new CancellationPrice.DeclaredLoss(0)) with { Side = BillingSide.Interpreter }),
        ("standby.perHour", TariffBreach.NegativeAmount, Sound with { Side = BillingSide.Interpreter, Standby = new StandbyPrice(-1) }),
        ("standby.stepMinutes", TariffBreach.MinutesOutOfBounds, Sound with { Side = BillingSide.Interpreter, Standby = new StandbyPrice(1, 7) }),
    ];

    private static readonly (string Field, TariffBreach Breach, Tariff Other)[] Beside =
    [
        ("validFrom", TariffBreach.Overlap, Other("2026-07-01")),
        ("validFrom", TariffBreach.Overlap, Other("2026-01-01") with { ValidUntil = Given.Day("2026-07-01") }),
        ("chosenBy", TariffBreach.ChosenByDiffers, Other("2026-01-01") with { ChosenBy = TariffDate.DateOfOrder }),
        ("side", TariffBreach.SideDiffers, Other("2026-01-01") with { Side = BillingSide.Interpreter }),
    ];

    public static TheoryData<int> BrokenOnes => [.. Enumerable.Range(0, Broken.Length)];

    public static TheoryData<int> BesideOnes => [.. Enumerable.Range(0, Beside.Length)];

    [Theory]
    [MemberData(nameof(BrokenOnes))]
    public void A_broken_rule_is_said_at_its_field(int place)
    {
        var (field, breach, draft) = Broken[place];

        Assert.Equal([new TariffViolation(field, breach)], TariffCheck.Violations(draft, [], Speech.Catalogue));
    }

    [Theory]
    [MemberData(nameof(BesideOnes))]
    public void A_version_that_does_not_fit_its_family_is_refused(int place)
    {
        var (field, breach, other) = Beside[place];

        Assert.Equal([new TariffViolation(field, breach)], TariffCheck.Violations(Sound, [other], Speech.Catalogue));
    }

    [Fact]
    public void A_version_begins_after_the_last_day_that_was_billed()
    {
        Assert.Equal([new TariffViolation("validFrom", TariffBreach.BeginsInUsedTime)], TariffCheck.Violations(Sound, [], Speech.Catalogue, usedUntil: Sound.ValidFrom));
        Assert.Empty(TariffCheck.Violations(Sound, [], Speech.Catalogue, usedUntil: Sound.ValidFrom.AddDays(-1)));
    }

    /// <summary>What counts so far needs no change when a successor comes.</summary>
    [Fact]
    public void An_open_end_gives_way_and_a_last_day_before_does_not_disturb() =>
        Assert.Empty(TariffCheck.Violations(Sound, [Sound, Other("2026-01-01"), Other("2027-01-01"), Other("2025-01-01") with { ValidUntil = Given.Day("2026-06-30") }], Speech.Catalogue));

    [Fact]
    public void Rows_that_cannot_meet_or_are_more_specific_do_not_collide() => Assert.Empty(TariffCheck.Violations(
        Sound with
        {
            Rows =
            [
                Row("kmr"), Row("prs"), Row("kmr") with { Levels = [QualificationLevel.Sworn] }, Row("kmr") with { Levels = [QualificationLevel.None] },
                Row("kmr") with { Booking = ServiceBooking.Live }, Row("kmr") with { Booking = ServiceBooking.Booked }, Row("kmr") with { Modality = Modality.Audio },
                Row("kurdish"), Row("kurdish") with { Modality = Modality.Audio },
            ],
        },
        [],
        Speech.Catalogue));

    [Fact]
    public void Every_breach_there_is_has_a_case() => Assert.Empty(
        Enum.GetValues<TariffBreach>().Except([.. Broken.Select(one => one.Breach), .. Beside.Select(one => one.Breach), TariffBreach.BeginsInUsedTime]));

    [Fact]
    public void The_ready_made_tariffs_are_sound_and_no_two_are_one()
    {
        var all = TariffCatalogue.ReadyMade;

        Assert.All(all, tariff => Assert.Empty(TariffCheck.Violations(tariff, [.. all.Where(other => other.Family == tariff.Family)], Speech.Catalogue)));
        Assert.Equal(all.Count, all.Select(tariff => tariff.Id).Distinct().Count());
    }

    private static Tariff Other(string from) => Sound with { Id = new TariffVersionId(Given.NewId()), ValidFrom = Given.Day(from) };

    private static Tariff Priced(TariffPrice price) => Sound with { Price = price };

    private static Tariff Charging(params Surcharge[] surcharges) => Sound with { Surcharges = surcharges };

    private static Tariff Cancelling(CancellationPrice price) => Sound with { Cancellation = price };

    private static PriceRow Row(params string[] languages) => new(Sound.Price) { Languages = languages };
}
