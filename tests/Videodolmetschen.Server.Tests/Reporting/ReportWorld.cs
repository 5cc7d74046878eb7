using System.Net;
using Videodolmetschen.Server.Tests.Billing;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Reporting;

/// <summary>Weeks of requests as the dispatcher would have left them: answered, given up, unserved; for reports to be made of.</summary>
internal static class ReportWorld
{
    /// <summary>What can be told apart in a report.</summary>
    public static readonly string[] Views =
    [
        .. from view in new[] { "usage", "service", "unserved" } from part in new[] { "customer", "unit", "language", "modality", "hour", "day", "month" } select $"{view}?by={part}",
        "unserved?by=cause", "fairness?x=1",
    ];

    /// <summary>
    /// So many requests of as many persons of a unit, each some hours after the one before and so many seconds of waiting; every seventh is given up,
    /// every ninth unserved, every fifth by sound alone.
    /// </summary>
    public static async Task AskedAsync(this BillingWorld world, Tenant tenant, Guid interpreter, int requests, DateTimeOffset first, string language = "kmr", int persons = 6)
    {
        await world.Stage.Server.ExecuteAsStaffAsync(
            """
            CREATE TEMPORARY TABLE people ON COMMIT DROP AS SELECT gen_random_uuid() AS id, place FROM generate_series(0, @persons - 1) AS place;
            INSERT INTO users (id, user_name, normalized_user_name, email, normalized_email, security_stamp, concurrency_stamp, display_name, customer_id, unit_id)
            SELECT id, id, id, id, id, '', '', 'KANARIE Anna', @customer, @unit FROM people;
            CREATE TEMPORARY TABLE asked ON COMMIT DROP AS
            SELECT gen_random_uuid() AS id, p.id AS person, n, @first + n * interval '97 minutes' AS at, make_interval(secs => 3.5 + n % 40) AS wait,
              CASE WHEN n % 9 = 0 THEN 'unserved' WHEN n % 7 = 0 THEN 'cancelled' ELSE 'fulfilled' END AS state
            FROM generate_series(1, @requests) AS n
            JOIN people p ON p.place = n % @persons;
            INSERT INTO requests (id, key, customer_id, unit_id, requester_id, language, field, modality, priority, needs_section_203, requirements, wishes, related_allowed, requested_at, state,
              cancelled_by, unserved_because, ended_at)
            SELECT id, id, @customer, @unit, person, @language, 'health', CASE WHEN n % 5 = 0 THEN 'audio' ELSE 'video' END, 'normal', false, '[]', '[]', false, at, state,
              CASE state WHEN 'cancelled' THEN 'requester' END, CASE state WHEN 'unserved' THEN (ARRAY['all_busy', 'none_on_duty'])[1 + n % 2] END, at + wait
            FROM asked;
            INSERT INTO offers (id, request_id, interpreter_id, wave, rank, reasons, offered_at, expires_at, state, answered_at)
            SELECT gen_random_uuid(), id, @interpreter, 1, 1, '[]', at, at + interval '20 seconds', CASE WHEN state = 'fulfilled' THEN 'accepted' ELSE 'expired' END, at + interval '2 seconds' FROM asked;
            INSERT INTO sessions (id, request_id, interpreter_id, requester_id, customer_id, language, modality, state, end_reason, created_at, started_at, ended_at, counted_seconds, billable_seconds)
            SELECT id, id, @interpreter, person, @customer, @language, CASE WHEN n % 5 = 0 THEN 'audio' ELSE 'video' END, 'ended', 'hang_up_requester', at, at + wait, at + wait + interval '20 minutes',
              1200.7, 1200
            FROM asked
            WHERE state = 'fulfilled';
            INSERT INTO session_stints (id, session_id, interpreter_id, customer_id, number, state, joined_at, took_over_at, left_at, seconds_before, billable_seconds)
            SELECT id, id, @interpreter, @customer, 1, 'left', at, at, at + wait + interval '20 minutes', 0, 1200
            FROM asked
            WHERE state = 'fulfilled'
            """,
            new { customer = tenant.Customer.Value, unit = tenant.Unit.Value, interpreter, requests, first, language, persons });
        await world.Stage.RateAsync();
    }

    public static Task SumAsync(this BillingWorld world) => world.Stage.Server.RunJobAsync("sum-reports");

    /// <summary>All views over the last weeks, as text.</summary>
    public static async Task<IReadOnlyList<string>> ReadAllAsync(this BillingWorld world)
    {
        var texts = new List<string>();
        foreach (var view in Views)
        {
            using var answer = await world.Coordinator.GetAsync($"/api/reports/{view}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            texts.Add(await answer.Content.ReadAsStringAsync());
        }

        return texts;
    }

    /// <summary>An account of a requester of this customer.</summary>
    public static async Task<Browser> RequesterAsync(this BillingWorld world, Tenant tenant)
    {
        var email = $"{Guid.NewGuid():N}@amt.example";
        await world.Stage.Server.AddRequesterAsync(email, tenant);
        return await Browser.SignedInAsync(world.Stage.Server, email);
    }
}
