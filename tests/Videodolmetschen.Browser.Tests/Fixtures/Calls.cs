using System.Text.Json;
using Microsoft.Playwright;

namespace Videodolmetschen.Browser.Tests.Fixtures;

/// <summary>The calls that a page makes, without the page: for what has a story of its own elsewhere.</summary>
internal static class Calls
{
    public static async Task<JsonElement> CallAsync(this IPage page, string method, string path, object? body = null)
    {
        var origin = new Uri(page.Url).GetLeftPart(UriPartial.Authority);
        var answer = await page.APIRequest.FetchAsync(origin + path, new()
        {
            Method = method,
            DataObject = method == "GET" ? null : body ?? new { },
            Headers = new Dictionary<string, string> { ["Origin"] = origin },
        });
        Assert.True(answer.Ok, $"{path}: {answer.Status} {await answer.TextAsync()}");
        return (await answer.TextAsync()).Length == 0 ? default : (await answer.JsonAsync()).GetValueOrDefault();
    }

    public static Task<JsonElement> CallAsync(this Person person, string method, string path, object? body = null) => person.Page.CallAsync(method, path, body);

    /// <summary>The file behind a link.</summary>
    public static async Task<string> DownloadAsync(this IPage page, string link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync());
        await using var stream = await download.CreateReadStreamAsync();
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }

    public static async Task FillAsync(this IPage page, params (string Label, string Text)[] fields)
    {
        foreach (var (label, text) in fields)
        {
            await page.GetByLabel(label, new() { Exact = true }).FillAsync(text);
        }
    }
}
