using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Dispatch;

/// <summary>Each invariant with rows that break it. The dispatcher would not write them, and most of them the tables would refuse.</summary>
public sealed class InvariantStoreTests(RealPostgres postgres)
{
    private const string AppointmentIn =
        """
        INSERT INTO appointments (id, key, customer_id, unit_id, requester_id, language, field, modality, priority, needs_section_203, requirements, wishes,
          starts_at, ends_at, booked_at, answer_by, asks_all, state, interpreter_id)
        SELECT requests.id, key, customer_id, unit_id, requester_id, language, field, modality, priority, needs_section_203, requirements, wishes,
          at, at + interval '1 h', at - interval '9 d', at, false, 'assigned', interpreters.id
        FROM requests, interpreters, LATERAL (SELECT timestamptz '2026-11-22 12:00Z' +
        """;

    private const string OfThem = "AS at) AS soon";

    [Fact]
    public async Task Rows_as_they_should_be_break_nothing()
    {
        await using var tables = await PlantedTables.OpenAsync(postgres);
        var (busy, rung, free) = (await tables.InterpreterAsync("in_session"), await tables.InterpreterAsync("available"), await tables.InterpreterAsync("available"));
        var (talking, ringing) = (await tables.RequestAsync("assigned"), await tables.RequestAsync("offered"));
        var session = await tables.SessionAsync(talking, busy, counted: 19);
        await tables.OfferAsync(ringing, rung);
        await tables.EventAsync("session", session, null, "connecting");
        await tables.EventAsync("session", session, "connecting", "active");
        Assert.Empty(await tables.CheckAsync(busy, rung, free));
    }

    [Fact]
    public async Task I1_two_unfinished_sessions_of_one_interpreter_are_found()
    {
        await using var tables = await PlantedTables.OpenAsync(postgres);
        await tables.DropIndexAsync("sessions_one_unfinished_per_interpreter");
        await tables.DropIndexAsync("session_stints_one_open_per_interpreter");
        var interpreter = await tables.InterpreterAsync("in_session");
        await tables.SessionAsync(await tables.RequestAsync("assigned"), interpreter);
        await tables.SessionAsync(await tables.RequestAsync("assigned"), interpreter);
        Assert.Equal([("I1", interpreter)], await tables.CheckAsync());
    }

    [Fact]
    public async Task I1_a_session_without_anybody_who_interprets_is_found()
    {
        await using var tables = await PlantedTables.OpenAsync(postgres);
        var (first, relief) = (await tables.InterpreterAsync("in_session"), await tables.InterpreterAsync("in_session"));
        var session = await tables.SessionAsync(await tables.RequestAsync("assigned"), first);
        await tables.RunAsync("UPDATE session_stints SET interpreter_id = @relief WHERE session_id = @session", new { relief, session });
        Assert.Equal([("I1", session), ("I13", first)], await tables.CheckAsync());
    }

    [Fact]
    public async Task I2_open_offers_of_one_interpreter_for_two_requests_are_found()
    {
        await using var tables = await PlantedTables.OpenAsync(postgres);
        await tables.DropIndexAsync("offers_one_open_per_interpreter");
        var interpreter = await tables.InterpreterAsync("available");
        await tables.OfferAsync(await tables.RequestAsync("offered"), interpreter);
        await tables.OfferAsync(await tables.RequestAsync("offered"), interpreter);
        Assert.Equal([("I2", interpreter)], await tables.CheckAsync());
    }

    [Fact]
    public async Task I2_an_open_offer_during_a_session_is_found()
    {
        await using var tables = await PlantedTables.OpenAsync(postgres);
        var interpreter = await tables.InterpreterAsync("in_session");
        await tables.SessionAsync(await tables.RequestAsync("assigned"), interpreter);
        await tables.OfferAsync(await tables.RequestAsync("offered"), interpreter);
        Assert.Equal([("I2", interpreter)], await tables.CheckAsync());
    }

    [Theory]
    [InlineData("connecting")]
    [InlineData("ended")]
    public async Task I3_a_second_session_of_one_request_is_found(string state)
    {
        await using var tables = await PlantedTables.OpenAsync(postgres);
        await tables.DropIndexAsync("sessions_one_per_request");
        await tables.DropIndexAsync("sessions_one_unfinished_per_requester");
        var request = await tables.RequestAsync("assigned");
        await tables.SessionAsync(request, await tables.InterpreterAsync("in_session"));
        await tables.SessionAsync(request, await tables.InterpreterAsync(state == "ended" ? "available" : "in_session"), state);
        Assert.Equal([("I3", request)], await tables.CheckAsync());
    }

    [Fact]
    public async Task I5_an_event_that_does_not_begin_where_the_last_one_ended_is_found()
    {
        await using var tables = await PlantedTables.OpenAsync(postgres);
        var request = await tables.RequestAsync("waiting");
        await tables.EventAsync("request", request, null, "waiting");
        await tables.EventAsync("request", request, "offered", "waiting");
        Assert.Equal([("I5", request)], await tables.CheckAsync());
    }

