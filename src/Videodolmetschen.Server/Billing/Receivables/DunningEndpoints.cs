using System.Globalization;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing.Receivables;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Billing.Pdf;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Billing.Receivables;

/// <summary>Who is late, letters to print, and base rates (BILLING.md). Nothing is sent from here.</summary>
internal static class DunningEndpoints
{
    internal sealed record InterestStepView(DateOnly From, DateOnly Until, int Days, decimal Principal, decimal BaseRate, decimal Rate, decimal Amount);

    internal sealed record DunningNoteView(Guid Id, string Level, DateOnly On);

    /// <param name="UnknownFrom">From this day on interest is not counted: that half-year has no base rate on record.</param>
    /// <param name="Next">The level that comes next; null after the last one.</param>
    /// <param name="NextFrom">Not before: the letter before was given time.</param>
    internal sealed record OverdueView(
        Guid Id, string Number, DateOnly IssuedOn, DateOnly? DueOn, DateOnly LastDay, decimal Gross, decimal Balance, int DaysOverdue, decimal Interest, decimal LumpSum, DateOnly? UnknownFrom,
        IReadOnlyList<InterestStepView> Steps, IReadOnlyList<DunningNoteView> Notes, string? Next, DateOnly NextFrom);

    internal sealed record DebtorView(Guid CustomerId, string Customer, decimal Balance, decimal Interest, decimal LumpSum, string? Next, bool IsDue, IReadOnlyList<OverdueView> Items);

    internal sealed record DunningView(DateOnly On, DateOnly? BaseRateMissingFrom, IReadOnlyList<DebtorView> Debtors);

    internal sealed record NoteOrder(string? Level, DateOnly? On, IReadOnlyList<Guid>? Documents);

    internal sealed record BaseRateOrder(DateOnly? ValidFrom, decimal? Percent, string? Source);

    public static void MapDunning(this IEndpointRouteBuilder app)
    {
        var staff = app.MapGroup("/api/billing").RequireAuthorization(policy => policy.RequireRole(Roles.Coordinator, Roles.Administrator));
        staff.MapGet("/dunning", ReadAsync).Produces<DunningView>();
        staff.MapGet("/dunning/{customer:guid}.pdf", LetterAsync).Produces(StatusCodes.Status200OK, contentType: "application/pdf");
        staff.MapPost("/dunning/notes", NoteAsync).Produces(StatusCodes.Status204NoContent);
        staff.MapPost("/dunning/notes/{id:guid}/withdraw", WithdrawAsync).Produces(StatusCodes.Status204NoContent);
        staff.MapGet("/base-rates", RatesAsync).Produces<IReadOnlyList<BaseRateRow>>();
        staff.MapPost("/base-rates", AddRateAsync).Produces<IReadOnlyList<BaseRateRow>>();
    }

    /// <param name="on">Interest counts up to this day and with it; today unless it is said otherwise.</param>
    private static async Task<IResult> ReadAsync(HttpContext context, DunningDesk desk, SteadyClock clock, DateOnly? on = null)
    {
        context.Response.Headers.CacheControl = "no-store";
        var day = Day(on, clock);
        var items = await desk.ReadAsync(null, day, context.RequestAborted);
        var debtors = items.GroupBy(item => (item.Row.CustomerId, item.Row.Customer)).Select(of => Debtor(of.Key.CustomerId, of.Key.Customer, [.. of], day)).OrderBy(debtor => debtor.Customer, StringComparer.Ordinal);
        return Results.Ok(new DunningView(day, items.Select(item => item.Interest.UnknownFrom).Min(), [.. debtors]));
    }

    private static async Task<IResult> LetterAsync(HttpContext context, Guid customer, DunningDesk desk, SteadyClock clock, string? level = null, DateOnly? on = null)
    {
        context.Response.Headers.CacheControl = "no-store";
        var (written, day) = (level is null ? DunningLevel.Reminder : SnakeCase.Find<DunningLevel>(level) ?? throw new DomainException(ErrorCode.ArgumentInvalid), Day(on, clock));
        var name = string.Create(CultureInfo.InvariantCulture, $"{DunningLetter.Title(written).Replace(' ', '-')}-{day:yyyy-MM-dd}.pdf");
        return Results.File(await desk.LetterAsync(customer, written, day, context.RequestAborted), "application/pdf", name);
    }

