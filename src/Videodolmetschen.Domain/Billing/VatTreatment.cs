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
}
