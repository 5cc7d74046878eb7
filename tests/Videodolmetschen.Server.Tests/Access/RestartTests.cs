using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Access;

public sealed class RestartTests(RealPostgres postgres)
{
    [Fact]
    public async Task A_restart_of_the_server_signs_nobody_out()
    {
        var first = await RealServer.StartAsync(postgres);
        await first.AddStaffAsync("doris@example.de");
        using var before = await Browser.SignedInAsync(first, "doris@example.de");
        await first.DisposeAsync();
        await using var second = await RealServer.StartAsync(first.ConnectionString);
        using var after = before.MovedTo(second);
        Assert.Equal(HttpStatusCode.OK, await after.StatusOfMeAsync());
    }

    [Fact]
    public async Task A_sign_in_ends_after_a_day_however_much_it_is_used()
    {
        var clock = new TestClock();
        await using var server = await RealServer.StartAsync(postgres, builder => builder.Services.AddSingleton<TimeProvider>(clock));
        await server.AddStaffAsync("doris@example.de");
        using var browser = await Browser.SignedInAsync(server, "doris@example.de");
        clock.Advance(TimeSpan.FromHours(11));
        Assert.Equal(HttpStatusCode.OK, await browser.StatusOfMeAsync());
        clock.Advance(TimeSpan.FromHours(11));
        Assert.Equal(HttpStatusCode.OK, await browser.StatusOfMeAsync());
        clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal(HttpStatusCode.Unauthorized, await browser.StatusOfMeAsync());
    }

    [Fact]
    public async Task In_production_the_cookie_belongs_to_this_host_alone_and_needs_https()
    {
        await using var server = await RealServer.StartAsync(postgres, adjust: null, "environment=Production");
        await server.AddStaffAsync("doris@example.de", Roles.Administrator);
        using var browser = new Browser(server);
        using var answer = await browser.SignInAsync("doris@example.de");
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-videodolmetschen=", cookie, StringComparison.Ordinal);
        Assert.All(["; path=/", "; secure", "; httponly", "; samesite=strict"], part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
    }
}
