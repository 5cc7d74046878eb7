using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using Videodolmetschen.Domain.Languages;

namespace Videodolmetschen.Server.Languages;

internal static class LanguageEndpoints
{
    /// <summary>The catalogue is data of this build: it is read once and never changes while the process lives.</summary>
    public static void AddLanguages(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton(_ => EmbeddedLanguages.Read());

    /// <summary><c>GET /api/languages</c>: the whole catalogue for the finder in the browser, unchanged until the next release.</summary>
    public static void MapLanguages(this IEndpointRouteBuilder app)
    {
        var body = new Lazy<LanguagesBody>(() => LanguagesBody.Of(app.ServiceProvider.GetRequiredService<LanguageCatalogue>()));
        app.MapGet("/api/languages", (HttpContext context) =>
            {
                context.Response.Headers.CacheControl = "private, max-age=600";
                return Results.Bytes(body.Value.Json, "application/json; charset=utf-8", entityTag: body.Value.Tag);
            })
            .Produces<IReadOnlyList<LanguageItem>>()
            .RequireAuthorization();
    }

    private sealed record LanguagesBody(byte[] Json, EntityTagHeaderValue Tag)
    {
        public static LanguagesBody Of(LanguageCatalogue catalogue)
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(LanguageItem.ListOf(catalogue), LanguageItem.Json);
            return new LanguagesBody(json, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(json))[..32]}\""));
        }
    }
}
