namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>What a treatment looks like on a document. Nobody outside can make another one: its words are a place where text could get in.</summary>
public sealed record VatRule
{
    private VatRule(string category, decimal percent, string? exemptionCode, string? exemptionReason) =>
        (Category, Percent, ExemptionCode, ExemptionReason) = (category, percent, exemptionCode, exemptionReason);

    /// <summary>BT-118, BT-151.</summary>
    public string Category { get; internal init; }

    /// <summary>BT-119; 0 where there is no tax, because BR-DE-14 wants a rate always.</summary>
    public decimal Percent { get; internal init; }

    /// <summary>BT-121 (VATEX); none for small businesses, for whom there is no code.</summary>
    public string? ExemptionCode { get; internal init; }

    /// <summary>BT-120, in the words of the law.</summary>
    public string? ExemptionReason { get; internal init; }

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
