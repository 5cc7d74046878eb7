namespace Videodolmetschen.Domain.Billing;

/// <summary>What an accepted dispute changes: one more line of the same service. The lines before it stay as they are.</summary>
public static class LineCorrection
{
    /// <param name="disputed">Whose treatment and tariff the correction has.</param>
    /// <param name="net">What the service comes to until now, earlier corrections included.</param>
    /// <param name="change">Euro, net, more or less.</param>
    /// <param name="reason">Of the dispute. Its words stay there: nothing that somebody typed comes into a line.</param>
    /// <param name="earlier">How many corrections the service has.</param>
    /// <exception cref="DomainException"><see cref="ErrorCode.CorrectionInvalid"/>: nothing changes, a part of a cent, or less than nothing would be left.</exception>
    public static BillingLine Of(BillingLine disputed, decimal net, decimal change, DisputeReason reason, int earlier)
    {
        ArgumentNullException.ThrowIfNull(disputed);
        if (change == 0 || Money.ToCents(change) != change || net + change < 0)
        {
            throw new DomainException(ErrorCode.CorrectionInvalid);
        }

        return disputed with
        {
            Kind = BillingLineKind.Correction,
            Rule = $"correction.{earlier + 1}",
            Quantity = Math.Sign(change),
            Unit = BillingUnit.One,
            UnitPrice = Math.Abs(change),
            Programme = null,
            Explanation = $"{(change > 0 ? "Nachtrag von" : "Abzug von")} {German.Euro(Math.Abs(change))} nach einem Einwand ({Words(reason)}).",
        };
    }

    private static string Words(DisputeReason reason) => reason switch
    {
        DisputeReason.Time => "Zeit",
        DisputeReason.Price => "Preis",
        DisputeReason.Surcharge => "Zuschlag",
        DisputeReason.NotHeld => "Leistung nicht erbracht",
        DisputeReason.Twice => "doppelt abgerechnet",
        DisputeReason.Other => "anderer Grund",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
