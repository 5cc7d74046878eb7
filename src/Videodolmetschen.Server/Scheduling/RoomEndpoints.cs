using Videodolmetschen.Domain;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>The day of an appointment over HTTP (APPOINTMENTS.md). From the live request on, the hub tells.</summary>
internal static class RoomEndpoints
{
    internal sealed record EnterOrder(Guid Key);

    public static void MapRooms(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/appointments/{id:guid}/room", StateAsync).RequireAuthorization().Produces<RoomView>();
        var requesters = app.MapGroup("/api/appointments/{id:guid}").RequireAuthorization(policy => policy.RequireRole(Roles.Requester));
        requesters.MapPost("/enter", EnterAsync).Produces<RoomView>();
        requesters.MapPost("/replace", ReplaceAsync).Produces<AppointmentView>();
        app.MapPost("/api/appointments/{id:guid}/ready", ReadyAsync).RequireAuthorization(Policies.Interpreter).Produces<RoomView>();
    }

    private static async Task<IResult> StateAsync(HttpContext context, Guid id, AppointmentStore store, AppointmentRooms rooms)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(await rooms.StateAsync(await AppointmentEndpoints.RowAsync(context, id, store), context.RequestAborted));
    }

    private static async Task<IResult> EnterAsync(HttpContext context, Guid id, EnterOrder order, AppointmentStore store, AppointmentRooms rooms)
    {
        await AppointmentEndpoints.RowAsync(context, id, store);
        return Results.Ok(await rooms.EnterAsync(context.User.SignedIn(), id, order.Key, context.RequestAborted));
    }

    private static async Task<IResult> ReadyAsync(HttpContext context, Guid id, AppointmentStore store, AppointmentRooms rooms)
    {
        await AppointmentEndpoints.RowAsync(context, id, store);
        return Results.Ok(await rooms.ReadyAsync(context.User.SignedIn().RequireInterpreter(), id, context.RequestAborted));
    }

    private static async Task<IResult> ReplaceAsync(HttpContext context, Guid id, AppointmentStore store, AppointmentRooms rooms, Shown shown)
    {
        await AppointmentEndpoints.RowAsync(context, id, store);
        await rooms.ReplaceAsync(context.User.SignedIn(), id, context.RequestAborted);
        return await shown.OneAsync(context, await AppointmentEndpoints.RowAsync(context, id, store));
    }
}
