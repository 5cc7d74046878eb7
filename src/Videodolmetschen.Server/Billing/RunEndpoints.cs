using System.Diagnostics;
using System.Text.Json;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Billing;

/// <summary>Billing runs as coordinators start, watch and stop them (BILLING.md).</summary>
internal static class RunEndpoints
{
    /// <summary>So long one call issues; the browser calls again and shows how far it is.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(1);
    private const int DaysAtMost = 400;

    /// <param name="WithDisputed">Those of the parties whose disputed services are billed all the same.</param>
    internal sealed record RunOrder(Guid? Key, string? Side, DateOnly? From, DateOnly? Until, IReadOnlyList<Guid>? Parties, IReadOnlyList<Guid>? WithDisputed = null);

    internal sealed record RunPartView(Guid PartyId, string Name, string State, JsonElement Reasons);

    internal sealed record RunView(RunRow Run, IReadOnlyList<RunPartView> Parts);

    public static void MapRuns(this IEndpointRouteBuilder app)
    {
        var staff = app.MapGroup("/api/billing").RequireAuthorization(policy => policy.RequireRole(Roles.Coordinator, Roles.Administrator));
        staff.MapPost("/preview", PreviewAsync).Produces<RunPreview>();
        staff.MapGet("/runs", ReadAsync).Produces<IReadOnlyList<RunRow>>();
        staff.MapPost("/runs", StartAsync).Produces<RunView>();
        staff.MapGet("/runs/{id:guid}", FindAsync).Produces<RunView>();
        staff.MapPost("/runs/{id:guid}/continue", ContinueAsync).Produces<RunView>();
        staff.MapPost("/runs/{id:guid}/pause", (HttpContext context, Guid id, BillingRuns runs, TenantScope scope) => MoveAsync(context, id, "issuing", "paused", runs, scope)).Produces<RunView>();
        staff.MapPost("/runs/{id:guid}/resume", (HttpContext context, Guid id, BillingRuns runs, TenantScope scope) => MoveAsync(context, id, "paused", "issuing", runs, scope)).Produces<RunView>();
    }

    private static async Task<IResult> PreviewAsync(HttpContext context, RunOrder order, BillingRuns runs)
    {
        var (side, from, until) = Read(order);
        return Results.Ok(await runs.PreviewAsync(side, from, until, context.RequestAborted));
    }

    private static async Task<IResult> ReadAsync(HttpContext context, TenantScope scope)
    {
        context.Response.Headers.CacheControl = "no-store";
        await using var staff = await scope.OpenForStaffAsync(context.RequestAborted);
        return Results.Ok(await RunStore.ReadAsync(staff.Transaction, context.RequestAborted));
    }

    private static async Task<IResult> StartAsync(HttpContext context, RunOrder order, BillingRuns runs, TenantScope scope)
    {
        var (side, from, until) = Read(order);
        if (order is not { Key: { } key, Parties: { Count: > 0 } parties } || key == Guid.Empty)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        return await AnswerAsync(context, await runs.StartAsync(context.User.SignedIn().User, key, side, from, until, [.. parties.Select(party => new RunParty(party, order.WithDisputed?.Contains(party) == true))], context.RequestAborted), scope);
    }

    private static Task<IResult> FindAsync(HttpContext context, Guid id, TenantScope scope) => AnswerAsync(context, id, scope);

    private static async Task<IResult> ContinueAsync(HttpContext context, Guid id, BillingRuns runs, TenantScope scope)
    {
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < AtOnce && await runs.IssueNextAsync(id, context.RequestAborted))
        {
        }

        return await AnswerAsync(context, id, scope);
    }

    private static async Task<IResult> MoveAsync(HttpContext context, Guid id, string from, string to, BillingRuns runs, TenantScope scope)
    {
        await runs.MoveAsync(id, from, to, context.RequestAborted);
        return await AnswerAsync(context, id, scope);
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, Guid id, TenantScope scope)
    {
        context.Response.Headers.CacheControl = "no-store";
        await using var staff = await scope.OpenForStaffAsync(context.RequestAborted);
        var run = await RunStore.FindAsync(staff.Transaction, id, context.RequestAborted) ?? throw new DomainException(ErrorCode.NotFound);
        var parts = await RunStore.ReadPartsAsync(staff.Transaction, id, context.RequestAborted);
        return Results.Ok(new RunView(run, [.. parts.Select(part => new RunPartView(part.PartyId, part.Name, part.State, JsonDocument.Parse(part.Reasons).RootElement.Clone()))]));
    }

    private static (BillingSide, DateOnly, DateOnly) Read(RunOrder order) =>
        SnakeCase.Find<BillingSide>(order.Side) is { } side && order is { From: { } from, Until: { } until } && until >= from && until.DayNumber - from.DayNumber <= DaysAtMost
            ? (side, from, until)
            : throw new DomainException(ErrorCode.ArgumentInvalid);
}
