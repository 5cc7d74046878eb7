using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Billing;

/// <summary>Data for invoices: our own, customers', interpreters'; how interpreters are taxed, and that we may write for them (BILLING.md).</summary>
internal static class PartyEndpoints
{
    internal sealed record VatOrder(DateOnly? ValidFrom, string? Treatment);

    internal sealed record AgreementOrder(bool? Agreed, DateOnly? Since);

    public static void MapParties(this IEndpointRouteBuilder app)
    {
        var staff = app.MapGroup("/api/billing").RequireAuthorization(policy => policy.RequireRole(Roles.Coordinator, Roles.Administrator));
        staff.MapGet("/parties", ListAsync).Produces<IReadOnlyList<PartyOverview>>();
        staff.MapGet("/issuer", (HttpContext context, TenantScope scope) => ReadAsync(context, "issuer", null, scope)).Produces<PartyRow>();
        staff.MapPut("/issuer", (HttpContext context, PartyRow row, TenantScope scope, AuditStore audit, SteadyClock clock) =>
            SaveAsync(context, "issuer", row with { CustomerId = null, InterpreterId = null }, scope, audit, clock)).Produces<PartyRow>();
        staff.MapGet("/customers/{id:guid}", (HttpContext context, Guid id, TenantScope scope) => ReadAsync(context, "customer", id, scope)).Produces<PartyRow>();
        staff.MapPut("/customers/{id:guid}", (HttpContext context, Guid id, PartyRow row, TenantScope scope, AuditStore audit, SteadyClock clock) =>
            SaveAsync(context, "customer", row with { CustomerId = id, InterpreterId = null }, scope, audit, clock)).Produces<PartyRow>();
        staff.MapGet("/interpreters/{id:guid}", (HttpContext context, Guid id, TenantScope scope) => ReadAsync(context, "interpreter", id, scope)).Produces<PartyRow>();
        staff.MapPut("/interpreters/{id:guid}", (HttpContext context, Guid id, PartyRow row, TenantScope scope, AuditStore audit, SteadyClock clock) =>
            SaveAsync(context, "interpreter", row with { CustomerId = null, InterpreterId = id }, scope, audit, clock)).Produces<PartyRow>();
        staff.MapGet("/interpreters/{id:guid}/tax", TaxAsync).Produces<InterpreterTaxView>();
        staff.MapPost("/interpreters/{id:guid}/vat", VatAsync).Produces<InterpreterTaxView>();
        staff.MapPost("/interpreters/{id:guid}/agreement", AgreementAsync).Produces<InterpreterTaxView>();
    }

    private static async Task<IResult> ListAsync(HttpContext context, TenantScope scope, string? side = null)
    {
        var asked = SnakeCase.Find<BillingSide>(side) ?? throw new DomainException(ErrorCode.ArgumentInvalid);
        context.Response.Headers.CacheControl = "no-store";
        await using var staff = await scope.OpenForStaffAsync(context.RequestAborted);
        return Results.Ok(await PartyListStore.ReadAsync(staff.Transaction, asked, context.RequestAborted));
    }

    /// <summary>No content where nothing was said yet.</summary>
    private static async Task<IResult> ReadAsync(HttpContext context, string role, Guid? who, TenantScope scope)
    {
        context.Response.Headers.CacheControl = "no-store";
        await using var staff = await scope.OpenForStaffAsync(context.RequestAborted);
        return await PartyStore.FindAsync(staff.Transaction, role, who, context.RequestAborted) is { } row ? Results.Ok(row) : Results.NoContent();
    }

    private static async Task<IResult> SaveAsync(HttpContext context, string role, PartyRow given, TenantScope scope, AuditStore audit, SteadyClock clock)
    {
        var row = given.Trimmed();
        if (row.Violations() is { Count: > 0 } broken)
        {
            await Refusal.WriteAsync(context, ErrorCode.BillingPartyInvalid, new() { ["fields"] = broken });
            return Results.Empty;
        }

        var (by, who) = (context.User.SignedIn().User, row.CustomerId ?? row.InterpreterId);
        await using (var staff = await scope.OpenForStaffAsync(context.RequestAborted))
        {
            var fields = row.ChangedSince(await PartyStore.FindAsync(staff.Transaction, role, who, context.RequestAborted));
            if (!await PartyStore.SaveAsync(staff.Transaction, role, row, by, clock.Now, context.RequestAborted))
            {
                throw new DomainException(ErrorCode.BillingPartyChangedMeanwhile);
            }

            await audit.AddAsync(staff.Transaction, new AuditEntry(by, "billing_party.changed", who is null ? role : $"{role}:{who}") { Details = new { fields } }, context.RequestAborted);
            await staff.CommitAsync(context.RequestAborted);
        }

        return await ReadAsync(context, role, who, scope);
    }

    private static async Task<IResult> TaxAsync(HttpContext context, Guid id, TenantScope scope, SteadyClock clock)
    {
        context.Response.Headers.CacheControl = "no-store";
        await using var staff = await scope.OpenForStaffAsync(context.RequestAborted);
        return Results.Ok(await InterpreterTax.ReadAsync(staff.Transaction, id, BerlinTime.DayOf(clock.Now), context.RequestAborted));
    }

    private static async Task<IResult> VatAsync(HttpContext context, Guid id, VatOrder order, TenantScope scope, AuditStore audit, SteadyClock clock)
    {
        if (order.ValidFrom is not { } from || SnakeCase.Find<VatTreatment>(order.Treatment) is not { } treatment || treatment == VatTreatment.NotTaxable)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        var by = context.User.SignedIn().User;
        await using (var staff = await scope.OpenForStaffAsync(context.RequestAborted))
        {
            await PartyStore.AddVatAsync(staff.Transaction, id, from, treatment, by, clock.Now, context.RequestAborted);
            await audit.AddAsync(staff.Transaction, new AuditEntry(by, "vat_status.recorded", $"interpreter:{id}") { Details = new { from, treatment = SnakeCase.Of(treatment) } }, context.RequestAborted);
            await staff.CommitAsync(context.RequestAborted);
        }

        return await TaxAsync(context, id, scope, clock);
    }

    private static async Task<IResult> AgreementAsync(HttpContext context, Guid id, AgreementOrder order, TenantScope scope, AuditStore audit, SteadyClock clock)
    {
        if (order is not { Agreed: { } agreed, Since: { } since })
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        var by = context.User.SignedIn().User;
        await using (var staff = await scope.OpenForStaffAsync(context.RequestAborted))
        {
            await PartyStore.AddAgreementAsync(staff.Transaction, id, agreed, since, by, clock.Now, context.RequestAborted);
            await audit.AddAsync(staff.Transaction, new AuditEntry(by, agreed ? "self_billing.agreed" : "self_billing.revoked", $"interpreter:{id}") { Details = new { since } }, context.RequestAborted);
            await staff.CommitAsync(context.RequestAborted);
        }

        return await TaxAsync(context, id, scope, clock);
    }
}
