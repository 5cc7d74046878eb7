using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing.Documents;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Billing.Disputes;

/// <summary>An interpreter objects to a Gutschrift, once (§ 14 (2) UStG). Staff see it beside the disputes and cancel it.</summary>
internal static class ObjectionEndpoints
{
    private const int WordsAtMost = 500;

    internal sealed record ObjectionOrder(string? Reason, string? Words);

    public static void MapObjections(this IEndpointRouteBuilder app) =>
        app.MapGroup("/api").RequireAuthorization(policy => policy.RequireRole(Roles.Interpreter))
            .MapPost("/my-documents/{id:guid}/objection", ObjectAsync).Produces(StatusCodes.Status204NoContent);

    private static async Task<IResult> ObjectAsync(HttpContext context, Guid id, ObjectionOrder order, TenantScope scope, AuditStore audit, SteadyClock clock)
    {
        var words = string.IsNullOrWhiteSpace(order.Words) ? null : order.Words.Trim();
        if (SnakeCase.Find<ObjectionReason>(order.Reason) is not { } reason || words?.Length > WordsAtMost)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        var who = context.User.SignedIn();
        await using var staff = await scope.OpenForStaffAsync(context.RequestAborted);
        // Nobody cancels it in between.
        await DocumentStore.LockAsync(staff.Transaction, context.RequestAborted);
        if (!(await ObjectionStore.FindCountingAsync(staff.Transaction, id, who.RequireInterpreter().Value, context.RequestAborted) ?? throw new DomainException(ErrorCode.NotFound)))
        {
            throw new DomainException(ErrorCode.DocumentCancelled);
        }

        if (!await ObjectionStore.AddAsync(staff.Transaction, id, reason, words, who.User, clock.Now, context.RequestAborted))
        {
            throw new DomainException(ErrorCode.DocumentObjected);
        }

        await audit.AddAsync(staff.Transaction, new AuditEntry(who.User, "document.objected", $"document:{id}") { Details = new { reason = SnakeCase.Of(reason) } }, context.RequestAborted);
        await staff.CommitAsync(context.RequestAborted);
        return Results.NoContent();
    }
}
