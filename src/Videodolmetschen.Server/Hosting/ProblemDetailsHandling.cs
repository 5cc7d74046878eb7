using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Videodolmetschen.Domain;

namespace Videodolmetschen.Server.Hosting;

/// <summary>Every failure leaves as problem+json with a stable <c>code</c> and a <c>traceId</c>; the browser chooses the German sentence.</summary>
internal static class ProblemDetailsHandling
{
    public static void AddProblemDetailsHandling(this WebApplicationBuilder builder)
    {
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = context => Complete(context.HttpContext, context.ProblemDetails));
        builder.Services.AddExceptionHandler<ProblemExceptionHandler>();
    }

    public static void UseProblemDetails(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase), api => api.UseStatusCodePages());
    }

    /// <summary>The code as it stands on the wire: <c>request_not_found</c>.</summary>
    public static string Wire(ErrorCode code) => JsonNamingPolicy.SnakeCaseLower.ConvertName(code.ToString());

    public static int StatusOf(ErrorCode code) => code switch
    {
        ErrorCode.SignInRequired or ErrorCode.SignInFailed or ErrorCode.SecondFactorRequired or ErrorCode.SecondFactorFailed => StatusCodes.Status401Unauthorized,
        ErrorCode.Forbidden or ErrorCode.OriginRefused => StatusCodes.Status403Forbidden,
        ErrorCode.NotFound or ErrorCode.RequestNotFound or ErrorCode.OfferNotFound or ErrorCode.SessionNotFound
            or ErrorCode.GuestNotFound or ErrorCode.GuestLinkUnusable
            or ErrorCode.AppointmentNotFound or ErrorCode.AskNotFound or ErrorCode.AskLinkUnusable => StatusCodes.Status404NotFound,
        ErrorCode.TooManyAttempts => StatusCodes.Status429TooManyRequests,
        ErrorCode.ServiceUnavailable => StatusCodes.Status503ServiceUnavailable,
        ErrorCode.Unexpected => StatusCodes.Status500InternalServerError,
        ErrorCode.ArgumentInvalid or ErrorCode.LanguageUnknown or ErrorCode.VarietyUnknown or ErrorCode.OwnReferenceTooLong or ErrorCode.PolicyInvalid or ErrorCode.TariffInvalid or ErrorCode.BillingPartyInvalid or ErrorCode.CorrectionInvalid or ErrorCode.LossInvalid or ErrorCode.BudgetInvalid
            or ErrorCode.WallTimeLeftOut or ErrorCode.AppointmentTooSoon or ErrorCode.AppointmentTooFarAhead or ErrorCode.AppointmentLengthInvalid
            or ErrorCode.BookingSettingsInvalid or ErrorCode.ExportSpansYears
            or ErrorCode.AppointmentStartInvalid or ErrorCode.AppointmentSeriesInvalid
            or ErrorCode.AvailabilityInvalid or ErrorCode.CalendarUnreadable or ErrorCode.CalendarTooLarge or ErrorCode.StandbyTimesInvalid
            or ErrorCode.BankFileUnreadable or ErrorCode.BankFileTooLarge or ErrorCode.BankFileNotInEuro => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status409Conflict,
    };

    private static ErrorCode CodeOf(int? status) => status switch
    {
        StatusCodes.Status400BadRequest or StatusCodes.Status413PayloadTooLarge or StatusCodes.Status415UnsupportedMediaType => ErrorCode.ArgumentInvalid,
        StatusCodes.Status401Unauthorized => ErrorCode.SignInRequired,
        StatusCodes.Status403Forbidden => ErrorCode.Forbidden,
        StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed => ErrorCode.NotFound,
        StatusCodes.Status429TooManyRequests => ErrorCode.TooManyAttempts,
        StatusCodes.Status503ServiceUnavailable => ErrorCode.ServiceUnavailable,
        _ => ErrorCode.Unexpected,
    };

    private static void Complete(HttpContext context, ProblemDetails problem)
    {
        problem.Extensions.TryAdd("code", Wire(CodeOf(problem.Status)));
        problem.Extensions["traceId"] = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
        problem.Detail = null;
    }
}
