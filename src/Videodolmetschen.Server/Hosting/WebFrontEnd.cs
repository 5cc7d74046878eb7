using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Videodolmetschen.Server.Hosting;

/// <summary>The built browser part: <c>src/web/dist</c> in a source tree, <c>wwwroot</c> once published.</summary>
internal static class WebFrontEnd
{
    private const string StartPage = "index.html";

    public static void UseWebFrontEnd(this WebApplication app)
    {
        Directory.CreateDirectory(HomeFolder.WebFrontEnd);
        app.UseStaticFiles(Options(new PhysicalFileProvider(HomeFolder.WebFrontEnd)));
    }

    /// <summary>Every address of the console that is not a file or an API is the start page; its router does the rest.</summary>
    public static void MapWebFrontEnd(this WebApplication app)
    {
        app.Map("/api/{**rest}", () => Results.Problem(statusCode: StatusCodes.Status404NotFound)).AllowAnonymous();
        app.MapFallback((HttpContext context) => Answer(context, StartPage)).AllowAnonymous();
    }

    /// <summary>One of the built pages, always asked for anew.</summary>
    public static IResult Answer(HttpContext context, string page)
    {
        var file = Path.Combine(HomeFolder.WebFrontEnd, page);
        context.Response.Headers.CacheControl = "no-cache";
        return File.Exists(file)
            ? Results.File(file, "text/html; charset=utf-8")
            : Results.Text("Die Weboberfläche ist nicht gebaut. Bitte in src/web npm ci und npm run build ausführen oder Hosting:BuildWeb einschalten.", statusCode: StatusCodes.Status404NotFound);
    }

    private static StaticFileOptions Options(PhysicalFileProvider files) => new()
    {
        FileProvider = files,
        OnPrepareResponse = SetCaching,
    };

    /// <summary>Built files carry a hash in their name and never change; pages are asked for again each time.</summary>
    private static void SetCaching(StaticFileResponseContext context) =>
        context.Context.Response.Headers.CacheControl = context.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal)
            ? "public, max-age=31536000, immutable"
            : "no-cache";
}
