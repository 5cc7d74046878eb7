using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing.Budgets;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Billing.Budgets;

/// <summary>Budgets as coordinators keep them, and as requesters see them (BILLING.md).</summary>
internal static class BudgetEndpoints
{
    internal sealed record BudgetsView(DateOnly Today, IReadOnlyList<BudgetView> Budgets);

    internal sealed record HistoryView(IReadOnlyList<BudgetChange> Changes);

    internal sealed record OwnBudgetsView(IReadOnlyList<OwnBudgetView> Budgets);

    internal sealed record ViolationView(string Field, string Code);

    /// <param name="Revision">The one that was shown; null for a new one.</param>
    /// <param name="CustomerId">Only of a new one, as <paramref name="UnitId"/>: whose a budget is stays.</param>
    internal sealed record BudgetOrder(
        int? Revision, Guid? CustomerId, Guid? UnitId, string? Name, DateOnly? From, DateOnly? Until, decimal? Amount, IReadOnlyList<int>? WarnAt, bool Stops, string? Contact);

    public static void MapBudgets(this IEndpointRouteBuilder app)
    {
        var staff = app.MapGroup("/api").RequireAuthorization(policy => policy.RequireRole(Roles.Coordinator, Roles.Administrator));
        staff.MapGet("/budgets", ReadAsync).Produces<BudgetsView>();
        staff.MapPost("/budgets", AddAsync).Produces<BudgetsView>();
        staff.MapPut("/budgets/{id:guid}", ChangeAsync).Produces<BudgetsView>();
        staff.MapDelete("/budgets/{id:guid}", RemoveAsync).Produces<BudgetsView>();
        staff.MapGet("/budgets/{id:guid}/history", HistoryAsync).Produces<HistoryView>();
        app.MapGet("/api/my-budget", OwnAsync).RequireAuthorization(policy => policy.RequireRole(Roles.Requester)).Produces<OwnBudgetsView>();
    }

    private static async Task<IResult> ReadAsync(HttpContext context, TenantScope scope, BudgetReader reader, SteadyClock clock)
    {
        context.Response.Headers.CacheControl = "no-store";
        await using var staff = await scope.OpenForStaffAsync(context.RequestAborted);
        var (today, budgets) = (BerlinTime.DayOf(clock.Now), await BudgetStore.ReadAllAsync(staff.Transaction, context.RequestAborted));
        var events = await BudgetEventStore.ReadAsync(staff.Transaction, context.RequestAborted);
        List<BudgetView> views = [];
        foreach (var customer in budgets.GroupBy(one => one.Budget.Customer))
        {
            var known = await reader.ReadAsync(staff.Transaction, customer.Key, [.. customer], context.RequestAborted);
            views.AddRange(customer.Select(one => BudgetView.Of(one, known, today, events[one.Budget.Id.Value])));
        }

        return Results.Ok(new BudgetsView(today, views));
    }

    private static async Task<IResult> AddAsync(HttpContext context, BudgetOrder order, BudgetDesk desk, TenantScope scope, BudgetReader reader, SteadyClock clock)
    {
        var budget = Read(order, new Budget
        {
            Id = new BudgetId(Guid.CreateVersion7()),
            Customer = new CustomerId(order.CustomerId ?? throw new DomainException(ErrorCode.ArgumentInvalid)),
            Unit = order.UnitId is { } unit ? new UnitId(unit) : null,
            Name = "",
            Period = default,
            Amount = 0,
        });
        if (BudgetCheck.Violations(budget) is { Count: > 0 } violations)
        {
            return Refused(violations);
        }

        await desk.AddAsync(context.User.SignedIn().User, budget, context.RequestAborted);
        return await ReadAsync(context, scope, reader, clock);
    }

    private static async Task<IResult> ChangeAsync(HttpContext context, Guid id, BudgetOrder order, BudgetDesk desk, TenantScope scope, BudgetReader reader, SteadyClock clock)
    {
        var revision = order.Revision ?? throw new DomainException(ErrorCode.ArgumentInvalid);
        var violations = await desk.ChangeAsync(context.User.SignedIn().User, id, revision, before => Read(order, before), context.RequestAborted);
        return violations.Count > 0 ? Refused(violations) : await ReadAsync(context, scope, reader, clock);
    }

    private static async Task<IResult> RemoveAsync(HttpContext context, Guid id, BudgetDesk desk, TenantScope scope, BudgetReader reader, SteadyClock clock, int revision = 0)
    {
        await desk.RemoveAsync(context.User.SignedIn().User, id, revision, context.RequestAborted);
        return await ReadAsync(context, scope, reader, clock);
    }

    private static async Task<IResult> HistoryAsync(HttpContext context, Guid id, TenantScope scope)
    {
        context.Response.Headers.CacheControl = "no-store";
        await using var staff = await scope.OpenForStaffAsync(context.RequestAborted);
        return await BudgetStore.FindAsync(staff.Transaction, id, context.RequestAborted) is null
            ? throw new DomainException(ErrorCode.NotFound)
            : Results.Ok(new HistoryView(await BudgetHistoryStore.ReadAsync(staff.Transaction, id, context.RequestAborted)));
    }

    /// <summary>Those of today that hold for the own unit, the fullest first.</summary>
    private static async Task<IResult> OwnAsync(HttpContext context, BudgetGuard guard, SteadyClock clock)
    {
        var who = context.User.SignedIn();
        var (customer, unit, today) = (who.RequireCustomer(), who.RequireUnit(), BerlinTime.DayOf(clock.Now));
        var known = await guard.OfAsync(customer, context.RequestAborted);
        context.Response.Headers.CacheControl = "private, max-age=5";
        return Results.Ok(new OwnBudgetsView(
            [.. known.Levels().Where(level => level.Budget.HoldsFor(customer, unit, today)).OrderByDescending(level => level.Taken / level.Budget.Amount).Select(OwnBudgetView.Of)]));
    }

    private static Budget Read(BudgetOrder order, Budget whose) => order is { From: { } from, Until: { } until, Amount: { } amount }
        ? whose with
        {
            Name = order.Name?.Trim() ?? "",
            Period = new BudgetPeriod(from, until),
            Amount = amount,
            WarnAt = [.. (order.WarnAt ?? []).Order()],
            Stops = order.Stops,
            Contact = string.IsNullOrWhiteSpace(order.Contact) ? null : order.Contact.Trim(),
        }
        : throw new DomainException(ErrorCode.ArgumentInvalid);

    private static IResult Refused(IReadOnlyList<BudgetViolation> violations) => Results.Problem(
        statusCode: StatusCodes.Status400BadRequest,
        extensions: new Dictionary<string, object?>
        {
            ["code"] = Hosting.ProblemDetailsHandling.Wire(ErrorCode.BudgetInvalid),
            ["violations"] = violations.Select(one => new ViolationView(one.Field, SnakeCase.Of(one.Breach))).ToList(),
        });
}
