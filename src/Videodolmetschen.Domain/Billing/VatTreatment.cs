namespace Videodolmetschen.Domain.Billing;

/// <summary>How value added tax falls on a line; in brackets the category on an invoice (BT-151, GERMANY.md 2 and 3.3).</summary>
public enum VatTreatment
{
    /// <summary>19 %, § 12 (1) UStG (S).</summary>
    Standard,
    /// <summary>§ 19 UStG (E).</summary>
    SmallBusiness,
    /// <summary>Sign-language interpreting close to care, § 4 Nr. 16 l UStG (E).</summary>
    SignLanguageExempt,
    /// <summary>The recipient owes the tax, § 13b UStG (AE).</summary>
    ReverseCharge,
    /// <summary>Damages and not consideration (O): never beside another treatment on one document.</summary>
    NotTaxable,
    /// <summary>A small business of another EU state (§ 19a UStG, number with EX): whether § 13b applies is open, so it stands on no document.</summary>
    EuSmallBusiness,
}

public static class VatTreatments
{
    /// <summary>Whether it is known how that is taxed; otherwise people decide first, and nobody guesses.</summary>
    public static bool CanBeBilled(this VatTreatment treatment) => treatment != VatTreatment.EuSmallBusiness;
}
