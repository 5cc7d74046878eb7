using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Billing.Budgets;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Billing;

/// <summary>Prices before the order, earnings before the acceptance (BILLING.md). No content where there is no tariff: a missing price stops nobody.</summary>
internal static class QuoteEndpoints
{
    public static void MapQuotes(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/price", LiveAsync).RequireAuthorization(policy => policy.RequireRole(Roles.Requester)).Produces<PriceView>();
        var own = app.MapGroup("/api").RequireAuthorization(policy => policy.RequireRole(Roles.Interpreter));
        own.MapGet("/offers/{id:guid}/earnings", OfferAsync).Produces<PriceView>();
        own.MapGet("/appointments/{id:guid}/earnings", AppointmentAsync).Produces<PriceView>();
    }

    private static async Task<IResult> LiveAsync(HttpContext context, Quotes quotes, BudgetGuard budgets, string language = "", string modality = "", int? level = null)
    {
        var who = context.User.SignedIn();
        var customer = who.RequireCustomer();
        var what = new QuoteFor(BillingSide.Customer, customer.Value, customer, new LanguageCode(language), SnakeCase.Find<Modality>(modality) ?? throw new DomainException(ErrorCode.ArgumentInvalid), LevelOf(level));
        var note = BudgetNoteView.Of(await budgets.LookAsync(what, who.RequireUnit(), context.RequestAborted));
        return Answer(context, await quotes.LiveAsync(what, context.RequestAborted) is { } quote ? PriceView.Of(quote, BillingSide.Customer) with { Budget = note } : null);
    }

    private static async Task<IResult> OfferAsync(HttpContext context, Guid id, TenantScope scope, Quotes quotes)
    {
        var interpreter = context.User.SignedIn().RequireInterpreter();
        var what = await OfferedAsync(scope, (transaction, token) => OfferedStore.FindOfferAsync(transaction, interpreter.Value, id, token), context.RequestAborted);
        return Answer(context, await quotes.LiveAsync(what.AsQuote(interpreter), context.RequestAborted) is { } quote ? PriceView.Of(quote, BillingSide.Interpreter) : null);
    }

    private static async Task<IResult> AppointmentAsync(HttpContext context, Guid id, TenantScope scope, Quotes quotes)
    {
        var interpreter = context.User.SignedIn().RequireInterpreter();
        var what = await OfferedAsync(scope, (transaction, token) => OfferedStore.FindAppointmentAsync(transaction, interpreter.Value, id, token), context.RequestAborted);
        var slot = new AppointmentSlot(what.StartsAt!.Value, what.EndsAt!.Value);
        var quote = await quotes.SlotAsync(what.AsQuote(interpreter), slot, what.OrderedAt, what.IsNecessary, null, context.RequestAborted);
        return Answer(context, quote is null ? null : PriceView.Of(quote, BillingSide.Interpreter));
    }

    private static async Task<Offered> OfferedAsync(TenantScope scope, Func<Npgsql.NpgsqlTransaction, CancellationToken, Task<Offered?>> find, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        return await find(staff.Transaction, cancellationToken) ?? throw new DomainException(ErrorCode.NotFound);
    }

    private static Domain.Interpreters.QualificationLevel? LevelOf(int? level) =>
        level is null ? null : level is >= 1 and <= 6 ? (Domain.Interpreters.QualificationLevel)level : throw new DomainException(ErrorCode.ArgumentInvalid);

    private static IResult Answer(HttpContext context, PriceView? price)
    {
        context.Response.Headers.CacheControl = "no-store";
        return price is null ? Results.NoContent() : Results.Ok(price);
    }
}
