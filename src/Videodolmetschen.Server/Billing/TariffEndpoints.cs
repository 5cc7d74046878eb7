using System.Text.Json;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Languages;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Billing;

/// <summary>Tariffs and who has which, as coordinators keep them (BILLING.md).</summary>
internal static class TariffEndpoints
{
    internal sealed record TariffView(JsonElement Tariff, int Revision, bool IsUsed, DateTimeOffset ChangedAt, string? ChangedBy, string Words);

    internal sealed record TariffsView(IReadOnlyList<TariffView> Tariffs, IReadOnlyList<TariffAssignment> Assignments);

    internal sealed record ViolationView(string Field, string Code);

    internal sealed record LineView(string Kind, decimal Quantity, string Unit, decimal UnitPrice, decimal Net, string Explanation);

    internal sealed record ExampleView(string Title, IReadOnlyList<LineView> Lines, decimal Net, decimal ProgrammeNet);

    internal sealed record CheckView(IReadOnlyList<ViolationView> Violations, IReadOnlyList<ExampleView> Examples);

    /// <param name="Revision">The one that was shown; null for a new version.</param>
    /// <param name="Tariff">As <see cref="TariffJson"/> writes it.</param>
    internal sealed record TariffOrder(int? Revision, JsonElement Tariff);

    internal sealed record AssignmentOrder(string? Side, Guid? CustomerId, Guid? InterpreterId, string? Family, DateOnly? ValidFrom);

    public static void MapTariffs(this IEndpointRouteBuilder app)
    {
        var staff = app.MapGroup("/api").RequireAuthorization(policy => policy.RequireRole(Roles.Coordinator, Roles.Administrator));
        staff.MapGet("/tariffs", ReadAsync).Produces<TariffsView>();
        staff.MapPost("/tariffs/check", CheckAsync).Produces<CheckView>();
        staff.MapPost("/tariffs", AddAsync).Produces<TariffsView>();
        staff.MapPut("/tariffs/{id:guid}", ChangeAsync).Produces<TariffsView>();
        staff.MapPost("/tariffs/assignments", AssignAsync).Produces<TariffsView>();
    }

    public static LineView Shown(BillingLine line) => new(SnakeCase.Of(line.Kind), line.Quantity, SnakeCase.Of(line.Unit), line.UnitPrice, line.Net, line.Explanation);

    private static async Task<IResult> ReadAsync(HttpContext context, TenantScope scope)
    {
        context.Response.Headers.CacheControl = "no-store";
        await using var staff = await scope.OpenForStaffAsync(context.RequestAborted);
        var tariffs = await TariffStore.ReadAllAsync(staff.Transaction, context.RequestAborted);
        return Results.Ok(new TariffsView(
            [.. tariffs.Select(one => new TariffView(JsonSerializer.SerializeToElement(one.Tariff, TariffJson.Options), one.Revision, one.IsUsed, one.ChangedAt, one.ChangedBy, one.Tariff.Price.Words()))],
            await AssignmentStore.ReadAllAsync(staff.Transaction, context.RequestAborted)));
    }

    /// <summary>What speaks against a draft, and examples of what it would cost; nothing is stored.</summary>
    private static async Task<IResult> CheckAsync(HttpContext context, TariffOrder order, TariffDesk desk, LanguageCatalogue languages)
    {
        var draft = Read(order);
        var violations = await desk.CheckAsync(draft, context.RequestAborted);
        var examples = violations.Any(one => one.Breach is TariffBreach.MinutesOutOfBounds or TariffBreach.HoursOutOfBounds or TariffBreach.NegativeAmount or TariffBreach.AmountTooHigh or TariffBreach.PercentOutOfBounds) ? [] : WorkedExample.Of(draft, languages);
        return Results.Ok(new CheckView(
            Shown(violations),
            [.. examples.Select(one => new ExampleView(one.Title, [.. one.Lines.Lines.Select(Shown)], one.Lines.Net, one.Lines.ProgrammeNet))]));
    }

    private static async Task<IResult> AddAsync(HttpContext context, TariffOrder order, TariffDesk desk, TenantScope scope)
    {
        var draft = Read(order) with { Id = new TariffVersionId(Guid.CreateVersion7()) };
        return await AnswerAsync(context, await desk.AddAsync(context.User.SignedIn().User, draft, context.RequestAborted), scope);
    }

    private static async Task<IResult> ChangeAsync(HttpContext context, Guid id, TariffOrder order, TariffDesk desk, TenantScope scope)
    {
        var revision = order.Revision ?? throw new DomainException(ErrorCode.ArgumentInvalid);
        var draft = Read(order) with { Id = new TariffVersionId(id) };
        return await AnswerAsync(context, await desk.ChangeAsync(context.User.SignedIn().User, draft, revision, context.RequestAborted), scope);
    }

    private static async Task<IResult> AssignAsync(HttpContext context, AssignmentOrder order, TariffDesk desk, TenantScope scope)
    {
        if (SnakeCase.Find<BillingSide>(order.Side) is not { } side || order is not { Family: { } family, ValidFrom: { } from }
            || (side == BillingSide.Customer ? order.InterpreterId : order.CustomerId) is not null)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        var given = new TariffAssignment
        {
            Id = Guid.CreateVersion7(), Side = SnakeCase.Of(side), CustomerId = order.CustomerId, InterpreterId = order.InterpreterId, Family = family, ValidFrom = from,
        };
        await desk.AssignAsync(context.User.SignedIn().User, given, context.RequestAborted);
        return await ReadAsync(context, scope);
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, IReadOnlyList<TariffViolation> violations, TenantScope scope)
    {
        if (violations.Count == 0)
        {
            return await ReadAsync(context, scope);
        }

        await Refusal.WriteAsync(context, ErrorCode.TariffInvalid, new() { ["violations"] = Shown(violations) });
        return Results.Empty;
    }

    private static IReadOnlyList<ViolationView> Shown(IReadOnlyList<TariffViolation> violations) => [.. violations.Select(one => new ViolationView(one.Field, SnakeCase.Of(one.Breach)))];

    private static Tariff Read(TariffOrder order)
    {
        try
        {
            return order.Tariff.Deserialize<Tariff>(TariffJson.Options) ?? throw new DomainException(ErrorCode.ArgumentInvalid);
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }
    }
}
