namespace Videodolmetschen.Domain.Billing;

/// <summary>All lines of one service and side, in the order in which a person reads them; none where nothing is owed.</summary>
public sealed record RatedLines(IReadOnlyList<BillingLine> Lines)
{
    public static RatedLines None { get; } = new([]);

    /// <summary>Net, never negative. Value added tax falls on the sum of a document, not here.</summary>
    public decimal Net => Lines.Sum(line => line.Net);

    /// <summary>What a programme bears.</summary>
    public decimal ProgrammeNet => Lines.Sum(line => line.Programme?.Net ?? 0);
}
