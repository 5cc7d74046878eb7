using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Videodolmetschen.Server.Demo;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Languages;

public sealed class LanguageEndpointsTests(RealPostgres postgres)
{
    [Fact]
    public async Task The_catalogue_is_for_people_who_are_signed_in()
    {
        await using var server = await RealServer.StartAsync(postgres);

        var answer = await server.Client.GetAsync("/api/languages");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_language_comes_with_its_names_and_with_what_may_stand_in()
    {
        await using var server = await SignedInAsync();

        var languages = await server.Client.GetFromJsonAsync<JsonElement>("/api/languages");

        var dari = languages.EnumerateArray().Single(language => language.GetProperty("code").GetString() == "prs");
        Assert.Equal("Dari", dari.GetProperty("germanName").GetString());
        Assert.Equal("دری", dari.GetProperty("autonym").GetString());
        Assert.Equal("rtl", dari.GetProperty("dir").GetString());
        Assert.Equal("Persisch", dari.GetProperty("groupName").GetString());
        Assert.Equal("with_consent", dari.GetProperty("substitutes")[0].GetProperty("grade").GetString());
    }

    [Fact]
    public async Task A_browser_that_has_it_already_gets_nothing_again()
    {
        await using var server = await SignedInAsync();
        var first = await server.Client.GetAsync("/api/languages");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/languages");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag ?? new EntityTagHeaderValue("\"none\""));

        var second = await server.Client.SendAsync(again);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.False(first.Headers.CacheControl?.NoStore);
    }

    private async Task<RealServer> SignedInAsync()
    {
        var server = await RealServer.StartAsync(postgres);
        await server.App.SeedDemoAsync();
        var demo = DemoData.Read();
        var answer = await server.Client.PostAsJsonAsync(
            "/api/sign-in", new { email = demo.Accounts[0].Email, password = demo.Password });
        answer.EnsureSuccessStatusCode();
        return server;
    }
}
