namespace Videodolmetschen.Domain.Billing;

/// <summary>What appointments cost beyond the price of their time, in per cent (SEMANTICS.md 6). Whatever goes on after the slot is billed on as time.</summary>
public sealed record SlotTerms
{
    /// <summary>Of the price of booked time after the conversation has ended.</summary>
    public decimal UnusedPercent { get; init; } = 100;

    /// <summary>Of the price of the slot, where the customer's side has missed it.</summary>
    public decimal NoShowPercent { get; init; } = 100;

    /// <summary>So much of the share of an interpreter's long delay is deducted.</summary>
    public decimal DelayPercent { get; init; } = 50;
}
