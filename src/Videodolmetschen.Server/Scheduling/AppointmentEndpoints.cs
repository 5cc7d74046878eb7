using Microsoft.Extensions.Options;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Billing;
using Videodolmetschen.Server.Billing.Budgets;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>Booking and what the customer's side does afterwards (APPOINTMENTS.md).</summary>
internal static class AppointmentEndpoints
{
    private const int CandidatesShown = 99;
    private const int DaysAtMost = 400;

    internal sealed record SlotView(DateTimeOffset StartsAt, DateTimeOffset EndsAt, string WallStart, string? Holiday, int SameTime, int Candidates);

    /// <param name="IsUnfavourable">One of them lies in the night, on a Sunday or on a holiday: whether that is necessary has to be said (§ 9 (6) JVEG).</param>
    /// <param name="Price">Of the first; null while the customer has no tariff.</param>
    /// <param name="Budget">The tightest, with all of them in it; null where none holds.</param>
    internal sealed record CheckView(
        IReadOnlyList<SlotView> Slots, DateTimeOffset AnswerBy, bool AsksAll, DateTimeOffset? FreeUntil, bool IsUnfavourable, PriceView? Price, BudgetNoteView? Budget);

    internal sealed record TermsView(int Percent, DateTimeOffset? HoldsUntil, DateTimeOffset? CheaperUntil);

    internal sealed record CancelOrder(int Percent);

    /// <summary>What can be chosen at all, by the rules of today. Minutes.</summary>
    internal sealed record BoundsView(int Shortest, int Longest, int LengthStep, int StartStep, int DaysAhead, int SeriesAtMost);

    public static void MapAppointments(this IEndpointRouteBuilder app)
    {
        var sides = app.MapGroup("/api").RequireAuthorization(policy => policy.RequireRole(Roles.Requester, Roles.Coordinator, Roles.Administrator));
        sides.MapGet("/appointments", ReadAsync).Produces<IReadOnlyList<AppointmentView>>();
        sides.MapPost("/appointments", BookAsync).Produces<IReadOnlyList<AppointmentView>>();
        sides.MapPost("/appointments/check", CheckAsync).Produces<CheckView>();
        sides.MapGet("/appointments/bounds", Bounds).Produces<BoundsView>();
        sides.MapGet("/appointments/{id:guid}", FindAsync).Produces<AppointmentView>();
        sides.MapPut("/appointments/{id:guid}", ChangeAsync).Produces<AppointmentView>();
        sides.MapGet("/appointments/{id:guid}/cancellation", TermsAsync).Produces<TermsView>();
        sides.MapPost("/appointments/{id:guid}/cancel", CancelAsync).Produces<AppointmentView>();
    }

    private static IResult Bounds(HttpContext context, CurrentRules rules, IOptions<SchedulingOptions> options)
    {
        var now = rules.Rules;
        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(new BoundsView(
            (int)now.Shortest.TotalMinutes, (int)now.Longest.TotalMinutes, (int)now.LengthStep.TotalMinutes, (int)now.StartStep.TotalMinutes, now.DaysAheadAtMost, options.Value.SeriesAtMost));
    }

