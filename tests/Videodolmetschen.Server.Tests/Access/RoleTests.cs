using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Access;

public sealed class RoleTests(AccessServer access) : IClassFixture<AccessServer>
{
    private static int _interpreters;

    /// <summary>Reached by anybody. Whoever adds a line here says why a stranger may call it.</summary>
    private static readonly string[] OpenToAnybody = ["/api/sign-in", "/api/sign-out", "/api/{**rest}", "/api/demo-accounts", "/api/guests/arrive", "/api/appointment-asks/decline-by-link",
        // Whoever was handed a record wants to know whether it is ours.
        "/api/session-records/{code}"];

    [Theory]
    [InlineData(Policies.Requester, Roles.Requester)]
    [InlineData(Policies.Interpreter, Roles.Interpreter)]
    [InlineData(Policies.Coordinator, Roles.Coordinator)]
    [InlineData(Policies.Administrator, Roles.Administrator)]
    public async Task A_policy_lets_its_own_role_in_and_no_other(string policy, string allowed)
    {
        var authorization = access.Server.Services.GetRequiredService<IAuthorizationService>();
        foreach (var role in Roles.All)
        {
            var principal = new SignedIn(Guid.NewGuid(), new(Guid.NewGuid()), [role]).ToPrincipal("test");
            var result = await authorization.AuthorizeAsync(principal, policy);
            Assert.Equal(role == allowed, result.Succeeded);
        }
    }

    [Fact]
    public async Task A_coordinator_cannot_call_what_is_the_requesters()
    {
        var email = access.NewEmail();
        await access.Server.AddStaffAsync(email);
        using var browser = await Browser.SignedInAsync(access.Server, email);
        using var answer = await browser.GetAsync("/api/my-unit");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("forbidden", await answer.CodeAsync());
    }

    [Fact]
    public async Task A_role_that_is_taken_away_is_gone_on_the_next_call()
    {
        var email = await access.AddRequesterAsync();
        using var browser = await Browser.SignedInAsync(access.Server, email);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/my-unit")).StatusCode);
        await access.Server.ExecuteAsStaffAsync(
            "DELETE FROM user_roles r USING users u WHERE r.user_id = u.id AND u.email = @email", new { email });
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/api/my-unit")).StatusCode);
    }