    [Theory]
    [InlineData("request", "waiting", "fulfilled")]
    [InlineData("offer", null, "accepted")]
    [InlineData("session", "ended", "active")]
    [InlineData("presence", "offline", "in_session")]
    public async Task I5_a_transition_that_no_table_knows_is_found(string kind, string? before, string after)
    {
        await using var tables = await PlantedTables.OpenAsync(postgres);
        var subject = Guid.CreateVersion7();
        await tables.EventAsync(kind, subject, before, after);
        Assert.Equal([("I5", subject)], await tables.CheckAsync());
    }

    [Fact]
    public async Task I11_a_request_that_waits_beside_somebody_free_is_found()
    {
        await using var tables = await PlantedTables.OpenAsync(postgres);
        var (request, interpreter) = (await tables.RequestAsync(), await tables.InterpreterAsync("available"));
        Assert.Equal([("I11", request)], await tables.CheckAsync(interpreter));
    }

    [Theory]
    [InlineData("UPDATE interpreter_languages SET from_german = false")]
    [InlineData("INSERT INTO absences (interpreter_id, from_at, until_at, source) SELECT id, '2026-11-22 11:00Z', '2026-11-22 13:00Z', 'own' FROM interpreters")]
    [InlineData("UPDATE interpreters SET section_203_until = '2026-11-21'")]
    [InlineData("UPDATE presences SET since = '2026-11-22 11:59:50Z'")]
    [InlineData("UPDATE presences SET state = 'paused', paused_because = 'break'")]
    [InlineData("UPDATE requests SET requested_at = '2026-11-22 11:59:50Z'")]
    [InlineData("""UPDATE requests SET requirements = '[{"kind":"sworn"}]'""")]
    [InlineData(AppointmentIn + "interval '14 min' " + OfThem)]
    [InlineData("INSERT INTO conflicts (interpreter_id, customer_id, blocked_by) SELECT interpreters.id, customers.id, 'customer' FROM interpreters, customers")]
    public async Task I11_does_not_blame_the_dispatcher_for_somebody_who_does_not_suit(string obstacle)
    {
        await using var tables = await PlantedTables.OpenAsync(postgres);
        await tables.RequestAsync();
        var interpreter = await tables.InterpreterAsync("available");
        await tables.RunAsync(obstacle);
        Assert.Empty(await tables.CheckAsync(interpreter));
    }

    [Fact]
    public async Task I11_an_appointment_that_is_still_far_away_is_no_excuse()
    {
        await using var tables = await PlantedTables.OpenAsync(postgres);
        var (request, interpreter) = (await tables.RequestAsync(), await tables.InterpreterAsync("available"));
        await tables.RunAsync(AppointmentIn + "interval '16 min' " + OfThem);
        Assert.Equal([("I11", request)], await tables.CheckAsync(interpreter));
    }

    [Fact]
    public async Task I11_does_not_count_those_who_declined_or_are_not_here()
    {
        await using var tables = await PlantedTables.OpenAsync(postgres);
        var request = await tables.RequestAsync();
        var declined = await tables.InterpreterAsync("available");
        await tables.OfferAsync(request, declined, "declined");
        await tables.InterpreterAsync("available");
        Assert.Empty(await tables.CheckAsync(declined));
    }

    [Theory]
    [InlineData(355, false)]
    [InlineData(365, true)]
    public async Task I12_a_request_that_should_have_ended_two_minutes_ago_is_found(double waits, bool isFound)
    {
        await using var tables = await PlantedTables.OpenAsync(postgres);
        var request = await tables.RequestAsync(waits: waits);
        Assert.Equal(isFound ? [("I12", request)] : [], await tables.CheckAsync());
    }

    [Fact]
    public async Task I13_an_offer_that_rings_on_is_found()
    {
        await using var tables = await PlantedTables.OpenAsync(postgres);
        var offer = await tables.OfferAsync(await tables.RequestAsync("offered"), await tables.InterpreterAsync("available"), expired: 61);
        await tables.OfferAsync(await tables.RequestAsync("offered"), await tables.InterpreterAsync("available"), expired: 59);
        Assert.Equal([("I13", offer)], await tables.CheckAsync());
    }

    [Theory]
    [InlineData("connecting", 106)]
    [InlineData("active", 91)]
    [InlineData("interrupted", 121)]
    public async Task I13_a_session_that_time_has_passed_over_is_found(string state, double overdue)
    {
        await using var tables = await PlantedTables.OpenAsync(postgres);
        var stuck = await tables.SessionAsync(await tables.RequestAsync("assigned"), await tables.InterpreterAsync("in_session"), state, overdue);
        await tables.SessionAsync(await tables.RequestAsync("assigned"), await tables.InterpreterAsync("in_session"), state, overdue - 2);
        Assert.Equal([("I13", stuck)], await tables.CheckAsync());
    }

