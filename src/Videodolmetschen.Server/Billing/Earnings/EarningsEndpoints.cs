using System.Globalization;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Billing.Earnings;

/// <summary>What an interpreter earned: line by line, and as a statement of the month (BILLING.md).</summary>
internal static class EarningsEndpoints
{
    public static void MapEarnings(this IEndpointRouteBuilder app)
    {
        var own = app.MapGroup("/api").RequireAuthorization(policy => policy.RequireRole(Roles.Interpreter));
        own.MapGet("/my-earnings", ReadAsync).Produces<EarningsView>();
        own.MapGet("/my-earnings.pdf", StateAsync).Produces(StatusCodes.Status200OK, contentType: "application/pdf");
    }

    private static async Task<IResult> ReadAsync(HttpContext context, EarningsDesk desk, string month = "")
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(await desk.ReadAsync(context.User.SignedIn().RequireInterpreter().Value, Month(month), context.RequestAborted));
    }

    private static async Task<IResult> StateAsync(HttpContext context, EarningsDesk desk, SteadyClock clock, string month = "")
    {
        context.Response.Headers.CacheControl = "no-store";
        var day = Month(month);
        return Results.File(await desk.StateAsync(context.User.SignedIn().RequireInterpreter().Value, day, BerlinTime.DayOf(clock.Now), context.RequestAborted), "application/pdf", $"Aufstellung-{month}.pdf");
    }

    private static DateOnly Month(string month) =>
        DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 3000
            ? day
            : throw new DomainException(ErrorCode.ArgumentInvalid);
}
