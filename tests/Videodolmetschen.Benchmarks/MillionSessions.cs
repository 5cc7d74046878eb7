using Dapper;
using Npgsql;
using Videodolmetschen.Server.Languages;

namespace Videodolmetschen.Benchmarks;

/// <summary>A year of a very large service, made by SQL: a million conversations with their requests, stints, offers and prices, until a moment ago.</summary>
internal static class MillionSessions
{
    public const string LargestCustomer = "00000000-0000-0000-0001-000000000000";

    /// <summary>By the superuser, who may leave out foreign keys, triggers and checks: a million rows are made and not looked at one by one.</summary>
    public static async Task PlantAsync(string superuser, int sessions)
    {
        await using var connection = new NpgsqlConnection(superuser);
        await connection.OpenAsync();
        await connection.ExecuteAsync("SET session_replication_role = replica; SET synchronous_commit = off; SELECT setseed(0.42)");
        foreach (var step in (string[])[People, Requests, Sessions, Offers, Prices, Documents, "VACUUM ANALYZE"])
        {
            await connection.ExecuteAsync(step.Replace("@sessions", $"{sessions}", StringComparison.Ordinal).Replace("@languages", $"'{{{string.Join(',', Languages())}}}'::text[]", StringComparison.Ordinal), commandTimeout: 3600);
        }
    }

    private static IEnumerable<string> Languages() => EmbeddedLanguages.Read().Languages.Select(language => language.Code.Value).Take(40);

    private const string People =
        """
        ALTER TABLE requests DROP CONSTRAINT requests_are_sound;
        ALTER TABLE sessions DROP CONSTRAINT sessions_are_sound;
        ALTER TABLE session_stints DROP CONSTRAINT session_stints_are_sound;
        ALTER TABLE offers DROP CONSTRAINT offers_are_sound;
        CREATE FUNCTION bench_id(kind integer, number bigint) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE
          RETURN (lpad(to_hex(kind), 24, '0') || lpad(to_hex(number), 8, '0'))::uuid;
        CREATE FUNCTION bench_skewed(number integer) RETURNS integer LANGUAGE sql VOLATILE RETURN floor(power(random(), 2) * number)::integer;
        INSERT INTO customers (id, name, kind, land) SELECT ('00000000-0000-0000-0001-' || lpad(to_hex(n), 12, '0'))::uuid, 'Auftraggeber ' || n, 'authority', 'TH' FROM generate_series(0, 39) AS n;
        INSERT INTO units (id, customer_id, name, cost_centre) SELECT bench_id(2, n), ('00000000-0000-0000-0001-' || lpad(to_hex(n % 40), 12, '0'))::uuid, 'Dienststelle ' || n, n::text FROM generate_series(0, 239) AS n;
        INSERT INTO users (id, user_name, normalized_user_name, email, normalized_email, security_stamp, concurrency_stamp, display_name, customer_id, unit_id)
        SELECT bench_id(3, n), n, n, n, n, 'S', 'C', 'Messperson', ('00000000-0000-0000-0001-' || lpad(to_hex(n % 40), 12, '0'))::uuid, bench_id(2, n % 240) FROM generate_series(0, 4799) AS n;
        INSERT INTO interpreters (id, number, display_name, gender, country) SELECT bench_id(4, n), 'D-' || to_char(n, 'FM000000'), 'Messperson', 'female', 'DE' FROM generate_series(0, 599) AS n;
        """;

    /// <summary>In the order of time, as a service writes them; nine of ten are answered.</summary>
    private const string Requests =
        """
        CREATE TABLE bench_asked AS
        SELECT bench_id(5, row_number() OVER (ORDER BY at)) AS id, row_number() OVER (ORDER BY at) AS n, at, bench_skewed(240) AS unit, bench_skewed(40) AS language, random() AS fate,
          bench_skewed(600) AS interpreter, -25 * ln(random() + 1e-9) AS wait, 60 + random() * 2400 AS talk, CASE WHEN random() < 0.7 THEN 'video' ELSE 'audio' END AS modality
        FROM (
          SELECT date_trunc('day', now() AT TIME ZONE 'Europe/Berlin') AT TIME ZONE 'Europe/Berlin' - floor(random() * 365) * interval '1 day' + (7 + 11 * (random() + random()) / 2) * interval '1 hour' AS at
          FROM generate_series(1, @sessions * 10 / 9)) AS pressed
        WHERE at < now() - interval '2 hours';
        INSERT INTO requests (id, key, customer_id, unit_id, requester_id, language, field, modality, priority, needs_section_203, requirements, wishes, related_allowed, requested_at, state,
          cancelled_by, unserved_because, ended_at)
        SELECT id, id, ('00000000-0000-0000-0001-' || lpad(to_hex(unit % 40), 12, '0'))::uuid, bench_id(2, unit), bench_id(3, unit + 240 * (n % 20)), (@languages)[1 + language], 'immigration', modality,
          'normal', false, '[]', '[]', false, at, CASE WHEN fate < 0.9 THEN 'fulfilled' WHEN fate < 0.95 THEN 'cancelled' ELSE 'unserved' END,
          CASE WHEN fate >= 0.9 AND fate < 0.95 THEN 'requester' END, CASE WHEN fate >= 0.95 THEN (ARRAY['none_on_duty', 'all_busy', 'all_missed', 'none_qualified'])[1 + n % 4] END,
          at + wait * interval '1 second'
        FROM bench_asked
        ORDER BY at;
        """;

