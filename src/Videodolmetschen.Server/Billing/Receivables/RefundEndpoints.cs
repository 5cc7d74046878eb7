using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Billing.Receivables;

/// <summary>Credit that is paid back, by hand (BILLING.md).</summary>
internal static class RefundEndpoints
{
    private const int ReferenceAtMost = 140;

    /// <param name="Key">Of this press: twice is once.</param>
    internal sealed record RefundOrder(Guid? Key, DateOnly? On, decimal? Amount, string? Reference);

    public static void MapRefunds(this IEndpointRouteBuilder app)
    {
        var staff = app.MapGroup("/api/billing").RequireAuthorization(policy => policy.RequireRole(Roles.Coordinator, Roles.Administrator));
        staff.MapPost("/payments/{id:guid}/refund", BookAsync).Produces<PaymentEndpoints.PaymentView>();
        staff.MapPost("/refunds/{id:guid}/reverse", ReverseAsync).Produces<PaymentEndpoints.PaymentView>();
    }

    private static async Task<IResult> BookAsync(HttpContext context, Guid id, RefundOrder order, RefundDesk desk, TenantScope scope)
    {
        if (order is not { Key: { } key, On: { } on, Amount: { } amount } || key == Guid.Empty || order.Reference?.Trim() is not { Length: > 0 and <= ReferenceAtMost } reference)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        await desk.BookAsync(context.User.SignedIn().User, new NewRefund(key, id, on, amount, reference), context.RequestAborted);
        return await PaymentEndpoints.AnswerAsync(context, id, scope);
    }

    private static async Task<IResult> ReverseAsync(HttpContext context, Guid id, PaymentEndpoints.ReversalOrder order, RefundDesk desk, TenantScope scope, SteadyClock clock)
    {
        var (reason, on) = PaymentEndpoints.Reversal(order, BerlinTime.DayOf(clock.Now));
        return await PaymentEndpoints.AnswerAsync(context, await desk.ReverseAsync(context.User.SignedIn().User, id, reason, on, context.RequestAborted), scope);
    }
}
