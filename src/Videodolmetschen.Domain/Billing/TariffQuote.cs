using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Domain.Billing;

/// <summary>The price before the order, the earnings before the acceptance: rating of what has not happened yet, by the same rules.</summary>
public static class TariffQuote
{
    /// <summary>An appointment that lasts as long as it is booked, and what cancelling costs from the order on.</summary>
    /// <param name="contract">The customer's ladder; counts where the tariff has none of its own.</param>
    public static SlotQuote ForSlot(Tariff tariff, ServiceTerms terms, AppointmentSlot slot, CancellationRule? contract = null)
    {
        var lines = TariffRating.Rate(tariff, terms, new ServiceFacts.Held(slot, slot.End));
        return new SlotQuote(lines, [.. Cancelling(tariff, terms, slot, contract)], tariff.DaysFor(terms));
    }

    /// <summary>A conversation at once: how time is paid, and what a short one costs that begins at this instant, its surcharges with it.</summary>
    public static LiveQuote ForLive(Tariff tariff, ServiceTerms terms, DateTimeOffset at)
    {
        var shortest = TariffRating.Rate(tariff, terms, new ServiceFacts.Live(at, at.AddMinutes(1), 60));
        var surcharges = shortest.Lines.Where(line => line.Kind == BillingLineKind.Surcharge).Select(line => line.Rule).ToHashSet(StringComparer.Ordinal);
        var extra = tariff.Surcharges.Where(one => surcharges.Contains(one.Rule)).Select(one => one.Kind == SurchargeKind.Percent
            ? $"{German.Number(one.Value)} % {one.Name}"
            : $"{German.Euro(one.Value)} {one.Name}");
        var price = string.Join(", zuzüglich ", extra.Prepend(tariff.PriceFor(terms, ServiceBooking.Live).Words()));
        return new LiveQuote(tariff.Programme is { } programme ? $"Kostenfrei: die Kosten trägt das Programm {programme.Name}." : $"{price}.", shortest);
    }

    /// <summary>The most that an interpreter may claim for lost income (§ 9 (5) S. 3 JVEG); null where the tariff pays none.</summary>
    public static decimal? LossAtMost(Tariff tariff, ServiceTerms terms) =>
        tariff.Cancellation is CancellationPrice.DeclaredLoss loss ? tariff.PriceFor(terms, ServiceBooking.Booked).NetOf(loss.MinutesAtMost) : null;

    /// <summary>One row for each time in which it costs the same, the first from the order on.</summary>
    private static IEnumerable<CancellationQuote> Cancelling(Tariff tariff, ServiceTerms terms, AppointmentSlot slot, CancellationRule? contract)
    {
        // The contract is not the tariff: by its ladder the days of the customer's seat count, as they will when it is called off.
        var (ladder, days) = tariff.Cancellation switch
        {
            CancellationPrice.PercentOfSlot { Ladder: { } own } => (own, tariff.DaysFor(terms)),
            CancellationPrice.PercentOfSlot => (contract, terms.Days),
            CancellationPrice.DeclaredLoss => (CancellationRule.Jveg, terms.Days),
            _ => (null, terms.Days),
        };
        if (ladder is null)
        {
            return [new CancellationQuote(null, RatedLines.None)];
        }

        var most = LossAtMost(tariff, terms);
        return ladder.TermsFrom(terms.OrderedAt, slot, days).Select(time => new CancellationQuote(
            time.Terms.HoldsUntil,
            TariffRating.Rate(tariff, terms, new ServiceFacts.Cancelled(slot, time.At, time.Terms.Percent, most) { AtMost = time.Terms.AtMost })));
    }

    private static IEnumerable<(DateTimeOffset At, CancellationTerms Terms)> TermsFrom(this CancellationRule ladder, DateTimeOffset at, AppointmentSlot slot, WorkingDays days)
    {
        for (DateTimeOffset? from = at; from is { } begin;)
        {
            var terms = ladder.Evaluate(slot, begin, days);
            yield return (begin, terms);
            from = terms.HoldsUntil?.AddTicks(1);
        }
    }
}

/// <summary>What an appointment will cost, or earn, if it lasts as long as it is booked.</summary>
/// <param name="Lines">Exactly as they will be.</param>
/// <param name="Cancelling">The earliest first, up to the start.</param>
/// <param name="Days">Whose holidays count for it.</param>
public sealed record SlotQuote(RatedLines Lines, IReadOnlyList<CancellationQuote> Cancelling, WorkingDays Days);

/// <param name="Until">The last instant at which it costs this; null where it becomes no dearer.</param>
/// <param name="Lines">None where it is free. For a declared loss (§ 9 (5) JVEG) the most that there can be.</param>
public sealed record CancellationQuote(DateTimeOffset? Until, RatedLines Lines);

/// <param name="Sentence">For a person, in German: "1,45 EUR je Minute, mindestens 15 Minuten."</param>
/// <param name="Shortest">What one minute costs.</param>
public sealed record LiveQuote(string Sentence, RatedLines Shortest);
