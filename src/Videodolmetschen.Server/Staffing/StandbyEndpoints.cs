using Microsoft.Extensions.Options;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Languages;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Domain.Staffing;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Staffing;

/// <summary>Standby shifts for coordinators: to make, to offer, to call off, and to see what was served.</summary>
internal static class StandbyEndpoints
{
    private static readonly TimeSpan ShownAfterwards = TimeSpan.FromDays(35);

    /// <param name="Start">What the clock on the wall in Berlin shows, such as <c>2026-12-01T08:00</c>.</param>
    /// <param name="Language">Null for any.</param>
    /// <param name="Interpreters">To whom it is offered; null for all who fit.</param>
    internal sealed record StandbyOrder(string? Language, DateTime? Start, int Minutes, int Places, string? Note, IReadOnlyList<Guid>? Interpreters);

    internal sealed record OfferOrder(IReadOnlyList<Guid>? Interpreters);

    /// <param name="Offered">How many have an offer now who had none.</param>
    internal sealed record OfferedView(Guid Id, int Offered);

    internal readonly record struct CandidateQuery(string? Language, DateTime? Start, int? Minutes);

    /// <param name="staff">Coordinators and administrators only.</param>
    public static void MapStandby(this IEndpointRouteBuilder staff)
    {
        staff.MapGet("/standby", AnswerAsync).Produces<IReadOnlyList<StandbyShiftView>>();
        staff.MapGet("/standby/candidates", FindAsync).Produces<IReadOnlyList<StandbyCandidateView>>();
        staff.MapPost("/standby", CreateAsync).Produces<OfferedView>();
        staff.MapPost("/standby/{id:guid}/offers", OfferAsync).Produces<OfferedView>();
        staff.MapDelete("/standby/{id:guid}", CancelAsync).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, StandbyListStore store, SteadyClock clock)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(await store.ReadAsync(clock.Now, clock.Now - ShownAfterwards, context.RequestAborted));
    }

    /// <summary><c>GET /api/standby/candidates?language=kmr&amp;start=2026-12-01T08:00&amp;minutes=120</c></summary>
    private static async Task<IResult> FindAsync(HttpContext context, [AsParameters] CandidateQuery query, StandbyListStore store, LanguageCatalogue languages)
    {
        var slot = SlotOf(query.Start, query.Minutes ?? 0);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(await store.FindCandidatesAsync(Known(query.Language, languages), slot, context.RequestAborted));
    }

    private static async Task<IResult> CreateAsync(
        HttpContext context, StandbyOrder order, StandbyDesk desk, LanguageCatalogue languages, IOptions<StandbyRules> rules)
    {
        var slot = SlotOf(order.Start, order.Minutes);
        var note = SnakeCase.Find<StandbyNote>(order.Note) ?? throw new DomainException(ErrorCode.ArgumentInvalid);
        rules.Value.Check(slot, order.Places, desk.Now);
        var shift = new StandbyShiftView(
            Guid.CreateVersion7(), Known(order.Language, languages), slot.Start, slot.End, order.Places, SnakeCase.Of(note), SnakeCase.Of(StandbyShiftState.Open));
        var offered = await desk.CreateAsync(shift, order.Interpreters, context.User.SignedIn().User, context.RequestAborted);
        return Results.Ok(new OfferedView(shift.Id, offered));
    }

    private static async Task<IResult> OfferAsync(HttpContext context, Guid id, OfferOrder order, StandbyDesk desk) =>
        Results.Ok(new OfferedView(id, await desk.OfferAsync(id, order.Interpreters, context.User.SignedIn().User, context.RequestAborted)));

    private static async Task<IResult> CancelAsync(HttpContext context, Guid id, StandbyStore store, SteadyClock clock)
    {
        await store.CancelAsync(id, new StandbyAct(context.User.SignedIn().User, clock.Now), context.RequestAborted);
        return Results.NoContent();
    }

    private static AppointmentSlot SlotOf(DateTime? start, int minutes) =>
        start is { Kind: DateTimeKind.Unspecified } wall && minutes is > 0 and <= 1440
            ? AppointmentSlot.OnWall(wall, TimeSpan.FromMinutes(minutes))
            : throw new DomainException(ErrorCode.ArgumentInvalid);

    private static string? Known(string? language, LanguageCatalogue languages) =>
        language is null || languages.IsBookable(language) ? language : throw new DomainException(ErrorCode.LanguageUnknown);
}
