using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Staffing;

/// <summary>Requests of weeks ago, by the clock on the wall in Berlin, as the dispatcher would have left them.</summary>
internal static class PlantedHistory
{
    /// <summary>Conversations of ten minutes, counted from the acceptance.</summary>
    public static Task ServedAsync(this Stage stage, string language, DateTime wall, int count, int minutes = 10) =>
        stage.Server.ExecuteAsStaffAsync(
            Asked("fulfilled") +
            """
            INSERT INTO interpreters (id, number, display_name, gender, country, left_at)
            SELECT @interpreter, 'D-' || (100000 + (random() * 899999)::integer), 'Irma Interpretin', 'female', 'DE', now();
            INSERT INTO sessions (id, request_id, interpreter_id, requester_id, customer_id, language, modality, state, end_reason, created_at, started_at,
              ended_at, counted_seconds, billable_seconds)
            SELECT gen_random_uuid(), id, @interpreter, requester_id, customer_id, language, modality, 'ended', 'hang_up_requester', requested_at + interval '5 s',
              requested_at + interval '8 s', requested_at + interval '5 s' + make_interval(mins => @minutes), @minutes * 60 - 3, @minutes * 60 - 3
            FROM requests
            WHERE requester_id = @requester
            """,
            Values(stage, language, wall, count, minutes));

    public static Task UnservedAsync(this Stage stage, string language, DateTime wall, int count) =>
        stage.Server.ExecuteAsStaffAsync(Asked("unserved"), Values(stage, language, wall, count, 0));

    /// <summary>The last Sunday of the month, on which the clock is changed; of the next year, so that no sign-in is over by the real clock.</summary>
    public static DateTime ClockChange(int month)
    {
        var last = new DateTime(DateTime.UtcNow.Year + 1, month, 31);
        return last.AddDays(-(int)last.DayOfWeek);
    }

    private static object Values(Stage stage, string language, DateTime wall, int count, int minutes) => new
    {
        customer = stage.Tenant.Customer.Value,
        unit = stage.Tenant.Unit.Value,
        requester = Guid.NewGuid(),
        interpreter = Guid.NewGuid(),
        language,
        wall,
        count,
        minutes,
    };

    private static string Asked(string state) =>
        $"""
        INSERT INTO users (id, user_name, normalized_user_name, email, normalized_email, security_stamp, concurrency_stamp, display_name, customer_id, unit_id)
        VALUES (@requester, @requester::text, @requester::text, @requester::text, @requester::text, '', '', 'Anna Anforderin', @customer, @unit);
        INSERT INTO requests (id, key, customer_id, unit_id, requester_id, language, field, modality, priority, needs_section_203, requirements, wishes,
          related_allowed, requested_at, state, ended_at, unserved_because)
        SELECT gen_random_uuid(), gen_random_uuid(), @customer, @unit, @requester, @language, 'health', 'video', 'normal', true, '[]', '[]',
          false, asked.at, '{state}', asked.at + interval '4 minutes', CASE '{state}' WHEN 'unserved' THEN 'none_on_duty' END
        FROM generate_series(1, @count) AS number
        CROSS JOIN LATERAL (SELECT (@wall::timestamp AT TIME ZONE 'Europe/Berlin') + number * interval '1 s' AS at) AS asked;

        """;
}
