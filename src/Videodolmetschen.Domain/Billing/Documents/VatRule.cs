namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>What a treatment looks like on a document.</summary>
/// <param name="Category">BT-118, BT-151.</param>
/// <param name="Percent">BT-119; 0 where there is no tax, because BR-DE-14 wants a rate always.</param>
/// <param name="ExemptionCode">BT-121 (VATEX); none for small businesses, for whom there is no code.</param>
/// <param name="ExemptionReason">BT-120, in the words of the law.</param>
public sealed record VatRule(string Category, decimal Percent, string? ExemptionCode, string? ExemptionReason)
{
    /// <summary>BT-33 and BT-120 (XRechnung, section 13.3).</summary>
    public const string SmallBusinessWords = "Kein Ausweis von Umsatzsteuer, da Kleinunternehmer gemäß § 19 UStG";

    /// <summary>§ 14a (5) UStG.</summary>
    public const string ReverseChargeWords = "Steuerschuldnerschaft des Leistungsempfängers";

    public static VatRule Of(VatTreatment treatment) => treatment switch
    {
        VatTreatment.Standard => new("S", 19m, null, null),
        VatTreatment.SmallBusiness => new("E", 0m, null, SmallBusinessWords),
        VatTreatment.SignLanguageExempt => new("E", 0m, "VATEX-EU-132-1G", "Steuerfrei nach § 4 Nr. 16 Buchst. l UStG"),
        VatTreatment.ReverseCharge => new("AE", 0m, "VATEX-EU-AE", ReverseChargeWords),
        VatTreatment.NotTaxable => new("O", 0m, "VATEX-EU-O", "Nicht steuerbar (Schadensersatz)"),
        _ => throw new ArgumentOutOfRangeException(nameof(treatment)),
    };
}
