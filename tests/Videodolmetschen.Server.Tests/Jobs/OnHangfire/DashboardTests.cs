using System.Net;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Jobs;

/// <summary>Hangfire's own pages under <c>/jobs</c>.</summary>
public sealed class DashboardTests(RealPostgres postgres)
{
    private const string On = "Jobs:Enabled=true";

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData(Roles.Coordinator, HttpStatusCode.Forbidden)]
    [InlineData(Roles.Administrator, HttpStatusCode.OK)]
    public async Task Only_administrators_see_the_pages(string? role, HttpStatusCode expected)
    {
        await using var stage = await Stage.OpenAsync(postgres, On);
        using var browser = role is null ? new Browser(stage.Server) : stage.BrowserOf(await stage.CoordinatorAsync(role));
        foreach (var page in new[] { "/jobs", "/jobs/recurring" })
        {
            using var answer = await browser.GetAsync(page);
            Assert.Equal(expected, answer.StatusCode);
            Assert.DoesNotContain("unsafe", string.Concat(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_pages_speak_German_and_change_nothing()
    {
        await using var stage = await Stage.OpenAsync(postgres, On);
        using var administrator = stage.BrowserOf(await stage.CoordinatorAsync(Roles.Administrator));
        using var page = await administrator.GetAsync("/jobs/recurring");
        Assert.Contains("lang=\"de\"", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var trigger = await TriggerAsync(administrator, stage.Server.Address.GetLeftPart(UriPartial.Authority));
        Assert.False(trigger.IsSuccessStatusCode);
        Assert.Equal(2, await stage.QueryAsync<int>("SELECT count(*) FROM hangfire.set WHERE key = 'recurring-jobs'"));
    }

    [Fact]
    public async Task A_foreign_page_reaches_nothing_under_jobs()
    {
        await using var stage = await Stage.OpenAsync(postgres, On);
        using var administrator = stage.BrowserOf(await stage.CoordinatorAsync(Roles.Administrator));
        using var answer = await TriggerAsync(administrator, "https://elsewhere.example");
        Assert.Equal("origin_refused", await answer.CodeAsync());
    }

    private static Task<HttpResponseMessage> TriggerAsync(Browser browser, string origin)
    {
        var order = new HttpRequestMessage(HttpMethod.Post, "/jobs/recurring/remove")
        {
            Content = new FormUrlEncodedContent([new("jobs[]", "forget-job-runs")]),
        };
        order.Headers.Add("Origin", origin);
        return browser.SendAsync(order);
    }
}
