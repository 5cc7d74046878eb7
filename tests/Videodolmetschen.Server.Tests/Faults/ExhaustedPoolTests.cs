using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Faults;

public sealed class ExhaustedPoolTests(RealPostgres postgres)
{
    private const int PoolSize = 4;

    [Fact]
    public async Task When_no_connection_is_free_http_is_refused_in_time_while_the_loop_with_its_own_goes_on_deciding()
    {
        await using var stage = await Stage.OpenAsync(postgres, $"Database:MaxPoolSize={PoolSize}");
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        await requester.RequestAsync();
        var (offer, browser) = (await interpreter.OfferAsync(), stage.BrowserOf(requester));
        var taken = await TakeAllAsync(stage);
        var asked = new[] { browser.GetAsync("/api/me"), browser.GetAsync("/api/sessions") };
        var session = (await interpreter.AcceptAsync(offer)).Session!;
        var alive = await stage.Server.QuickestAsync("/health/live");
        TestContext.Current.TestOutputHelper!.WriteLine($"/health/live answered within {alive.TotalMilliseconds:0.0} ms");
        Assert.Equal(SessionState.Ended, (await interpreter.EndAsync(session.Id)).State);
        var answers = await Task.WhenAll(asked).WaitAsync(TimeSpan.FromSeconds(10));
        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.ServiceUnavailable, "2"), (answer.StatusCode, answer.Headers.RetryAfter?.ToString())));
        foreach (var connection in taken)
        {
            await connection.DisposeAsync();
        }

        Assert.Equal(HttpStatusCode.OK, await browser.StatusOfMeAsync());
    }

    /// <summary>The loop has one of them and keeps it.</summary>
    private static async Task<List<NpgsqlConnection>> TakeAllAsync(Stage stage)
    {
        List<NpgsqlConnection> taken = [];
        while (taken.Count < PoolSize - 1)
        {
            taken.Add(await stage.Server.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync());
        }

        return taken;
    }
}
