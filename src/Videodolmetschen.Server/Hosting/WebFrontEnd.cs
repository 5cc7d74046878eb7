using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Videodolmetschen.Server.Hosting;

/// <summary>The built browser part: <c>src/web/dist</c> in a source tree, <c>wwwroot</c> once published.</summary>
internal static class WebFrontEnd
{
    private const string StartPage = "index.html";

    public static void UseWebFrontEnd(this WebApplication app)
    {
        var folder = HomeFolder.WebFrontEnd;
        if (!File.Exists(Path.Combine(folder, StartPage)))
        {
            return;
        }

        app.Environment.WebRootPath = folder;
        app.Environment.WebRootFileProvider = new PhysicalFileProvider(folder);
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = SetCaching });
    }

    /// <summary>Every address of the console that is not a file or an API is the start page; its router does the rest.</summary>
    public static void MapWebFrontEnd(this WebApplication app)
    {
        app.Map("/api/{**rest}", () => Results.Problem(statusCode: StatusCodes.Status404NotFound));
        if (app.Environment.WebRootFileProvider.GetFileInfo(StartPage).Exists)
        {
            app.MapFallbackToFile(StartPage, new StaticFileOptions { OnPrepareResponse = SetCaching });
        }
        else
        {
            app.MapFallback(() => Results.Text("Die Weboberfläche ist nicht gebaut. Bitte ohne -p:SkipWeb=true starten.", statusCode: StatusCodes.Status404NotFound));
        }
    }

    /// <summary>Built files carry a hash in their name and never change; pages are asked for again each time.</summary>
    private static void SetCaching(StaticFileResponseContext context) =>
        context.Context.Response.Headers.CacheControl = context.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal)
            ? "public, max-age=31536000, immutable"
            : "no-cache";
}
