using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Domain.Billing;

/// <summary>What a cancelled appointment comes to.</summary>
internal static class CancellationRating
{
    public static IEnumerable<BillingLine> Lines(LineDraft draft, TariffPrice price, ServiceFacts.Cancelled cancelled) => draft.Tariff.Cancellation switch
    {
        _ when cancelled.ReasonAtInterpreter => [],
        CancellationPrice.PercentOfSlot part => PartOfSlot(draft, price, part, cancelled),
        CancellationPrice.DeclaredLoss loss => Loss(draft, price, loss, cancelled),
        _ => [],
    };

    private static IEnumerable<BillingLine> PartOfSlot(LineDraft draft, TariffPrice price, CancellationPrice.PercentOfSlot part, ServiceFacts.Cancelled cancelled)
    {
        var own = part.Ladder?.Evaluate(cancelled.Slot, cancelled.At, draft.Tariff.DaysFor(draft.Terms));
        var (percent, cap) = own is null ? (cancelled.Percent, cancelled.AtMost) : (own.Percent, own.AtMost);
        if (percent <= 0)
        {
            return [];
        }

        var net = TariffRating.NetOf(draft, price, cancelled.Slot);
        var fee = Money.Percent(net, percent);
        // Whole per cent of a slot that is rounded to half hours come to more than the two hours that they stand for.
        var capped = cap is { } time ? price.NetOf(StartedMinutes.Of(time)) : decimal.MaxValue;
        var (raised, most) = (Math.Max(fee, part.AtLeast ?? 0), Math.Min(part.AtMost ?? decimal.MaxValue, capped));
        var bound = raised > most ? $", höchstens {German.Euro(most)}" : raised > fee ? $", mindestens {German.Euro(raised)}" : "";
        return [Line(draft, "cancellation.part_of_slot", Math.Min(raised, most), $"{percent} % von {German.Euro(net)}, dem Preis der gebuchten Zeit{bound}", cancelled)];
    }

    private static IEnumerable<BillingLine> Loss(LineDraft draft, TariffPrice price, CancellationPrice.DeclaredLoss loss, ServiceFacts.Cancelled cancelled)
    {
        var declared = Money.ToCents(cancelled.DeclaredLoss ?? 0);
        var most = price.NetOf(loss.MinutesAtMost);
        return declared <= 0 || most <= 0 || !JvegCancellation.Of(cancelled.Slot, cancelled.At, lossDeclared: true).IsEligible
            ? []
            : [Line(draft, "cancellation.declared_loss", Math.Min(declared, most),
                $"Erklärter Einkommensausfall von {German.Euro(declared)}, höchstens {German.Euro(most)} (§ 9 Abs. 5 JVEG)", cancelled)];
    }

    private static BillingLine Line(LineDraft draft, string rule, decimal fee, string why, ServiceFacts.Cancelled cancelled)
    {
        var line = draft.Line(BillingLineKind.Cancellation, rule, 1, BillingUnit.One, fee, $"{why}; abgesagt am {German.Moment(cancelled.At)}.");
        return draft.Tariff.Cancellation!.IsDamages ? line with { Vat = VatTreatment.NotTaxable } : line;
    }
}
