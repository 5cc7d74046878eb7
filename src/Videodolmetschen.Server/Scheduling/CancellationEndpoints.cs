using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>From so many hours before the start on, so much of the slot is paid.</summary>
internal sealed record CancellationStepView(int Hours, int Percent)
{
    public static IReadOnlyList<CancellationStepView> Of(CancellationContract contract) => [.. contract.Steps.Select(step => new CancellationStepView(step.Hours, step.Percent))];

    public CancellationStep.HoursBefore ToStep() => new(Hours, Percent);
}

/// <summary>What a customer's contract says of cancelling, as coordinators set it.</summary>
internal static class CancellationEndpoints
{
    internal sealed record ContractView(int Version, string Ladder, IReadOnlyList<CancellationStepView> Steps, IReadOnlyList<ContractChange> History);

    internal sealed record ContractChange(DateTimeOffset At, string? By, string Ladder, IReadOnlyList<CancellationStepView> Steps);

    /// <param name="Version">The one that was shown.</param>
    /// <param name="Ladder"><c>usual</c>, <c>jveg</c> or <c>own</c>.</param>
    /// <param name="Steps">Only with <c>own</c>.</param>
    internal sealed record ContractOrder(int? Version, string? Ladder, IReadOnlyList<CancellationStepView>? Steps);

    internal sealed record StepViolation(int Step, string Code);

    public static void MapCancellation(this IEndpointRouteBuilder app)
    {
        var staff = app.MapGroup("/api").RequireAuthorization(policy => policy.RequireRole(Roles.Coordinator, Roles.Administrator));
        staff.MapGet("/customers/{id:guid}/cancellation", AnswerAsync).Produces<ContractView>();
        staff.MapPut("/customers/{id:guid}/cancellation", ChangeAsync).Produces<ContractView>();
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, Guid id, CancellationStore store)
    {
        var history = await store.ReadHistoryAsync(new CustomerId(id), context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        var now = history[0];
        return Results.Ok(new ContractView(
            now.Version,
            SnakeCase.Of(now.Contract.Ladder),
            CancellationStepView.Of(now.Contract),
            [.. history.Where(one => one.At is not null).Select(one => new ContractChange(one.At!.Value, one.By, SnakeCase.Of(one.Contract.Ladder), CancellationStepView.Of(one.Contract)))]));
    }

    private static async Task<IResult> ChangeAsync(HttpContext context, Guid id, ContractOrder order, CancellationStore store, SteadyClock clock)
    {
        if (order.Version is not { } version || order.Steps?.Contains(null!) == true)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        var ladder = SnakeCase.Find<CancellationLadder>(order.Ladder) ?? throw new DomainException(ErrorCode.ArgumentInvalid);
        var contract = new CancellationContract(ladder, [.. (order.Steps ?? []).Select(step => step.ToStep())]);
        if (contract.Violations() is { Count: > 0 } violations)
        {
            var named = violations.Select(violation => new StepViolation(violation.Step, SnakeCase.Of(violation.Breach)));
            await Refusal.WriteAsync(context, ErrorCode.PolicyInvalid, new() { ["violations"] = named });
            return Results.Empty;
        }

        await store.AddAsync(context.User.SignedIn().User, new CustomerId(id), version, contract, clock.Now, context.RequestAborted);
        return await AnswerAsync(context, id, store);
    }
}
