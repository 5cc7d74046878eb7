using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>Who is asked: answers of interpreters, and the hands of the Disposition (APPOINTMENTS.md).</summary>
internal static class PoolEndpoints
{
    private static readonly TimeSpan CalledOffShown = TimeSpan.FromDays(3);

    internal sealed record AskView(string State, DateTimeOffset AskedAt, DateTimeOffset AnswerBy);

    internal sealed record RankedView(Guid Id, string Number, string Name, AppointmentRankReasons Reasons, AskView? Ask);

    internal sealed record HinderedView(Guid Id, string Number, string Name, IReadOnlyList<string> Obstacles, IReadOnlyList<string> Calendar);

    internal sealed record CandidatesView(IReadOnlyList<RankedView> Ranked, IReadOnlyList<HinderedView> Hindered);

    internal sealed record OwnAskView(Guid Id, AppointmentView Appointment, DateTimeOffset AskedAt, DateTimeOffset AnswerBy, int Rank);

    /// <param name="CalledOff">Questions that need no answer, because the appointment was cancelled in the last days.</param>
    internal sealed record OwnView(IReadOnlyList<OwnAskView> Asks, IReadOnlyList<AppointmentView> Appointments, IReadOnlyList<OwnAskView> CalledOff);

    internal sealed record AssignOrder(Guid InterpreterId);

    internal sealed record ReasonOrder(string? Reason);

    internal sealed record LinkOrder(string? Token);

