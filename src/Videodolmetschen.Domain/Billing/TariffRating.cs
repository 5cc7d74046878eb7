using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Domain.Billing;

/// <summary>From what was ordered and what happened to what is owed (SEMANTICS.md 7). Called rating in the trade; a rating of a conversation is another thing.</summary>
public static class TariffRating
{
    /// <param name="tariff">The version that counts (<see cref="TariffChoice"/>).</param>
    public static RatedLines Rate(Tariff tariff, ServiceTerms terms, ServiceFacts facts)
    {
        var draft = new LineDraft(tariff, terms, facts.From, facts.Until);
        var price = tariff.PriceFor(terms, facts.Booking);
        IEnumerable<BillingLine> lines = facts switch
        {
            ServiceFacts.Live live => Timed(draft, price, new ServiceTime(live.From, live.Until, live.BillableSeconds, $"{German.Seconds(live.BillableSeconds)} Gesprächszeit")),
            ServiceFacts.Held held => Held(draft, price, held),
            ServiceFacts.Missed missed => NoShow(draft, price, missed),
            ServiceFacts.Cancelled cancelled => CancellationRating.Lines(draft, price, cancelled),
            ServiceFacts.Standby standby => Standby(draft, standby),
            _ => throw new ArgumentOutOfRangeException(nameof(facts)),
        };
        return new RatedLines([.. tariff.Programme is { } programme ? lines.Select(line => BorneBy(programme, line)) : lines]);
    }

    /// <summary>The price of the slot with the surcharges that fall on it: what cancelling and not coming are a part of.</summary>
    internal static decimal NetOf(LineDraft draft, TariffPrice price, AppointmentSlot slot) =>
        Timed(draft, price, Between(slot.Start, slot.End, "")).Sum(line => line.Net);

    private static IEnumerable<BillingLine> Timed(LineDraft draft, TariffPrice price, ServiceTime time) =>
        price.PortionsOf(time.Minutes)
            .Select(portion => draft.Line(BillingLineKind.Service, portion.Rule, portion.Quantity, portion.Unit, portion.UnitPrice, $"{portion.Words} ({time.Words}; {portion.How})."))
            .Concat(SurchargeRating.Lines(draft, price, time));

    /// <summary>The slot at least, and what went on after it. Where unused time costs less, it is a line of its own; time until the end of the talk was used.</summary>
    private static IEnumerable<BillingLine> Held(LineDraft draft, TariffPrice price, ServiceFacts.Held held)
    {
        var (slot, terms) = (held.Slot, draft.Tariff.Slots);
        var isShort = held.EndedAt < slot.End && terms.UnusedPercent != 100;
        // Both were early and done before the slot began: that was the time that was needed.
        var begin = isShort && held.EndedAt <= slot.Start && held.BegunAt < held.EndedAt ? held.BegunAt.Value : slot.Start;
        var end = !isShort ? held.Until : held.EndedAt > begin ? held.EndedAt : begin;
        var further = begin < slot.Start ? $", {German.Stretch(begin, end)} gedolmetscht" : isShort ? $", bis {German.TimeOfDay(end)} gedolmetscht" : end > slot.End ? $", {German.Seconds((int)(end - slot.End).TotalSeconds)} länger" : "";
        var time = Between(begin, end, $"gebucht {German.Stretch(slot.Start, slot.End)}{further}");
        List<BillingLine> lines = [.. Timed(draft, price, time)];
        if (isShort && price.NetOf(StartedMinutes.Of(slot.Length)) - price.NetOf(time.Minutes) is var unused and > 0 && terms.UnusedPercent > 0)
        {
            lines.Add(draft.Line(BillingLineKind.UnusedTime, "slot.unused", 1, BillingUnit.One, Money.Percent(unused, terms.UnusedPercent),
                $"{German.Number(terms.UnusedPercent)} % von {German.Euro(unused)} für gebuchte, nicht genutzte Zeit."));
        }

        return held.HalvedDelay > TimeSpan.Zero ? lines.Concat(Delay(draft, price, held, lines.Sum(line => line.Net))) : lines;
    }

    /// <summary>Never more than what is owed.</summary>
    private static IEnumerable<BillingLine> Delay(LineDraft draft, TariffPrice price, ServiceFacts.Held held, decimal owed)
    {
        var (net, percent) = (NetOf(draft, price, held.Slot), draft.Tariff.Slots.DelayPercent);
        var late = held.HalvedDelay < held.Slot.Length ? held.HalvedDelay : held.Slot.Length;
        var deducted = Math.Min(owed, Money.Percent(net * late.Ticks / held.Slot.Length.Ticks, percent));
        return deducted <= 0 ? [] :
        [
            draft.Line(BillingLineKind.Delay, "slot.delay", -1, BillingUnit.One, deducted,
                $"Abzug, weil erst {German.Seconds((int)late.TotalSeconds)} nach Beginn gedolmetscht werden konnte: {German.Number(percent)} % des Anteils dieser Zeit an {German.Euro(net)}."),
        ];
    }

    private static IEnumerable<BillingLine> NoShow(LineDraft draft, TariffPrice price, ServiceFacts.Missed missed)
    {
        var percent = draft.Tariff.Slots.NoShowPercent;
        if (missed.By != MissedBy.Customer || !missed.SlotIsBilled || percent <= 0)
        {
            return [];
        }

        var net = NetOf(draft, price, missed.Slot);
        return
        [
            draft.Line(BillingLineKind.NoShow, "slot.no_show", 1, BillingUnit.One, Money.Percent(net, percent),
                $"{German.Number(percent)} % von {German.Euro(net)}, dem Preis der gebuchten Zeit ({German.Stretch(missed.Slot.Start, missed.Slot.End)}): der Auftraggeber ist nicht erschienen."),
        ];
    }

    private static IEnumerable<BillingLine> Standby(LineDraft draft, ServiceFacts.Standby standby)
    {
        if (draft.Tariff.Standby is not { } price)
        {
            return [];
        }

        var paid = StartedMinutes.Of(standby.Served.OnDuty + (price.IsPausePaid ? standby.Served.Paused : TimeSpan.Zero));
        var hours = (paid + price.StepMinutes - 1) / price.StepMinutes * price.StepMinutes / 60m;
        return hours == 0 ? [] :
        [
            draft.Line(BillingLineKind.Standby, "standby", hours, BillingUnit.Hour, price.PerHour,
                $"{German.Count(hours, "Stunde", "Stunden")} Bereitschaft zu je {German.Euro(price.PerHour)} ({German.Count(paid, "Minute", "Minuten")}; je angefangene {price.StepMinutes} Minuten)."),
        ];
    }

    private static BillingLine BorneBy(TariffProgramme programme, BillingLine line) => line with
    {
        UnitPrice = 0,
        Programme = new ProgrammeShare(programme.Key, line.UnitPrice, line.Net),
        Explanation = $"{line.Explanation} Diese {German.Euro(line.Net)} trägt das Programm {programme.Name}.",
    };

    private static ServiceTime Between(DateTimeOffset from, DateTimeOffset until, string words) => new(from, until, (int)Math.Floor((until - from).TotalSeconds), words);
}