    private const string Sessions =
        """
        INSERT INTO sessions (id, request_id, interpreter_id, requester_id, customer_id, language, modality, state, end_reason, created_at, started_at, ended_at, counted_seconds, billable_seconds)
        SELECT bench_id(6, n), id, bench_id(4, interpreter), bench_id(3, unit + 240 * (n % 20)), ('00000000-0000-0000-0001-' || lpad(to_hex(unit % 40), 12, '0'))::uuid, (@languages)[1 + language],
          modality, 'ended', 'hang_up_requester', at, at + wait * interval '1 second', at + (wait + talk) * interval '1 second', talk, talk::integer
        FROM bench_asked
        WHERE fate < 0.9
        ORDER BY at;
        INSERT INTO session_stints (id, session_id, interpreter_id, customer_id, number, state, joined_at, took_over_at, left_at, seconds_before, billable_seconds)
        SELECT bench_id(7, n), bench_id(6, n), bench_id(4, interpreter), ('00000000-0000-0000-0001-' || lpad(to_hex(unit % 40), 12, '0'))::uuid, 1, 'left', at, at,
          at + (wait + talk) * interval '1 second', 0, talk::integer
        FROM bench_asked
        WHERE fate < 0.9
        ORDER BY at;
        """;

    private const string Offers =
        """
        INSERT INTO offers (id, request_id, interpreter_id, wave, rank, reasons, offered_at, expires_at, state, withdrawn_because, answered_at)
        SELECT bench_id(8 + rank, n), id, bench_id(4, (interpreter + rank * 7) % 600), 1, 1 + rank, '[]', at, at + interval '20 seconds',
          CASE WHEN rank > 0 THEN CASE n % 3 WHEN 0 THEN 'expired' ELSE 'withdrawn' END WHEN fate < 0.9 THEN 'accepted' ELSE 'expired' END,
          CASE WHEN rank > 0 AND n % 3 <> 0 THEN 'taken_by_other' END, at + interval '5 seconds'
        FROM bench_asked
        CROSS JOIN generate_series(0, 1) AS rank
        ORDER BY at;
        """;

    private const string Prices =
        """
        INSERT INTO tariffs (id, family, side, name, valid_from, content, changed_at)
        SELECT bench_id(11, n), 'mess-' || n, (ARRAY['customer', 'interpreter'])[n], 'Messtarif', '2025-01-01', '{}', now() FROM generate_series(1, 2) AS n;
        INSERT INTO rated_services (id, side, kind, source_id, interpreter_id, customer_id, unit_id, language, modality, served_from, served_until, day, tariff_id, net, programme_net, rated_at)
        SELECT bench_id(20 + side, n), (ARRAY['customer', 'interpreter'])[side], 'session', bench_id(5 + side, n), CASE side WHEN 2 THEN bench_id(4, interpreter) END,
          ('00000000-0000-0000-0001-' || lpad(to_hex(unit % 40), 12, '0'))::uuid, bench_id(2, unit), (@languages)[1 + language], modality, at + wait * interval '1 second',
          at + (wait + talk) * interval '1 second', ((at + wait * interval '1 second') AT TIME ZONE 'Europe/Berlin')::date, bench_id(11, side),
          round((talk / 60 * (1.95 - side * 0.5))::numeric, 2), 0, at + interval '1 hour'
        FROM bench_asked
        CROSS JOIN generate_series(1, 2) AS side
        WHERE fate < 0.9
        ORDER BY at;
        """;

    /// <summary>A year of invoices and Gutschriften, one for each party and month, with their taxes; their bytes are of no matter here.</summary>
    private const string Documents =
        """
        INSERT INTO number_series (series, year, last) VALUES ('RE', 2026, 480), ('GS', 2026, 7200);
        INSERT INTO documents (id, kind, series, year, serial, number, side, customer_id, interpreter_id, issued_on, from_day, until_day, net, tax, gross, specification, source, xml, pdf, hash,
          position, link, issued_by, issued_at)
        SELECT bench_id(30, n), CASE WHEN n <= 480 THEN 'invoice' ELSE 'self_billed' END, CASE WHEN n <= 480 THEN 'RE' ELSE 'GS' END, 2026, CASE WHEN n <= 480 THEN n ELSE n - 480 END, 'B-' || n,
          CASE WHEN n <= 480 THEN 'customer' ELSE 'interpreter' END, CASE WHEN n <= 480 THEN ('00000000-0000-0000-0001-' || lpad(to_hex(n % 40), 12, '0'))::uuid END,
          CASE WHEN n > 480 THEN bench_id(4, n % 600) END, current_date - (n % 12)::integer * 30, current_date - 400, current_date - 400, 100, 19, 119, 'x', '{}', '', '', encode(sha256(''), 'hex'), n,
          encode(sha256(''), 'hex'), bench_id(3, 0), now()
        FROM generate_series(1, 7680) AS n;
        INSERT INTO document_taxes (document_id, treatment, until_day, net, tax) SELECT id, 'standard', issued_on, net, tax FROM documents;
        """;
}
