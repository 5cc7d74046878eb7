using System.Text.Json;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing.Receivables;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Billing.Receivables;

/// <summary>Payments by hand, and what becomes of payments (BILLING.md).</summary>
internal static class PaymentEndpoints
{
    private const int PartsAtMost = 200;

    internal sealed record AllocationView(Guid DocumentId, string Number, decimal Amount);

    internal sealed record RefundView(Guid Id, DateOnly On, decimal Amount, string Reference, DateOnly? ReversedOn, string? ReversedBecause, string? BookedBy);

    internal sealed record PaymentView(
        Guid Id, Guid CustomerId, string Customer, DateOnly ReceivedOn, decimal Amount, decimal Rest, bool IsFromBank, string? Remittance, IReadOnlyList<AllocationView> Allocations,
        IReadOnlyList<RefundView> Refunds, DateOnly? ReversedOn,
        string? ReversedBecause, string? BookedBy, DateTimeOffset BookedAt);

    internal sealed record AllocationOrder(Guid? DocumentId, decimal? Amount);

    /// <param name="Key">Of this press: twice is once.</param>
    internal sealed record PaymentOrder(Guid? Key, Guid? CustomerId, DateOnly? ReceivedOn, decimal? Amount, IReadOnlyList<AllocationOrder>? Allocations);

    internal sealed record AllocationsOrder(IReadOnlyList<AllocationOrder>? Allocations);

    /// <param name="Reason">mistake or returned.</param>
    /// <param name="On">The day on which it went back; a mistake never counted.</param>
    internal sealed record ReversalOrder(string? Reason, DateOnly? On);

    public static void MapPayments(this IEndpointRouteBuilder app)
    {
        var staff = app.MapGroup("/api/billing").RequireAuthorization(policy => policy.RequireRole(Roles.Coordinator, Roles.Administrator));
        staff.MapGet("/payments", ReadAsync).Produces<IReadOnlyList<PaymentView>>();
        staff.MapPost("/payments", BookAsync).Produces<PaymentView>();
        staff.MapPost("/payments/{id:guid}/allocate", AllocateAsync).Produces<PaymentView>();
        staff.MapPost("/payments/{id:guid}/reverse", ReverseAsync).Produces<PaymentView>();
    }

    /// <summary>Days on which money came or went back, both included; the last ninety unless it is said otherwise.</summary>
    private static async Task<IResult> ReadAsync(HttpContext context, TenantScope scope, SteadyClock clock, Guid? customer = null, DateOnly? from = null, DateOnly? until = null)
    {
        context.Response.Headers.CacheControl = "no-store";
        var last = until ?? BerlinTime.DayOf(clock.Now);
        await using var staff = await scope.OpenForStaffAsync(context.RequestAborted);
        var payments = await PaymentStore.ReadAsync(staff.Transaction, customer, from ?? last.AddDays(-90), last, context.RequestAborted);
        var refunds = await RefundStore.ReadAsync(staff.Transaction, payments.Select(row => row.Id), context.RequestAborted);
        return Results.Ok(payments.Select(row => View(row, refunds[row.Id])));
    }

    private static async Task<IResult> BookAsync(HttpContext context, PaymentOrder order, PaymentDesk desk, TenantScope scope, SteadyClock clock)
    {
        var today = BerlinTime.DayOf(clock.Now);
        if (order is not { Key: { } key, CustomerId: { } customer, ReceivedOn: { } on, Amount: { } amount } || key == Guid.Empty || !IsAmount(amount) || on > today || on < today.AddYears(-5))
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        var parts = Parts(order.Allocations ?? [], amount);
        return await AnswerAsync(context, await desk.BookAsync(context.User.SignedIn().User, new NewPayment(key, customer, on, amount), parts, context.RequestAborted), scope);
    }

    private static async Task<IResult> AllocateAsync(HttpContext context, Guid id, AllocationsOrder order, PaymentDesk desk, TenantScope scope)
    {
        await desk.AllocateAsync(context.User.SignedIn().User, id, order.Allocations is { Count: > 0 } given ? Parts(given, decimal.MaxValue) : throw new DomainException(ErrorCode.ArgumentInvalid), context.RequestAborted);
        return await AnswerAsync(context, id, scope);
    }

    private static async Task<IResult> ReverseAsync(HttpContext context, Guid id, ReversalOrder order, PaymentDesk desk, TenantScope scope, SteadyClock clock)
    {
        var (reason, on) = Reversal(order, BerlinTime.DayOf(clock.Now));
        await desk.ReverseAsync(context.User.SignedIn().User, id, reason, on, context.RequestAborted);
        return await AnswerAsync(context, id, scope);
    }

    /// <exception cref="DomainException"><see cref="ErrorCode.ArgumentInvalid"/>.</exception>
    public static (string Reason, DateOnly On) Reversal(ReversalOrder order, DateOnly today) =>
        order.Reason is not ("mistake" or "returned") || order.On > today || (order.Reason == "returned" && order.On is null) ? throw new DomainException(ErrorCode.ArgumentInvalid) : (order.Reason, order.On ?? today);

    public static async Task<IResult> AnswerAsync(HttpContext context, Guid id, TenantScope scope)
    {
        context.Response.Headers.CacheControl = "no-store";
        await using var staff = await scope.OpenForStaffAsync(context.RequestAborted);
        var payment = await PaymentStore.FindAsync(staff.Transaction, id, context.RequestAborted) ?? throw new DomainException(ErrorCode.NotFound);
        return Results.Ok(View(payment, (await RefundStore.ReadAsync(staff.Transaction, [id], context.RequestAborted))[id]));
    }

    /// <summary>Each invoice once, above zero, and no more in all than there is.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.ArgumentInvalid"/>.</exception>
    public static IReadOnlyList<MatchedPart> Parts(IReadOnlyList<AllocationOrder> orders, decimal atMost)
    {
        var parts = orders.Select(order => order is { DocumentId: { } document, Amount: { } amount } && IsAmount(amount) ? new MatchedPart(document, amount) : throw new DomainException(ErrorCode.ArgumentInvalid)).ToList();
        return parts.Count <= PartsAtMost && parts.DistinctBy(part => part.Document).Count() == parts.Count && parts.Sum(part => part.Amount) <= atMost
            ? parts
            : throw new DomainException(ErrorCode.ArgumentInvalid);
    }

    private static bool IsAmount(decimal amount) => amount is > 0m and < 100_000_000m && decimal.Round(amount, 2) == amount;

    private static PaymentView View(PaymentRow row, IEnumerable<RefundRow> refunds) => new(
        row.Id, row.CustomerId, row.Customer, row.ReceivedOn, row.Amount, row.Rest, row.IsFromBank, row.Remittance,
        [.. JsonDocument.Parse(row.Allocations).RootElement.EnumerateArray().Select(part => new AllocationView(part[0].GetGuid(), part[1].GetString()!, part[2].GetDecimal()))],
        [.. refunds.Select(refund => new RefundView(refund.Id, refund.RefundedOn, refund.Amount, refund.Reference, refund.ReversedOn, refund.ReversedBecause, refund.BookedBy))],
        row.ReversedOn, row.ReversedBecause, row.BookedBy, row.BookedAt);
}
