namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>Why an interpreter objects to a Gutschrift (Widerspruch): from then on it has no effect as an invoice (§ 14 (2) UStG), whatever the reason.</summary>
public enum ObjectionReason
{
    /// <summary>A service or an amount in it.</summary>
    Services,
    /// <summary>How value added tax is treated.</summary>
    Tax,
    /// <summary>Name, address or tax number.</summary>
    Data,
    /// <summary>It was never agreed, or is agreed no longer, that we write it.</summary>
    NotAgreed,
    Other,
}
