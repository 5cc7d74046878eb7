using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Interpreters;

/// <summary>Who does not want to meet again. What is decided here holds at once: the dispatcher is told before the answer.</summary>
internal static class ConflictEndpoints
{
    private const string ByInterpreter = "interpreter";
    private const string ByCustomer = "customer";

    /// <param name="SessionId">A conversation they had; requesters and interpreters name it, or:</param>
    /// <param name="OfferId">an offer that the interpreter declined.</param>
    /// <param name="InterpreterId">Requesters name one of several who interpreted; without it the last. Coordinators name both sides, and which of them decided it.</param>
    /// <param name="CustomerId">See there.</param>
    /// <param name="BlockedBy">See there.</param>
    /// <param name="Reason">From the list.</param>
    internal sealed record ConflictOrder(Guid? SessionId, Guid? OfferId, Guid? InterpreterId, Guid? CustomerId, string? BlockedBy, string? Reason);

    internal sealed record ConflictAnswer(Guid Id);

    public static void MapConflicts(this IEndpointRouteBuilder app)
    {
        var conflicts = app.MapGroup("/api").RequireAuthorization();
        conflicts.MapGet("/conflicts", AnswerAsync).Produces<IReadOnlyList<ConflictView>>();
        conflicts.MapPost("/conflicts", AddAsync).Produces<ConflictAnswer>();
        conflicts.MapDelete("/conflicts/{id:guid}", RemoveAsync).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, ConflictStore store)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(await OwnAsync(context.User.SignedIn(), store, context.RequestAborted));
    }

    private static async Task<IResult> AddAsync(HttpContext context, ConflictOrder order, ConflictStore store, DispatchedInterpreters interpreters)
    {
        var who = context.User.SignedIn();
        var reason = Enum.GetValues<ConflictReason>().Where(one => SnakeCase.Of(one) == order.Reason).Select(one => (ConflictReason?)one).FirstOrDefault()
            ?? throw new DomainException(ErrorCode.ArgumentInvalid);
        var (interpreter, customer, blockedBy) = await SidesAsync(who, order, store, context.RequestAborted);
        var id = await store.AddAsync(new NewConflict(interpreter, customer, blockedBy, reason, who.User), context.RequestAborted);
        await interpreters.RefreshAsync(interpreter);
        return Results.Ok(new ConflictAnswer(id));
    }

    private static async Task<IResult> RemoveAsync(HttpContext context, Guid id, ConflictStore store, DispatchedInterpreters interpreters)
    {
        var who = context.User.SignedIn();
        var own = await OwnAsync(who, store, context.RequestAborted);
        var conflict = own.FirstOrDefault(one => one.Id == id) ?? throw new DomainException(ErrorCode.NotFound);
        await store.RemoveAsync(conflict, who.User, context.RequestAborted);
        await interpreters.RefreshAsync(new InterpreterId(conflict.InterpreterId));
        return Results.NoContent();
    }

    /// <summary>What somebody may see is what somebody may undo. That an interpreter avoids a customer is nothing the customer may learn.</summary>
    private static async Task<IReadOnlyList<ConflictView>> OwnAsync(SignedIn who, ConflictStore store, CancellationToken cancellationToken)
    {
        if (who.IsCoordinator)
        {
            return await store.ReadAsync(null, null, null, cancellationToken);
        }

        if (who.Is(Roles.Interpreter))
        {
            return await store.ReadAsync(who.RequireInterpreter(), null, ByInterpreter, cancellationToken);
        }

        var ofCustomer = await store.ReadAsync(null, who.RequireCustomer(), ByCustomer, cancellationToken);
        return [.. ofCustomer.Select(one => one with { InterpreterName = null })];
    }

    private static async Task<(InterpreterId Interpreter, CustomerId Customer, string BlockedBy)> SidesAsync(
        SignedIn who, ConflictOrder order, ConflictStore store, CancellationToken cancellationToken)
    {
        if (who.IsCoordinator)
        {
            return order is { InterpreterId: { } named, CustomerId: { } of, BlockedBy: ByInterpreter or ByCustomer }
                ? (new InterpreterId(named), new CustomerId(of), order.BlockedBy)
                : throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        var id = order.SessionId ?? order.OfferId ?? throw new DomainException(ErrorCode.ArgumentInvalid);
        var meeting = await store.FindMeetingAsync(id, isOffer: order.SessionId is null, who.Interpreter?.Value ?? order.InterpreterId, cancellationToken);
        return meeting is ({ } interpreter, { } customer)
            ? SideOf(who, interpreter, customer, order.SessionId is not null)
            : throw new DomainException(ErrorCode.NotFound);
    }

    private static (InterpreterId Interpreter, CustomerId Customer, string BlockedBy) SideOf(SignedIn who, InterpreterId interpreter, CustomerId customer, bool hasMet)
    {
        if (who.Interpreter == interpreter)
        {
            return (interpreter, customer, ByInterpreter);
        }

        return who.Customer == customer && hasMet ? (interpreter, customer, ByCustomer) : throw new DomainException(ErrorCode.NotFound);
    }
}
