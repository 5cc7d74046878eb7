using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Domain.Billing;

/// <summary>What a cancelled appointment costs.</summary>
public abstract record CancellationPrice
{
    private CancellationPrice()
    {
    }

    /// <summary>
    /// Damages and not consideration, because the contract gives a right to withdraw: not taxable, and on a document of its own
    /// (GERMANY.md 2.8). The usual is that it is taxed like the service.
    /// </summary>
    public bool IsDamages { get; init; }

    /// <summary>A part of the price of the slot.</summary>
    /// <param name="Ladder">Null: the percentage of the customer's contract, as it was shown to whoever cancelled.</param>
    /// <param name="AtLeast">Euro, once anything is owed.</param>
    /// <param name="AtMost">Euro.</param>
    public sealed record PercentOfSlot(CancellationRule? Ladder = null, decimal? AtLeast = null, decimal? AtMost = null) : CancellationPrice;

    /// <summary>The declared loss of an interpreter, up to the price of so many minutes (§ 9 (5) S. 2 and 3 JVEG).</summary>
    public sealed record DeclaredLoss(int MinutesAtMost = 120) : CancellationPrice;
}