    public static TheoryData<string, string, int[]> Endpoints => new()
    {
        // Nobody, requester, interpreter, coordinator, administrator; with an empty body and an id that does not exist.
        { "POST", "/api/sign-in", [400, 400, 400, 400, 400] },
        { "POST", "/api/sign-out", [204, 204, 204, 204, 204] },
        { "GET", "/api/me", [401, 200, 200, 200, 200] },
        { "POST", "/api/second-factor/propose", [401, 200, 200, 200, 200] },
        { "POST", "/api/second-factor/confirm", [401, 400, 400, 400, 400] },
        { "GET", "/api/price", [401, 400, 403, 403, 403] },
        { "GET", "/api/offers/{id:guid}/earnings", [401, 403, 404, 403, 403] },
        { "GET", "/api/appointments/{id:guid}/earnings", [401, 403, 404, 403, 403] },
        { "GET", "/api/appointments/{id:guid}/loss", [401, 403, 204, 204, 204] },
        { "POST", "/api/appointments/{id:guid}/loss", [401, 403, 400, 403, 403] },
        { "GET", "/api/tariffs", [401, 403, 403, 200, 200] },
        { "POST", "/api/tariffs", [401, 403, 403, 400, 400] },
        { "POST", "/api/tariffs/check", [401, 403, 403, 400, 400] },
        { "PUT", "/api/tariffs/{id:guid}", [401, 403, 403, 400, 400] },
        { "POST", "/api/tariffs/assignments", [401, 403, 403, 400, 400] },
        { "GET", "/api/budgets", [401, 403, 403, 200, 200] },
        { "POST", "/api/budgets", [401, 403, 403, 400, 400] },
        { "PUT", "/api/budgets/{id:guid}", [401, 403, 403, 400, 400] },
        { "DELETE", "/api/budgets/{id:guid}", [401, 403, 403, 404, 404] },
        { "GET", "/api/budgets/{id:guid}/history", [401, 403, 403, 404, 404] },
        { "GET", "/api/my-budget", [401, 200, 403, 403, 403] },
        { "POST", "/api/billing/preview", [401, 403, 403, 400, 400] },
        { "GET", "/api/billing/runs", [401, 403, 403, 200, 200] },
        { "POST", "/api/billing/runs", [401, 403, 403, 400, 400] },
        { "GET", "/api/billing/runs/{id:guid}", [401, 403, 403, 404, 404] },
        { "POST", "/api/billing/runs/{id:guid}/continue", [401, 403, 403, 404, 404] },
        { "POST", "/api/billing/runs/{id:guid}/pause", [401, 403, 403, 409, 409] },
        { "POST", "/api/billing/runs/{id:guid}/resume", [401, 403, 403, 409, 409] },
        { "GET", "/api/billing/documents", [401, 403, 403, 200, 200] },
        { "GET", "/api/billing/documents/{id:guid}.xml", [401, 403, 403, 404, 404] },
        { "POST", "/api/billing/documents/{id:guid}/correct", [401, 403, 403, 404, 404] },
        { "POST", "/api/billing/documents/{id:guid}/cancel", [401, 403, 403, 404, 404] },
        { "GET", "/api/billing/documents/chain", [401, 403, 403, 200, 200] },
        { "GET", "/api/billing/disputes", [401, 403, 403, 200, 200] },
        { "POST", "/api/billing/disputes", [401, 403, 403, 400, 400] },
        { "POST", "/api/billing/disputes/{id:guid}/accept", [401, 403, 403, 400, 400] },
        { "POST", "/api/billing/disputes/{id:guid}/reject", [401, 403, 403, 400, 400] },
        { "POST", "/api/billing/disputes/{id:guid}/take-back", [401, 403, 403, 404, 404] },
        { "POST", "/api/my-disputes", [401, 403, 400, 403, 403] },
        { "POST", "/api/my-disputes/{id:guid}/take-back", [401, 403, 404, 403, 403] },
        { "POST", "/api/my-documents/{id:guid}/objection", [401, 403, 400, 403, 403] },
        { "GET", "/api/my-earnings", [401, 403, 400, 403, 403] },
        { "GET", "/api/my-earnings.pdf", [401, 403, 400, 403, 403] },
        { "GET", "/api/my-billing", [401, 403, 200, 403, 403] },
        { "POST", "/api/my-billing/vat", [401, 403, 400, 403, 403] },
        { "POST", "/api/my-billing/agreement", [401, 403, 400, 403, 403] },
        { "GET", "/api/billing/receivables", [401, 403, 403, 200, 200] },
        { "GET", "/api/billing/receivables.csv", [401, 403, 403, 200, 200] },
        { "GET", "/api/billing/receivables.xlsx", [401, 403, 403, 200, 200] },
        { "GET", "/api/billing/receivables.pdf", [401, 403, 403, 200, 200] },
        { "GET", "/api/billing/payments", [401, 403, 403, 200, 200] },
        { "POST", "/api/billing/payments", [401, 403, 403, 400, 400] },
        { "POST", "/api/billing/payments/{id:guid}/allocate", [401, 403, 403, 400, 400] },
        { "POST", "/api/billing/payments/{id:guid}/reverse", [401, 403, 403, 400, 400] },
        { "POST", "/api/billing/payments/{id:guid}/refund", [401, 403, 403, 400, 400] },
        { "POST", "/api/billing/refunds/{id:guid}/reverse", [401, 403, 403, 400, 400] },
        { "POST", "/api/billing/bank-files", [401, 403, 403, 400, 400] },
        { "GET", "/api/billing/bank-statements", [401, 403, 403, 200, 200] },
        { "GET", "/api/billing/bank-entries", [401, 403, 403, 200, 200] },
        { "POST", "/api/billing/bank-entries/book", [401, 403, 403, 400, 400] },
        { "POST", "/api/billing/bank-entries/{id:guid}/dismiss", [401, 403, 403, 404, 404] },
        { "POST", "/api/billing/bank-entries/{id:guid}/return", [401, 403, 403, 400, 400] },
        { "GET", "/api/billing/dunning", [401, 403, 403, 200, 200] },
        { "GET", "/api/billing/dunning/{customer:guid}.pdf", [401, 403, 403, 404, 404] },
        { "POST", "/api/billing/dunning/notes", [401, 403, 403, 400, 400] },
        { "POST", "/api/billing/dunning/notes/{id:guid}/withdraw", [401, 403, 403, 404, 404] },
        { "GET", "/api/billing/base-rates", [401, 403, 403, 200, 200] },
        { "POST", "/api/billing/base-rates", [401, 403, 403, 400, 400] },
        { "GET", "/api/my-documents", [401, 403, 200, 403, 403] },
        { "GET", "/api/my-documents/{id:guid}.xml", [401, 403, 404, 403, 403] },
        { "GET", "/api/my-documents/{id:guid}.pdf", [401, 403, 404, 403, 403] },
        { "GET", "/api/billing/documents/{id:guid}.pdf", [401, 403, 403, 404, 404] },
        { "GET", "/api/billing/parties", [401, 403, 403, 400, 400] },
        { "GET", "/api/billing/issuer", [401, 403, 403, 204, 204] },
        { "PUT", "/api/billing/issuer", [401, 403, 403, 400, 400] },
        { "GET", "/api/billing/customers/{id:guid}", [401, 403, 403, 204, 204] },
        { "PUT", "/api/billing/customers/{id:guid}", [401, 403, 403, 400, 400] },
        { "GET", "/api/billing/interpreters/{id:guid}", [401, 403, 403, 204, 204] },
        { "PUT", "/api/billing/interpreters/{id:guid}", [401, 403, 403, 400, 400] },
        { "GET", "/api/billing/interpreters/{id:guid}/tax", [401, 403, 403, 200, 200] },
        { "POST", "/api/billing/interpreters/{id:guid}/vat", [401, 403, 403, 400, 400] },
        { "POST", "/api/billing/interpreters/{id:guid}/agreement", [401, 403, 403, 400, 400] },
        { "GET", "/api/my-unit", [401, 200, 403, 403, 403] },
        { "GET", "/api/units", [401, 200, 403, 200, 200] },
        { "GET", "/api/units/{id:guid}", [401, 404, 403, 403, 403] },
        { "GET", "/api/languages", [401, 200, 200, 200, 200] },
        { "GET", "/api/my-reach", [401, 403, 200, 403, 403] },
        { "PUT", "/api/my-reach", [401, 403, 400, 403, 403] },
        { "GET", "/api/my-availability", [401, 403, 200, 403, 403] },
        { "PUT", "/api/my-availability", [401, 403, 400, 403, 403] },
        { "POST", "/api/my-availability/check", [401, 403, 400, 403, 403] },
        { "GET", "/api/my-availability.ics", [401, 403, 200, 403, 403] },
        { "POST", "/api/my-availability/import/preview", [401, 403, 400, 403, 403] },
        { "POST", "/api/my-availability/import", [401, 403, 400, 403, 403] },
        { "GET", "/api/interpreters/{id:guid}/availability", [401, 403, 403, 404, 404] },
        { "PUT", "/api/interpreters/{id:guid}/availability", [401, 403, 403, 400, 400] },
        { "POST", "/api/interpreters/{id:guid}/availability/check", [401, 403, 403, 400, 400] },
        { "GET", "/api/interpreters/{id:guid}/availability.ics", [401, 403, 403, 404, 404] },
        { "POST", "/api/interpreters/{id:guid}/availability/import/preview", [401, 403, 403, 400, 400] },
        { "POST", "/api/interpreters/{id:guid}/availability/import", [401, 403, 403, 400, 400] },
        { "GET", "/api/sessions", [401, 200, 200, 200, 200] },
        { "GET", "/api/sessions/{id:guid}/record.pdf", [401, 404, 403, 404, 404] },
        { "GET", "/api/session-records/{code}", [200, 200, 200, 200, 200] },
        { "GET", "/api/requests", [401, 200, 403, 403, 403] },
        { "GET", "/api/requests/{id:guid}/reasons", [401, 403, 403, 404, 404] },
        { "GET", "/api/missed-offers", [401, 403, 200, 403, 403] },
        { "GET", "/api/wait-estimate", [401, 400, 403, 403, 403] },
        { "GET", "/api/unserved", [401, 403, 403, 200, 200] },
        { "GET", "/api/unserved.csv", [401, 403, 403, 200, 200] },
        // Which views there are for whom stands in ReportReaderTests.
        { "GET", "/api/reports/{view}", [401, 404, 403, 404, 404] },
        { "GET", "/api/reports/{view}.csv", [401, 404, 403, 404, 404] },
        { "GET", "/api/reports/{view}.xlsx", [401, 404, 403, 404, 404] },
        { "GET", "/api/reports/{view}.pdf", [401, 404, 403, 404, 404] },
        { "GET", "/api/reports/booking-settings", [401, 403, 403, 200, 200] },
        { "PUT", "/api/reports/booking-settings", [401, 403, 403, 400, 400] },
        { "GET", "/api/reports/bookings.csv", [401, 403, 403, 409, 409] },
        { "GET", "/api/sessions/{id:guid}/feedback", [401, 404, 404, 403, 403] },
        { "PUT", "/api/sessions/{id:guid}/feedback", [401, 400, 400, 403, 403] },
        { "DELETE", "/api/sessions/{id:guid}/feedback", [401, 404, 404, 403, 403] },
        { "GET", "/api/feedback", [401, 403, 403, 200, 200] },
        { "GET", "/api/feedback.csv", [401, 403, 403, 200, 200] },
        { "PUT", "/api/feedback/{id:guid}/handled", [401, 403, 403, 404, 404] },
        { "DELETE", "/api/feedback/{id:guid}/handled", [401, 403, 403, 404, 404] },
        { "GET", "/api/coverage", [401, 403, 403, 200, 200] },
        { "GET", "/api/coverage.csv", [401, 403, 403, 200, 200] },
        { "GET", "/api/standby", [401, 403, 403, 200, 200] },
        { "GET", "/api/standby/candidates", [401, 403, 403, 400, 400] },
        { "POST", "/api/standby", [401, 403, 403, 400, 400] },
        { "POST", "/api/standby/{id:guid}/offers", [401, 403, 403, 404, 404] },
        { "DELETE", "/api/standby/{id:guid}", [401, 403, 403, 404, 404] },
        { "GET", "/api/my-standby", [401, 403, 200, 403, 403] },
        { "PUT", "/api/my-standby/{id:guid}", [401, 403, 400, 403, 403] },
        { "GET", "/api/customers", [401, 403, 403, 200, 200] },
        { "GET", "/api/interpreters", [401, 403, 403, 200, 200] },
        { "POST", "/api/customers/{id:guid}/allowed", [401, 403, 403, 400, 400] },
        { "DELETE", "/api/customers/{id:guid}/allowed", [401, 403, 403, 404, 404] },
        { "DELETE", "/api/customers/{id:guid}/allowed/{interpreter:guid}", [401, 403, 403, 404, 404] },
        { "GET", "/api/conflicts", [401, 200, 200, 200, 200] },
        { "POST", "/api/conflicts", [401, 400, 400, 400, 400] },
        { "DELETE", "/api/conflicts/{id:guid}", [401, 404, 404, 404, 404] },
        { "GET", "/api/dispatch-policy", [401, 403, 403, 200, 200] },
        { "PUT", "/api/dispatch-policy", [401, 403, 403, 400, 400] },
        { "GET", "/api/appointment-rules", [401, 403, 403, 200, 200] },
        { "PUT", "/api/appointment-rules", [401, 403, 403, 400, 400] },
        { "GET", "/api/customers/{id:guid}/cancellation", [401, 403, 403, 404, 404] },
        { "PUT", "/api/customers/{id:guid}/cancellation", [401, 403, 403, 400, 400] },
        { "GET", "/api/appointments", [401, 200, 403, 200, 200] },
        { "POST", "/api/appointments", [401, 400, 403, 400, 400] },
        { "POST", "/api/appointments/check", [401, 400, 403, 400, 400] },
        { "GET", "/api/appointments/bounds", [401, 200, 403, 200, 200] },
        { "GET", "/api/appointments/{id:guid}", [401, 404, 403, 404, 404] },
        { "PUT", "/api/appointments/{id:guid}", [401, 404, 403, 404, 404] },
        { "GET", "/api/appointments/{id:guid}/cancellation", [401, 404, 403, 404, 404] },
        { "POST", "/api/appointments/{id:guid}/cancel", [401, 404, 403, 404, 404] },
        { "GET", "/api/appointments/{id:guid}/candidates", [401, 403, 403, 404, 404] },
        { "POST", "/api/appointments/{id:guid}/assign", [401, 403, 403, 404, 404] },
        { "POST", "/api/appointments/{id:guid}/release", [401, 403, 403, 404, 404] },
        { "POST", "/api/appointments/{id:guid}/give-back", [401, 403, 400, 403, 403] },
        { "GET", "/api/appointments/{id:guid}/room", [401, 404, 404, 404, 404] },
        { "POST", "/api/appointments/{id:guid}/enter", [401, 404, 403, 403, 403] },
        { "POST", "/api/appointments/{id:guid}/ready", [401, 403, 404, 403, 403] },
        { "POST", "/api/appointments/{id:guid}/replace", [401, 404, 403, 403, 403] },
        { "GET", "/api/my-appointments", [401, 403, 200, 403, 403] },
        { "POST", "/api/appointment-asks/{id:guid}/accept", [401, 403, 404, 403, 403] },
        { "POST", "/api/appointment-asks/{id:guid}/decline", [401, 403, 404, 403, 403] },
        { "POST", "/api/appointment-asks/decline-by-link", [404, 404, 404, 404, 404] },
        { "GET", "/api/retention", [401, 403, 403, 403, 200] },
        { "POST", "/api/retention/holds", [401, 403, 403, 403, 400] },
        { "DELETE", "/api/retention/holds/{id:guid}", [401, 403, 403, 403, 404] },
        { "GET", "/api/jobs", [401, 403, 403, 403, 200] },
        { "GET", "/api/jobs/{name}/runs", [401, 403, 403, 403, 404] },
        { "POST", "/api/jobs/{name}/run", [401, 403, 403, 403, 404] },
        { "GET", "/api/mails", [401, 403, 403, 200, 200] },
        { "GET", "/api/mails/{id:guid}", [401, 403, 403, 404, 404] },
        { "GET", "/api/mails/{id:guid}/html", [401, 403, 403, 404, 404] },
        { "GET", "/api/mails/{id:guid}/calendar", [401, 403, 403, 404, 404] },
        { "POST", "/api/mails/{id:guid}/again", [401, 403, 403, 404, 404] },
        { "POST", "/api/guests/arrive", [404, 404, 404, 404, 404] },
        { "GET", "/api/guests/me", [401, 401, 401, 401, 401] },
        { "GET", "/api/demo-accounts", [200, 200, 200, 200, 200] },
    };

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Each_role_gets_what_is_its_own(string method, string route, int[] expected)
    {
        var got = new List<int>();
        foreach (var email in new[] { null, await access.AddRequesterAsync(), await AddInterpreterAsync(), await AddStaffAsync(Roles.Coordinator), await AddStaffAsync(Roles.Administrator) })
        {
            using var browser = email is null ? new Browser(access.Server) : await Browser.SignedInAsync(access.Server, email);
            var path = Regex.Replace(route, @"\{\w+:guid\}", _ => Guid.NewGuid().ToString());
            using var answer = await browser.SendAsync(new(new HttpMethod(method), path) { Content = method == "GET" ? null : JsonContent.Create(new { }) });
            got.Add((int)answer.StatusCode);
        }

        Assert.Equal(expected, got);
    }

