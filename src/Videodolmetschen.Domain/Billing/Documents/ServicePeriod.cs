namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>Days of the service, both included, in Berlin (BG-14, BG-26; § 14 (4) Nr. 6 UStG).</summary>
public readonly record struct ServicePeriod(DateOnly From, DateOnly Until)
{
    public static ServicePeriod On(DateOnly day) => new(day, day);

    /// <summary>From the first day of any line to the last (PEPPOL-EN16931-R110, R111); null without lines.</summary>
    public static ServicePeriod? Around(IReadOnlyList<DocumentLine> lines) =>
        lines.Count == 0 ? null : new ServicePeriod(lines.Min(line => line.Period.From), lines.Max(line => line.Period.Until));

    public bool Contains(ServicePeriod other) => From <= other.From && other.Until <= Until;
}