    [Fact]
    public async Task I13_an_interpreter_who_wraps_up_for_ever_or_sits_in_no_session_is_found()
    {
        await using var tables = await PlantedTables.OpenAsync(postgres);
        Guid[] stuck = [await tables.InterpreterAsync("wrap_up", wrapUpUntil: 61), await tables.InterpreterAsync("in_session")];
        await tables.InterpreterAsync("wrap_up", wrapUpUntil: 59);
        Assert.Equal(stuck.Order().Select(one => ("I13", one)), (await tables.CheckAsync()).OrderBy(one => one.Subject));
    }

    [Theory]
    [InlineData("assigned")]
    [InlineData("offered")]
    public async Task I13_a_request_that_nobody_works_on_is_found(string state)
    {
        await using var tables = await PlantedTables.OpenAsync(postgres);
        var request = await tables.RequestAsync(state);
        Assert.Equal([("I13", request)], await tables.CheckAsync());
    }

    [Fact]
    public async Task I15_an_offer_to_somebody_who_is_gone_is_found()
    {
        await using var tables = await PlantedTables.OpenAsync(postgres);
        var gone = await tables.InterpreterAsync("offline");
        await tables.OfferAsync(await tables.RequestAsync("offered"), gone);
        await tables.OfferAsync(await tables.RequestAsync("offered"), await tables.InterpreterAsync("available"));
        Assert.Equal([("I15", gone)], await tables.CheckAsync());
    }

    [Theory]
    [InlineData("UPDATE interpreters SET section_203_until = '2026-11-21'")]
    [InlineData("UPDATE interpreters SET section_203_until = NULL")]
    [InlineData("UPDATE interpreter_languages SET language = 'ckb'")]
    [InlineData("UPDATE interpreter_languages SET from_german = false")]
    public async Task I18_a_session_without_language_or_secrecy_is_found_when_it_begins(string lack)
    {
        await using var tables = await PlantedTables.OpenAsync(postgres);
        var session = await tables.SessionAsync(await tables.RequestAsync("assigned"), await tables.InterpreterAsync("in_session"));
        await tables.EventAsync("session", session, null, "connecting");
        Assert.Empty(await tables.CheckAsync());
        await tables.RunAsync(lack);
        Assert.Equal([("I18", session)], await tables.CheckAsync());
    }

    [Theory]
    [InlineData("active")]
    [InlineData("ended")]
    public async Task I16_more_seconds_than_have_passed_are_found(string state)
    {
        await using var tables = await PlantedTables.OpenAsync(postgres);
        var session = await tables.SessionAsync(await tables.RequestAsync("assigned"), await tables.InterpreterAsync("in_session"), state, created: 20, counted: 22);
        await tables.RunAsync("UPDATE presences SET state = 'available' WHERE @state = 'ended'; UPDATE requests SET state = 'fulfilled', ended_at = now() WHERE @state = 'ended'", new { state });
        await tables.EventAsync("session", session, "active", "ended");
        Assert.Equal([("I16", session)], await tables.CheckAsync());
    }

    [Fact]
    public async Task I13_a_relief_that_connects_for_ever_is_found()
    {
        await using var tables = await PlantedTables.OpenAsync(postgres);
        var (first, relief) = (await tables.InterpreterAsync("in_session"), await tables.InterpreterAsync("in_session"));
        var session = await tables.SessionAsync(await tables.RequestAsync("assigned"), first);
        var search = await tables.RequestAsync("assigned");
        await tables.RunAsync("UPDATE requests SET relief_for = @session WHERE id = @search", new { session, search });
        var stint = await tables.StintAsync(session, relief, 2, "joining", joined: 500, search: search);
        Assert.Equal([("I13", stint)], await tables.CheckAsync());
    }

    [Fact]
    public async Task I16_stints_that_do_not_add_up_are_found()
    {
        await using var tables = await PlantedTables.OpenAsync(postgres);
        var session = await tables.SessionAsync(await tables.RequestAsync("assigned"), await tables.InterpreterAsync("available"), "ended", created: 20, counted: 19);
        await tables.RunAsync("UPDATE requests SET state = 'fulfilled', ended_at = now()");
        await tables.RunAsync("ALTER TABLE session_stints DISABLE TRIGGER session_stints_stay_left; UPDATE session_stints SET billable_seconds = 18");
        await tables.EventAsync("session", session, "active", "ended");
        Assert.Equal([("I16", session)], await tables.CheckAsync());
    }

    [Fact]
    public async Task I16_negative_seconds_are_found()
    {
        await using var tables = await PlantedTables.OpenAsync(postgres);
        await tables.RunAsync("ALTER TABLE sessions DROP CONSTRAINT sessions_are_sound");
        var session = await tables.SessionAsync(await tables.RequestAsync("assigned"), await tables.InterpreterAsync("in_session"), counted: -1);
        Assert.Equal([("I16", session)], await tables.CheckAsync());
    }
}
