using Npgsql;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Faults;

/// <summary>Behind the one loop stand the tables, behind the tables the checker: a second acceptance written past the loop.</summary>
public sealed class SecondAcceptTests(RealPostgres postgres)
{
    [Fact]
    public async Task A_second_session_of_a_request_is_refused_by_the_tables_and_found_by_the_checker_once_they_do_not()
    {
        await using var tables = await PlantedTables.OpenAsync(postgres);
        var request = await tables.RequestAsync("assigned");
        await tables.SessionAsync(request, await tables.InterpreterAsync("in_session"), "connecting");
        var late = await tables.InterpreterAsync("in_session");
        foreach (var index in new[] { "sessions_one_per_request", "sessions_one_unfinished_per_requester" })
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => tables.SessionAsync(request, late, "connecting"));
            Assert.Equal(PostgresErrorCodes.UniqueViolation, refused.SqlState);
            await tables.DropIndexAsync(index);
        }

        await tables.SessionAsync(request, late, "connecting");
        Assert.Equal([("I3", request)], await tables.CheckAsync());
    }

    [Fact]
    public async Task A_second_session_of_an_interpreter_is_refused_by_the_tables_and_found_by_the_checker_once_they_do_not()
    {
        await using var tables = await PlantedTables.OpenAsync(postgres);
        var interpreter = await tables.InterpreterAsync("in_session");
        await tables.SessionAsync(await tables.RequestAsync("assigned"), interpreter, "connecting");
        var other = await tables.RequestAsync("assigned");
        var refused = await Assert.ThrowsAsync<PostgresException>(() => tables.SessionAsync(other, interpreter, "connecting"));
        Assert.Equal("sessions_one_unfinished_per_interpreter", refused.ConstraintName);
        await tables.DropIndexAsync("sessions_one_unfinished_per_interpreter");
        await tables.DropIndexAsync("session_stints_one_open_per_interpreter");
        await tables.SessionAsync(other, interpreter, "connecting");
        Assert.Equal([("I1", interpreter)], await tables.CheckAsync());
    }
}