    private static async Task<IResult> NoteAsync(HttpContext context, NoteOrder order, DunningDesk desk, SteadyClock clock)
    {
        if (SnakeCase.Find<DunningLevel>(order.Level) is not { } level || order.On is not { } on || on > BerlinTime.DayOf(clock.Now) || order.Documents is not { Count: > 0 and <= 500 } documents)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        await desk.NoteAsync(context.User.SignedIn().User, level, on, documents, context.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> WithdrawAsync(HttpContext context, Guid id, DunningDesk desk)
    {
        await desk.WithdrawAsync(context.User.SignedIn().User, id, context.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> RatesAsync(HttpContext context, TenantScope scope)
    {
        context.Response.Headers.CacheControl = "no-store";
        await using var staff = await scope.OpenForStaffAsync(context.RequestAborted);
        return Results.Ok(await BaseRateStore.ReadAsync(staff.Transaction, context.RequestAborted));
    }

    private static async Task<IResult> AddRateAsync(HttpContext context, BaseRateOrder order, TenantScope scope, AuditStore audit, SteadyClock clock)
    {
        if (order is not { ValidFrom: { } from, Percent: { } percent and >= -5m and <= 20m, Source: { } source } || BaseRate.HalfYearOf(from) != from || decimal.Round(percent, 2) != percent
            || source.Trim().Length is 0 or > 200)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        var by = context.User.SignedIn().User;
        await using (var staff = await scope.OpenForStaffAsync(context.RequestAborted))
        {
            await BaseRateStore.AddAsync(staff.Transaction, new BaseRate(from, percent), source.Trim(), by, clock.Now, context.RequestAborted);
            await audit.AddAsync(staff.Transaction, new AuditEntry(by, "base_rate.recorded", "base_rates") { Details = new { from, percent } }, context.RequestAborted);
            await staff.CommitAsync(context.RequestAborted);
        }

        return await RatesAsync(context, scope);
    }

    private static DebtorView Debtor(Guid id, string name, IReadOnlyList<OverdueItem> items, DateOnly on)
    {
        // The letter is one for all: it speaks as plainly as the invoice that has waited longest allows.
        var due = items.Where(item => item.Step.IsDue(on)).Select(item => item.Step.Next).Max();
        return new DebtorView(
            id, name, items.Sum(item => item.Claim.Balance), items.Sum(item => item.Interest.Amount), items.Count * DefaultInterest.LumpSum,
            SnakeCase.Of(due ?? items.Select(item => item.Step.Next).Max()), due is not null, [.. items.Select(item => View(item, on))]);
    }

    private static OverdueView View(OverdueItem item, DateOnly on) => new(
        item.Row.Id, item.Row.Number, item.Row.IssuedOn, item.Row.DueOn, item.Claim.LastDay, item.Row.Gross, item.Claim.Balance, item.Claim.DaysOverdue(on), item.Interest.Amount, DefaultInterest.LumpSum,
        item.Interest.UnknownFrom,
        [.. item.Interest.Steps.Select(step => new InterestStepView(step.From, step.Until, step.Days, step.Principal, step.BaseRate, step.Rate, step.Amount))],
        [.. item.Row.ReadNotes().Select(note => new DunningNoteView(note.Id, SnakeCase.Of(note.Note.Level), note.Note.On))],
        SnakeCase.Of(item.Step.Next), item.Step.From);

    /// <summary>A year ahead is enough for everybody who wants to know what it will come to.</summary>
    private static DateOnly Day(DateOnly? on, SteadyClock clock)
    {
        var today = BerlinTime.DayOf(clock.Now);
        return on is null ? today : on >= today.AddYears(-5) && on <= today.AddYears(1) ? on.Value : throw new DomainException(ErrorCode.ArgumentInvalid);
    }
}
