using FsCheck;
using FsCheck.Fluent;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Domain.Staffing;

namespace Videodolmetschen.Domain.Tests.Billing;

/// <summary>What holds for every tariff and every service.</summary>
public class TariffPropertyTests
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(400);

    [Fact]
    public void Nothing_is_ever_negative_and_no_rule_makes_two_lines() => Check.One(Often, Prop.ForAll(Some.Services, service =>
    {
        var rated = service.Rated();

        Assert.True(rated.Net >= 0, $"{rated.Net} in {service}");
        Assert.True(rated.ProgrammeNet >= 0);
        Assert.All(rated.Lines, line => Assert.True(line.UnitPrice >= 0));
        Assert.All(rated.Lines, line => Assert.True(line.Quantity > 0 || line.Kind == BillingLineKind.Delay));
        Assert.Equal(rated.Lines.Count, rated.Lines.Select(line => line.Rule).Distinct().Count());
    }));

    [Fact]
    public void The_lines_add_up_to_the_total_and_each_is_quantity_by_price_to_the_cent() => Check.One(Often, Prop.ForAll(Some.Services, service =>
    {
        var rated = service.Rated();

        Assert.Equal(rated.Lines.Aggregate(0m, (sum, line) => sum + line.Net), rated.Net);
        Assert.All(rated.Lines, line => Assert.Equal(decimal.Round(line.Quantity * line.UnitPrice, 2, MidpointRounding.AwayFromZero), line.Net));
        Assert.All(rated.Lines, line => Assert.Equal((service.Tariff.Id, service.Facts.From), (line.Tariff, line.From)));
        Assert.All(rated.Lines, line => Assert.EndsWith(".", line.Explanation, StringComparison.Ordinal));
    }));

    [Fact]
    public void A_longer_conversation_is_never_cheaper() => Check.One(Often, Prop.ForAll(Some.Conversations, one =>
    {
        var longer = one with { Minutes = one.Minutes + one.More };

        Assert.True(longer.Rated().Net >= one.Rated().Net, $"{one}: {one.Rated().Net} and then {longer.Rated().Net}");
    }));

    [Fact]
    public void A_longer_slot_is_never_cheaper_and_staying_longer_never_is() => Check.One(Often, Prop.ForAll(Some.Conversations, one =>
    {
        var slot = new AppointmentSlot(one.From, one.From.AddMinutes(one.Minutes + 1));
        var longer = new AppointmentSlot(slot.Start, slot.End.AddMinutes(one.More));
        decimal Net(AppointmentSlot booked, DateTimeOffset ended) => TariffRating.Rate(one.Tariff, one.Terms, new ServiceFacts.Held(booked, ended)).Net;

        Assert.True(Net(longer, longer.End) >= Net(slot, slot.End));
        Assert.True(Net(slot, longer.End) >= Net(slot, slot.End));
    }));

    [Fact]
    public void A_window_cut_at_midnight_is_the_same_window() => Check.One(Often, Prop.ForAll(Some.Conversations, one =>
    {
        Surcharge Cut(Surcharge surcharge) => surcharge with { Bands = [.. surcharge.Bands.SelectMany(AtMidnight)] };
        var cut = one with { Tariff = one.Tariff with { Surcharges = [.. one.Tariff.Surcharges.Select(Cut)] } };

        Assert.Equal(one.Rated().Lines, cut.Rated().Lines);
    }));

    /// <summary>Prices for which every cent is whole, so that rounding cannot hide anything.</summary>
    [Fact]
    public void A_conversation_cut_at_midnight_costs_the_same_by_the_minute() => Check.One(Often, Prop.ForAll(Some.Conversations, one =>
    {
        var whole = one with { Tariff = Some.ByTheMinute };
        var midnight = BerlinTime.BeginOf(BerlinTime.DayOf(one.From).AddDays(1));
        var before = (int)Math.Min(one.Minutes, (midnight - one.From).TotalMinutes);
        var evening = whole with { Minutes = before };
        var morning = whole with { From = one.From.AddMinutes(before), Minutes = one.Minutes - before };

        Assert.Equal(whole.Rated().Net, evening.Rated().Net + morning.Rated().Net);
    }));

    /// <summary>The law rounds once: two halves may cost more, never less.</summary>
    [Fact]
    public void By_the_law_the_whole_is_rounded_once() => Check.One(Often, Prop.ForAll(Some.Conversations, one =>
    {
        var whole = one with { Tariff = TariffCatalogue.Jveg93Interpreter };
        var (first, second) = (whole with { Minutes = one.Minutes / 2 }, whole with { From = one.From.AddMinutes(one.Minutes / 2), Minutes = one.Minutes - (one.Minutes / 2) });

        Assert.True(first.Rated().Net + second.Rated().Net >= whole.Rated().Net);
    }));

    [Fact]
    public void A_programme_bears_to_the_cent_what_the_customer_would_owe() => Check.One(Often, Prop.ForAll(Some.Services, service =>
    {
        var paid = service with { Tariff = service.Tariff with { Programme = null } };
        var free = service with { Tariff = service.Tariff with { Programme = new TariffProgramme("K-1", "Programm") } };

        Assert.Equal((0m, paid.Rated().Net), (free.Rated().Net, free.Rated().ProgrammeNet));
        Assert.Equal(0m, paid.Rated().ProgrammeNet);
    }));

    [Fact]
    public void Cancelling_costs_no_more_than_the_slot_and_no_less_when_it_is_later() => Check.One(Often, Prop.ForAll(Some.Conversations, one =>
    {
        var tariff = one.Tariff with { Cancellation = new CancellationPrice.PercentOfSlot(CancellationRule.Usual) };
        var slot = new AppointmentSlot(one.From, one.From.AddMinutes(one.Minutes + 1));
        decimal At(double hours) => TariffRating.Rate(tariff, one.Terms, new ServiceFacts.Cancelled(slot, slot.Start.AddHours(-hours))).Net;

        var booked = TariffRating.Rate(tariff, one.Terms, new ServiceFacts.Held(slot, slot.End)).Net;
        Assert.Equal((0m, booked), (At(24), At(0)));
        Assert.InRange(At(one.More), 0, booked);
        Assert.True(At(one.More / 2d) >= At(one.More));
    }));

    [Fact]
    public void Standing_by_longer_earns_no_less() => Check.One(Often, Prop.ForAll(Some.Conversations, one =>
    {
        var shift = new AppointmentSlot(one.From, one.From.AddHours(12));
        decimal For(int minutes) => TariffRating.Rate(TariffCatalogue.InterpreterPerMinute, one.Terms, new ServiceFacts.Standby(shift, new StandbyService(TimeSpan.FromMinutes(minutes), TimeSpan.Zero))).Net;

        Assert.True(For(one.Minutes + one.More) >= For(one.Minutes));
        Assert.Equal(one.Minutes > 0, For(one.Minutes) > 0);
    }));

    private static IEnumerable<SurchargeBand> AtMidnight(SurchargeBand band)
    {
        var night = band.Until <= band.From && band.Until > TimeOnly.MinValue;
        return night ? [band with { Until = TimeOnly.MinValue }, new SurchargeBand(Next(band.Days), TimeOnly.MinValue, band.Until)] : [band];
    }

    /// <summary>The days after these; only bands without holidays lie over midnight here.</summary>
    private static BandDays Next(BandDays days) => (BandDays)((((int)days << 1) | ((int)days >> 6)) & (int)BandDays.EveryDay);
}