    private static async Task<IResult> CheckAsync(HttpContext context, BookingOrder order, Booking booking, AppointmentStore store, Candidates candidates, CancellationStore cancellations, CurrentRules rules, Quotes quotes, BookingBudget budgets, SteadyClock clock)
    {
        var who = context.User.SignedIn();
        var (planned, days) = await booking.PlanAsync(who, order, context.RequestAborted);
        var (first, now) = (planned[0], clock.Now);
        await using var staff = await store.OpenAsync(context.RequestAborted);
        var all = await candidates.ReadAsync(staff.Transaction, [.. planned.Select(one => one.Appointment.Slot)], null, context.RequestAborted);
        var same = await store.ReadAsync(who, new AppointmentRange(first.Appointment.Slot.Start.AddDays(-1), planned[^1].Appointment.Slot.End) { Unit = first.Appointment.Unit.Value }, context.RequestAborted);
        var slots = planned.Select(one => new SlotView(
            one.Appointment.Slot.Start,
            one.Appointment.Slot.End,
            one.Appointment.Slot.WallStart.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture),
            one.Holiday,
            same.Count(row => row.State is "requested" or "assigned" && new AppointmentSlot(row.StartsAt, row.EndsAt).Overlaps(one.Appointment.Slot)),
            Math.Min(CandidatesShown, AppointmentMatching.Match(one.Appointment, all, rules.Rules, now).Ranked.Count)));
        var contract = await cancellations.ReadAsync(first.Appointment.Customer, now, context.RequestAborted);
        var terms = contract.Evaluate(first.Appointment.Slot, now, days);
        var price = await quotes.SlotAsync(QuoteFor.Booker(first.Appointment), first.Appointment.Slot, now, first.Appointment.IsNecessary, contract, context.RequestAborted);
        // By the holidays of the seat, which count for an interpreter as a rule, and by those that count for the customer's price.
        var isUnfavourable = planned.Any(one => new[] { days, price?.Days ?? days }.Any(counted => TariffCatalogue.JvegSurcharge.Touches(one.Appointment.Slot.Start, one.Appointment.Slot.End, counted)));
        var budget = await budgets.LookAsync([.. planned.Select(one => one.Appointment)], context.RequestAborted);
        return Results.Ok(new CheckView(
            [.. slots], first.Deadline.At, first.Deadline.AllAtOnce, terms.IsFree ? terms.HoldsUntil : null, isUnfavourable,
            price is null ? null : PriceView.Of(price, BillingSide.Customer), BudgetNoteView.Of(budget)));
    }

    private static async Task<IResult> BookAsync(HttpContext context, BookingOrder order, Booking booking, AppointmentStore store, Shown shown)
    {
        var who = context.User.SignedIn();
        var rows = new List<AppointmentRow>();
        foreach (var id in await booking.BookAsync(who, order, context.RequestAborted))
        {
            rows.Add(await store.FindAsync(who, id, context.RequestAborted) ?? throw new DomainException(ErrorCode.AppointmentNotFound));
        }

        return Results.Ok(await shown.OfAsync(who, rows, context.RequestAborted));
    }

    /// <summary>Berlin days, both included.</summary>
    private static async Task<IResult> ReadAsync(HttpContext context, AppointmentStore store, Shown shown, DateOnly? from = null, DateOnly? to = null, Guid? unit = null, string? state = null)
    {
        var who = context.User.SignedIn();
        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(await shown.OfAsync(who, await store.ReadAsync(who, Range(shown.Today, from, to) with { Unit = unit, State = state }, context.RequestAborted), context.RequestAborted));
    }

    private static async Task<IResult> FindAsync(HttpContext context, Guid id, AppointmentStore store, Shown shown)
    {
        context.Response.Headers.CacheControl = "no-store";
        return await shown.OneAsync(context, await RowAsync(context, id, store));
    }

    private static async Task<IResult> ChangeAsync(HttpContext context, Guid id, AppointmentChange change, AppointmentStore store, AppointmentDesk desk, Shown shown)
    {
        await RowAsync(context, id, store);
        await desk.ChangeAsync(context.User.SignedIn(), id, change, context.RequestAborted);
        return await shown.OneAsync(context, await RowAsync(context, id, store));
    }

    private static async Task<IResult> TermsAsync(HttpContext context, Guid id, AppointmentStore store, CancellationQuote quote)
    {
        var terms = await quote.OfAsync(await RowAsync(context, id, store), context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(new TermsView(terms.Percent, terms.HoldsUntil, terms.CheaperUntil));
    }

    private static async Task<IResult> CancelAsync(HttpContext context, Guid id, CancelOrder order, AppointmentStore store, AppointmentDesk desk, Shown shown)
    {
        await RowAsync(context, id, store);
        await desk.CancelAsync(context.User.SignedIn(), id, order.Percent, context.RequestAborted);
        return await shown.OneAsync(context, await RowAsync(context, id, store));
    }

    /// <summary>Another customer's is not found.</summary>
    internal static async Task<AppointmentRow> RowAsync(HttpContext context, Guid id, AppointmentStore store) =>
        await store.FindAsync(context.User.SignedIn(), id, context.RequestAborted) ?? throw new DomainException(ErrorCode.AppointmentNotFound);

    /// <summary>From today on for ninety days unless it is said otherwise.</summary>
    internal static AppointmentRange Range(DateOnly today, DateOnly? from, DateOnly? to)
    {
        var first = from ?? today;
        var last = to ?? first.AddDays(90);
        return last >= first && last.DayNumber - first.DayNumber <= DaysAtMost
            ? new AppointmentRange(BerlinTime.BeginOf(first), BerlinTime.BeginOf(last.AddDays(1)))
            : throw new DomainException(ErrorCode.ArgumentInvalid);
    }
}

/// <summary>Rows on their way out.</summary>
internal sealed class Shown(AppointmentViews views, CurrentRules rules, SteadyClock clock)
{
    public DateOnly Today => BerlinTime.DayOf(clock.Now);

    public Task<IReadOnlyList<AppointmentView>> OfAsync(SignedIn who, IReadOnlyList<AppointmentRow> rows, CancellationToken cancellationToken) =>
        views.OfAsync(who, rows, rules.Rules, clock.Now, cancellationToken);

    public async Task<IResult> OneAsync(HttpContext context, AppointmentRow row) =>
        Results.Ok((await OfAsync(context.User.SignedIn(), [row], context.RequestAborted))[0]);
}