    public static void MapPool(this IEndpointRouteBuilder app)
    {
        var coordinators = app.MapGroup("/api/appointments/{id:guid}").RequireAuthorization(policy => policy.RequireRole(Roles.Coordinator, Roles.Administrator));
        coordinators.MapGet("/candidates", CandidatesAsync).Produces<CandidatesView>();
        coordinators.MapPost("/assign", AssignAsync).Produces<AppointmentView>();
        coordinators.MapPost("/release", ReleaseAsync).Produces<AppointmentView>();
        var interpreters = app.MapGroup("/api").RequireAuthorization(Policies.Interpreter);
        interpreters.MapGet("/my-appointments", OwnAsync).Produces<OwnView>();
        interpreters.MapPost("/appointment-asks/{id:guid}/accept", AcceptAsync).Produces<AppointmentView>();
        interpreters.MapPost("/appointment-asks/{id:guid}/decline", DeclineAsync).Produces(StatusCodes.Status204NoContent);
        interpreters.MapPost("/appointments/{id:guid}/give-back", GiveBackAsync).Produces(StatusCodes.Status204NoContent);
        app.MapPost("/api/appointment-asks/decline-by-link", DeclineByLinkAsync).AllowAnonymous().Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> CandidatesAsync(HttpContext context, Guid id, AppointmentStore store, AppointmentDesk desk)
    {
        var row = await AppointmentEndpoints.RowAsync(context, id, store);
        var match = await desk.MatchAsync(row, context.RequestAborted);
        await using var staff = await store.OpenAsync(context.RequestAborted);
        var asks = (await AskStore.ReadAsync(staff.Transaction, id, context.RequestAborted)).ToDictionary(ask => ask.InterpreterId, ask => new AskView(ask.State, ask.AskedAt, ask.AnswerBy));
        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(new CandidatesView(
            [.. match.Ranked.Select(one => new RankedView(one.Interpreter.Id.Value, one.Interpreter.Number, one.Interpreter.DisplayName, one.Reasons, asks.GetValueOrDefault(one.Interpreter.Id.Value)))],
            [.. match.Hindered.Select(one => new HinderedView(one.Interpreter.Id.Value, one.Interpreter.Number, one.Interpreter.DisplayName, Names(one.Obstacles), Names(one.Calendar)))]));
    }

    private static async Task<IResult> AssignAsync(HttpContext context, Guid id, AssignOrder order, AppointmentStore store, AppointmentDesk desk, Shown shown)
    {
        await AppointmentEndpoints.RowAsync(context, id, store);
        await desk.AssignAsync(context.User.SignedIn(), id, order.InterpreterId, context.RequestAborted);
        return await shown.OneAsync(context, await AppointmentEndpoints.RowAsync(context, id, store));
    }

    private static async Task<IResult> ReleaseAsync(HttpContext context, Guid id, AppointmentStore store, AppointmentDesk desk, Shown shown)
    {
        await AppointmentEndpoints.RowAsync(context, id, store);
        await desk.ReleaseAsync(context.User.SignedIn(), id, context.RequestAborted);
        return await shown.OneAsync(context, await AppointmentEndpoints.RowAsync(context, id, store));
    }

    private static async Task<IResult> OwnAsync(HttpContext context, AppointmentStore store, Shown shown, SteadyClock clock, DateOnly? from = null, DateOnly? to = null)
    {
        var who = context.User.SignedIn();
        var range = AppointmentEndpoints.Range(shown.Today, from, to) with { Interpreter = who.RequireInterpreter().Value };
        var own = await shown.OfAsync(who, await store.ReadAsync(who, range, context.RequestAborted), context.RequestAborted);
        await using var staff = await store.OpenAsync(context.RequestAborted);
        var (interpreter, now) = (who.RequireInterpreter().Value, clock.Now);
        var open = await AskStore.ReadOpenOfAsync(staff.Transaction, interpreter, now, context.RequestAborted);
        var calledOff = await AskStore.ReadCalledOffAsync(staff.Transaction, interpreter, now, now - CalledOffShown, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(new OwnView(await WithAppointmentsAsync(open), own, await WithAppointmentsAsync(calledOff)));

        async Task<IReadOnlyList<OwnAskView>> WithAppointmentsAsync(IReadOnlyList<AskRow> rows)
        {
            var asks = new List<OwnAskView>();
            foreach (var ask in rows)
            {
                var row = (await AppointmentStore.PeekAsync(staff.Transaction, ask.AppointmentId, context.RequestAborted))!;
                asks.Add(new OwnAskView(ask.Id, (await shown.OfAsync(who, [row], context.RequestAborted))[0], ask.AskedAt, ask.AnswerBy, ask.Rank));
            }

            return asks;
        }
    }

    private static async Task<IResult> AcceptAsync(HttpContext context, Guid id, Answers answers, AppointmentStore store, Shown shown)
    {
        var appointment = await answers.AcceptAsync(context.User.SignedIn(), id, context.RequestAborted);
        return await shown.OneAsync(context, await AppointmentEndpoints.RowAsync(context, appointment, store));
    }

    private static async Task<IResult> DeclineAsync(HttpContext context, Guid id, ReasonOrder order, Answers answers)
    {
        await answers.DeclineAsync(context.User.SignedIn(), id, order.Reason, context.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> GiveBackAsync(HttpContext context, Guid id, ReasonOrder order, Answers answers)
    {
        await answers.GiveBackAsync(context.User.SignedIn(), id, order.Reason, context.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> DeclineByLinkAsync(HttpContext context, LinkOrder order, Answers answers)
    {
        await answers.DeclineByLinkAsync(order.Token is { Length: > 0 and <= 200 } token ? token : throw new DomainException(ErrorCode.AskLinkUnusable), context.RequestAborted);
        return Results.NoContent();
    }

    private static IReadOnlyList<string> Names(Obstacles obstacles) =>
        [.. Enum.GetValues<Obstacles>().Where(one => one != Obstacles.None && obstacles.HasFlag(one)).Select(one => SnakeCase.Of(one))];

    private static IReadOnlyList<string> Names(CalendarObstacles obstacles) =>
        [.. Enum.GetValues<CalendarObstacles>().Where(one => one != CalendarObstacles.None && obstacles.HasFlag(one)).Select(one => SnakeCase.Of(one))];
}
