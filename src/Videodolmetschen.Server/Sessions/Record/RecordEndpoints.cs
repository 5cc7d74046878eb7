using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Mail;

namespace Videodolmetschen.Server.Sessions.Record;

/// <summary>The signed record of a conversation: for the requester's file, and for whoever is shown one and wants to know whether it is ours.</summary>
internal static class RecordEndpoints
{
    /// <param name="Facts">What was signed; null where the code belongs to nothing that we signed, or to something that was changed since.</param>
    internal sealed record RecordAnswer(bool Valid, RecordFacts? Facts);

    public static void AddRecords(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RecordKeyStore>();
        builder.Services.AddSingleton<RecordKey>();
        builder.Services.AddSingleton<RecordStore>();
        builder.Services.AddSingleton<Records>();
        builder.Services.AddSingleton<RecordChecks>();
    }

    public static void MapRecords(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/sessions/{id:guid}/record.pdf", AnswerAsync)
            .Produces(StatusCodes.Status200OK, contentType: "application/pdf")
            .RequireAuthorization(policy => policy.RequireRole(Roles.Requester, Roles.Coordinator, Roles.Administrator));
        app.MapGet("/api/session-records/{code}", VerifyAsync).Produces<RecordAnswer>().AllowAnonymous();
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, Guid id, Records records, PublicAddress address)
    {
        var signed = await records.IssueAsync(context.User.SignedIn(), id, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        var name = $"Gespraechsnachweis-{BerlinTime.DayOf(signed.Facts.StartedAt):yyyy-MM-dd}-{id.ToString()[..8]}.pdf";
        return Results.File(RecordPdf.Write(signed, address.Of("/nachweis")), "application/pdf", name);
    }

    /// <summary>Whoever has the code has the paper, and reads here what stands on it. Why something is not valid is not said.</summary>
    private static async Task<IResult> VerifyAsync(HttpContext context, string code, Records records, RecordChecks checks)
    {
        checks.Count(context.Connection.RemoteIpAddress);
        var signed = await records.VerifyAsync(code, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(new RecordAnswer(signed is not null, signed?.Facts));
    }
}

/// <summary>How often somebody may try codes.</summary>
internal sealed class RecordChecks() : AddressLimit(perMinute: 60);