    [Fact]
    public void Every_endpoint_stands_in_the_table_of_roles()
    {
        var routes = Routes().SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Select(method => $"{method} {endpoint.RoutePattern.RawText}") ?? [])
            .Where(route => route.Contains(" /api/", StringComparison.Ordinal) && !route.Contains("{**", StringComparison.Ordinal));
        Assert.Equal(Endpoints.Select(row => $"{row.Data.Item1} {row.Data.Item2}").Order(), routes.Order());
    }

    [Fact]
    public void Every_endpoint_that_is_not_named_here_asks_who_is_there()
    {
        var open = Routes()
            .Where(endpoint => endpoint.RoutePattern.RawText is { } route && (route.StartsWith("/api", StringComparison.Ordinal) || route.StartsWith("/hubs", StringComparison.Ordinal)))
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAuthorizeData>() is null || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(endpoint => endpoint.RoutePattern.RawText!);
        Assert.Empty(open.Except(OpenToAnybody, StringComparer.Ordinal));
    }

    private IEnumerable<RouteEndpoint> Routes() =>
        ((IEndpointRouteBuilder)access.Server.App).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    private async Task<string> AddStaffAsync(string role)
    {
        var email = access.NewEmail();
        await access.Server.AddStaffAsync(email, role);
        return email;
    }

    private async Task<string> AddInterpreterAsync()
    {
        var email = access.NewEmail();
        await access.Server.AddInterpreterAsync(email, Interlocked.Increment(ref _interpreters));
        return email;
    }
}
