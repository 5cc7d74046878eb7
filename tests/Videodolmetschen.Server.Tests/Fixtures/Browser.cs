using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Videodolmetschen.Server.Tests.Fixtures;

/// <summary>One person's browser, as far as HTTP goes: it keeps cookies and names the origin of its page.</summary>
public sealed class Browser : IDisposable
{
    private readonly HttpClient _http;

    public Browser(RealServer server)
        : this(server, new CookieContainer())
    {
    }

    private Browser(RealServer server, CookieContainer cookies)
    {
        Cookies = cookies;
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = server.Address };
        _http.DefaultRequestHeaders.Add("Origin", server.Address.GetLeftPart(UriPartial.Authority));
    }

    public CookieContainer Cookies { get; }

    public static async Task<Browser> SignedInAsync(RealServer server, string email)
    {
        var browser = new Browser(server);
        using var answer = await browser.SignInAsync(email);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return browser;
    }

    /// <summary>The same browser after the server was started anew on another port.</summary>
    public Browser MovedTo(RealServer server)
    {
        var cookies = new CookieContainer();
        foreach (Cookie cookie in Cookies.GetCookies(_http.BaseAddress!))
        {
            cookies.Add(server.Address, new Cookie(cookie.Name, cookie.Value));
        }

        return new Browser(server, cookies);
    }

    public Task<HttpResponseMessage> SignInAsync(string email, string password = People.Password, string? code = null) =>
        _http.PostAsJsonAsync("/api/sign-in", new { email, password, code });

    public Task<HttpResponseMessage> SignOutAsync() => _http.PostAsync("/api/sign-out", content: null);

    public Task<HttpResponseMessage> PostAsync(string path, object? body = null) => _http.PostAsJsonAsync(path, body);

    public Task<HttpResponseMessage> PutAsync(string path, object body) => _http.PutAsJsonAsync(path, body);

    /// <summary>By a guest's link.</summary>
    public Task<HttpResponseMessage> ArriveAsync(string? token) => PostAsync("/api/guests/arrive", new { token });

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(path);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request);

    public async Task<HttpStatusCode> StatusOfMeAsync()
    {
        using var answer = await GetAsync("/api/me");
        return answer.StatusCode;
    }

    public void Dispose() => _http.Dispose();
}

internal static class Answers
{
    /// <summary>Everything that is the same for two equal answers: a trace id never is.</summary>
    public static async Task<string> ComparableAsync(this HttpResponseMessage answer)
    {
        var body = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(await answer.Content.ReadAsStringAsync())!;
        body.Remove("traceId");
        return (int)answer.StatusCode + " " + answer.Content.Headers.ContentType + " " + JsonSerializer.Serialize(body);
    }

    public static async Task<string?> CodeAsync(this HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
}
