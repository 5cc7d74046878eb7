using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Billing.Documents;
using Videodolmetschen.Server.Billing.Budgets;

namespace Videodolmetschen.Server.Billing;

/// <summary>A price as a person reads it before the order. Authorities and clinics compare gross.</summary>
/// <param name="Sentence">Only of a conversation at once: how its time is paid.</param>
/// <param name="Gross">Null on the interpreter's side: the tax there is the interpreter's.</param>
internal sealed record PriceView(string? Sentence, decimal Net, decimal? Gross, IReadOnlyList<string> Explanations, IReadOnlyList<CancellingView> Cancelling)
{
    /// <summary>Of a conversation at once only, on the customer's side: the tightest budget.</summary>
    public BudgetNoteView? Budget { get; init; }

    public static PriceView Of(LiveQuote quote, BillingSide side) => new(quote.Sentence, quote.Shortest.Net, GrossOf(quote.Shortest, side), [], []);

    public static PriceView Of(SlotQuote quote, BillingSide side) => new(
        null,
        quote.Lines.Net,
        GrossOf(quote.Lines, side),
        [.. quote.Lines.Lines.Select(line => line.Explanation)],
        [.. quote.Cancelling.Select(one => new CancellingView(one.Until, one.Lines.Net, GrossOf(one.Lines, side)))]);

    private static decimal? GrossOf(RatedLines lines, BillingSide side) =>
        side == BillingSide.Interpreter ? null : VatSummary.Of(lines.Lines.Select(line => (line.Net, line.Vat))).Gross;
}

/// <param name="Until">The last instant at which cancelling costs this; null up to the start.</param>
internal sealed record CancellingView(DateTimeOffset? Until, decimal Net, decimal? Gross);
