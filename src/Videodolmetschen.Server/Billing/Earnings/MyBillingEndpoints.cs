using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Billing.Earnings;

/// <summary>What interpreters say of themselves: how they are taxed, and whether we may write the Gutschrift. Staff see who said what (BILLING.md).</summary>
internal static class MyBillingEndpoints
{
    /// <summary>So far back a declaration reaches: what was billed by then stays, and staff record what lies before.</summary>
    private const int DaysBack = 366;
    private const int DaysAhead = 366;

    internal sealed record MyBillingView(PartyRow? Party, InterpreterTaxView Tax);

    internal sealed record MyVatOrder(DateOnly? ValidFrom, string? Treatment);

    internal sealed record MyAgreementOrder(bool? Agreed);

    public static void MapMyBilling(this IEndpointRouteBuilder app)
    {
        var own = app.MapGroup("/api").RequireAuthorization(policy => policy.RequireRole(Roles.Interpreter));
        own.MapGet("/my-billing", ReadAsync).Produces<MyBillingView>();
        own.MapPost("/my-billing/vat", VatAsync).Produces<MyBillingView>();
        own.MapPost("/my-billing/agreement", AgreementAsync).Produces<MyBillingView>();
    }

    private static async Task<IResult> ReadAsync(HttpContext context, TenantScope scope, SteadyClock clock)
    {
        context.Response.Headers.CacheControl = "no-store";
        var interpreter = context.User.SignedIn().RequireInterpreter().Value;
        await using var staff = await scope.OpenForStaffAsync(context.RequestAborted);
        return Results.Ok(new MyBillingView(
            await PartyStore.FindAsync(staff.Transaction, "interpreter", interpreter, context.RequestAborted),
            await InterpreterTax.ReadAsync(staff.Transaction, interpreter, BerlinTime.DayOf(clock.Now), context.RequestAborted)));
    }

    /// <summary>Taxed as usual or small business, here or in another EU state: nobody but the interpreter knows. What needs a proof is recorded by staff.</summary>
    private static async Task<IResult> VatAsync(HttpContext context, MyVatOrder order, TenantScope scope, AuditStore audit, SteadyClock clock)
    {
        var (who, today) = (context.User.SignedIn(), BerlinTime.DayOf(clock.Now));
        if (order.ValidFrom is not { } from || from < today.AddDays(-DaysBack) || from > today.AddDays(DaysAhead)
            || SnakeCase.Find<VatTreatment>(order.Treatment) is not { } treatment || treatment is not (VatTreatment.Standard or VatTreatment.SmallBusiness or VatTreatment.EuSmallBusiness))
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        var interpreter = who.RequireInterpreter().Value;
        await using (var staff = await scope.OpenForStaffAsync(context.RequestAborted))
        {
            if (treatment == VatTreatment.SmallBusiness && SmallBusinessLimit.Judge(await TurnoverStore.ReadAsync(staff.Transaction, interpreter, from.Year, context.RequestAborted)).IsOver())
            {
                throw new DomainException(ErrorCode.SmallBusinessEnded);
            }

            await PartyStore.AddVatAsync(staff.Transaction, interpreter, from, treatment, who.User, clock.Now, context.RequestAborted);
            await audit.AddAsync(staff.Transaction, new AuditEntry(who.User, "vat_status.declared", $"interpreter:{interpreter}") { Details = new { from, treatment = SnakeCase.Of(treatment) } }, context.RequestAborted);
            await staff.CommitAsync(context.RequestAborted);
        }

        return await ReadAsync(context, scope, clock);
    }

    /// <summary>From today on. What was issued stays; without agreement nothing more is.</summary>
    private static async Task<IResult> AgreementAsync(HttpContext context, MyAgreementOrder order, TenantScope scope, AuditStore audit, SteadyClock clock)
    {
        var (who, since) = (context.User.SignedIn(), BerlinTime.DayOf(clock.Now));
        var agreed = order.Agreed ?? throw new DomainException(ErrorCode.ArgumentInvalid);
        var interpreter = who.RequireInterpreter().Value;
        await using (var staff = await scope.OpenForStaffAsync(context.RequestAborted))
        {
            await PartyStore.AddAgreementAsync(staff.Transaction, interpreter, agreed, since, who.User, clock.Now, context.RequestAborted);
            await audit.AddAsync(staff.Transaction, new AuditEntry(who.User, agreed ? "self_billing.agreed" : "self_billing.revoked", $"interpreter:{interpreter}") { Details = new { since } }, context.RequestAborted);
            await staff.CommitAsync(context.RequestAborted);
        }

        return await ReadAsync(context, scope, clock);
    }
}
