namespace Videodolmetschen.Domain.Billing;

/// <summary>What a quantity counts; in brackets the code on an invoice (UN/ECE Rec. 20, BT-130).</summary>
public enum BillingUnit
{
    /// <summary>MIN.</summary>
    Minute,
    /// <summary>HUR.</summary>
    Hour,
    /// <summary>C62: a slot, a surcharge, a fee.</summary>
    One,
}
