using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Server.Hosting;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Hosting;

public sealed class ProblemDetailsTests(RealPostgres postgres)
{
    [Fact]
    public async Task A_broken_rule_leaves_as_its_code()
    {
        var (status, problem, _) = await AskAsync(new DomainException(ErrorCode.RequestUnfinished));
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal("request_unfinished", problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_fault_of_ours_tells_a_trace_id_and_nothing_else()
    {
        var (status, problem, body) = await AskAsync(new InvalidOperationException("secret inside"));
        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.Equal("unexpected", problem.GetProperty("code").GetString());
        Assert.NotEmpty(problem.GetProperty("traceId").GetString()!);
        Assert.DoesNotContain("secret inside", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_away_asks_to_come_back_later()
    {
        var (status, problem, _) = await AskAsync(new NpgsqlException("away", new IOException()));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("service_unavailable", problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_unknown_address_of_the_api_is_not_the_start_page()
    {
        await using var server = await RealServer.StartAsync(postgres);
        using var answer = await server.Client.GetAsync("/api/no-such-thing");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    private async Task<(HttpStatusCode Status, JsonElement Problem, string Body)> AskAsync(Exception failure)
    {
        await using var server = await RealServer.StartAsync(postgres, builder => builder.Services.AddSingleton<IStartupFilter>(new Failing(failure)));
        using var answer = await server.Client.GetAsync("/fails");
        var body = await answer.Content.ReadAsStringAsync();
        Assert.Equal(answer.StatusCode is HttpStatusCode.ServiceUnavailable, answer.Headers.RetryAfter is not null);
        return (answer.StatusCode, JsonDocument.Parse(body).RootElement, body);
    }

    /// <summary>A request that fails below the handler of the real host.</summary>
    private sealed class Failing(Exception failure) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UseExceptionHandler();
            app.Map("/fails", branch => branch.Run(_ => throw failure));
            next(app);
        };
    }
}
