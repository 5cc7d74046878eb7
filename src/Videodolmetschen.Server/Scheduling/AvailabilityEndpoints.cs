using System.Text;
using Microsoft.AspNetCore.Mvc;
using Videodolmetschen.Domain;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>When an interpreter works and how: own for interpreters, anybody's for coordinators. What is saved holds at once, also for what rings next.</summary>
internal static class AvailabilityEndpoints
{
    public static void AddAvailability(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton<AvailabilityStore>()
        .AddSingleton<PromisedStore>()
        .AddSingleton<CalendarReader>()
        .AddSingleton<AvailabilityDesk>();

    public static void MapAvailability(this IEndpointRouteBuilder app)
    {
        var own = app.MapGroup("/api").RequireAuthorization(Policies.Interpreter);
        own.MapGet("/my-availability", (HttpContext context, AvailabilityDesk desk) => AnswerAsync(context, Own(context), desk))
            .Produces<AvailabilityView>();
        own.MapPut("/my-availability", (HttpContext context, AvailabilityOrder order, AvailabilityDesk desk) => ChangeAsync(context, Own(context), order, desk))
            .Produces<AvailabilityView>();
        own.MapPost("/my-availability/check", (HttpContext context, AvailabilityOrder order, AvailabilityDesk desk) => CheckAsync(context, Own(context), order, desk))
            .Produces<IReadOnlyList<PromisedView>>();
        own.MapGet("/my-availability.ics", (HttpContext context, AvailabilityDesk desk) => ExportAsync(context, Own(context), desk))
            .Produces(StatusCodes.Status200OK, contentType: "text/calendar");
        own.MapPost("/my-availability/import/preview", (HttpContext context, AvailabilityDesk desk) => PreviewAsync(context, Own(context), desk))
            .Produces<ImportView>().WithMetadata(Limit());
        own.MapPost(
            "/my-availability/import",
            (HttpContext context, AvailabilityDesk desk, bool removeMissing = false) => ImportAsync(context, Own(context), removeMissing, desk))
            .Produces<AvailabilityView>().WithMetadata(Limit());
        MapStaff(app.MapGroup("/api/interpreters/{id:guid}").RequireAuthorization(policy => policy.RequireRole(Roles.Coordinator, Roles.Administrator)));
    }

    private static void MapStaff(RouteGroupBuilder staff)
    {
        staff.MapGet("/availability", (HttpContext context, Guid id, AvailabilityDesk desk) => AnswerAsync(context, new(id), desk))
            .Produces<AvailabilityView>();
        staff.MapPut("/availability", (HttpContext context, Guid id, AvailabilityOrder order, AvailabilityDesk desk) => ChangeAsync(context, new(id), order, desk))
            .Produces<AvailabilityView>();
        staff.MapPost("/availability/check", (HttpContext context, Guid id, AvailabilityOrder order, AvailabilityDesk desk) => CheckAsync(context, new(id), order, desk))
            .Produces<IReadOnlyList<PromisedView>>();
        staff.MapGet("/availability.ics", (HttpContext context, Guid id, AvailabilityDesk desk) => ExportAsync(context, new(id), desk))
            .Produces(StatusCodes.Status200OK, contentType: "text/calendar");
        staff.MapPost("/availability/import/preview", (HttpContext context, Guid id, AvailabilityDesk desk) => PreviewAsync(context, new(id), desk))
            .Produces<ImportView>().WithMetadata(Limit());
        staff.MapPost(
            "/availability/import",
            (HttpContext context, Guid id, AvailabilityDesk desk, bool removeMissing = false) => ImportAsync(context, new(id), removeMissing, desk))
            .Produces<AvailabilityView>().WithMetadata(Limit());
    }

    private static InterpreterId Own(HttpContext context) => context.User.SignedIn().RequireInterpreter();

    /// <summary>More than is read: who sends too much hears why.</summary>
    private static RequestSizeLimitAttribute Limit() => new(CalendarReader.BytesAtMost * 2);

    private static async Task<IResult> AnswerAsync(HttpContext context, InterpreterId interpreter, AvailabilityDesk desk)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(await desk.AnswerAsync(interpreter, context.RequestAborted));
    }

    private static async Task<IResult> ChangeAsync(HttpContext context, InterpreterId interpreter, AvailabilityOrder order, AvailabilityDesk desk)
    {
        await desk.SaveAsync(context.User.SignedIn().User, interpreter, order);
        return await AnswerAsync(context, interpreter, desk);
    }

    private static async Task<IResult> CheckAsync(HttpContext context, InterpreterId interpreter, AvailabilityOrder order, AvailabilityDesk desk) =>
        Results.Ok(await desk.CheckAsync(interpreter, order, context.RequestAborted));

    private static async Task<IResult> ExportAsync(HttpContext context, InterpreterId interpreter, AvailabilityDesk desk)
    {
        context.Response.Headers.CacheControl = "no-store";
        var (number, text) = await desk.ExportAsync(interpreter, context.RequestAborted);
        return Results.File(Encoding.UTF8.GetBytes(text), "text/calendar; charset=utf-8", $"verfuegbarkeit-{number}.ics");
    }

    private static async Task<IResult> PreviewAsync(HttpContext context, InterpreterId interpreter, AvailabilityDesk desk) =>
        Results.Ok(await desk.PreviewAsync(interpreter, await ReadAsync(context), context.RequestAborted));

    private static async Task<IResult> ImportAsync(HttpContext context, InterpreterId interpreter, bool removeMissing, AvailabilityDesk desk)
    {
        await desk.ImportAsync(context.User.SignedIn().User, interpreter, await ReadAsync(context), removeMissing);
        return await AnswerAsync(context, interpreter, desk);
    }

    private static async Task<string> ReadAsync(HttpContext context)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0;)
        {
            memory.Write(buffer, 0, read);
            if (memory.Length > CalendarReader.BytesAtMost)
            {
                throw new DomainException(ErrorCode.CalendarTooLarge);
            }
        }

        return Encoding.UTF8.GetString(memory.GetBuffer(), 0, (int)memory.Length);
    }
}
