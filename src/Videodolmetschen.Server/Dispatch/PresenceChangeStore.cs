using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Dispatch;

/// <summary>The statements of <see cref="ChangeStore"/> for presences.</summary>
internal static class PresenceChangeStore
{
    private static readonly RowStatement<Presence> Come = new(
        """
        INSERT INTO presences (interpreter_id, state, since, paused_because, missed_in_a_row, wrap_up_until, idle_since, afterwards,
          afterwards_because, break_until, worked_seconds, worked_until)
        VALUES {rows}
        ON CONFLICT (interpreter_id) DO UPDATE
        SET state = EXCLUDED.state, since = EXCLUDED.since, paused_because = EXCLUDED.paused_because,
          missed_in_a_row = EXCLUDED.missed_in_a_row, wrap_up_until = EXCLUDED.wrap_up_until, idle_since = EXCLUDED.idle_since,
          afterwards = EXCLUDED.afterwards, afterwards_because = EXCLUDED.afterwards_because, break_until = EXCLUDED.break_until,
          worked_seconds = EXCLUDED.worked_seconds, worked_until = EXCLUDED.worked_until
        """,
        (row, presence) => Mutable(row.With(presence.Interpreter.Value), presence));

    private static readonly RowStatement<(Presence Before, Presence After)> Change = new(
        """
        WITH changed AS (
          UPDATE presences
          SET state = given.state, since = given.since, paused_because = given.paused_because, missed_in_a_row = given.missed_in_a_row,
            wrap_up_until = given.wrap_up_until, idle_since = given.idle_since, afterwards = given.afterwards,
            afterwards_because = given.afterwards_because, break_until = given.break_until, worked_seconds = given.worked_seconds,
            worked_until = given.worked_until
          FROM (VALUES {rows}) AS given (interpreter_id, expected, state, since, paused_because, missed_in_a_row, wrap_up_until, idle_since,
            afterwards, afterwards_because, break_until, worked_seconds, worked_until)
          WHERE presences.interpreter_id = given.interpreter_id
            AND presences.state = given.expected
          RETURNING 1)
        SELECT 1 / (count(*) = {count})::integer
        FROM changed
        """,
        (row, presence) => Mutable(row.With(presence.After.Interpreter.Value).With(SnakeCase.Of(presence.Before.State)), presence.After));

    /// <summary>Whoever is on duty has a row; of anybody else it may be the first.</summary>
    public static void Write(NpgsqlBatch batch, Net<InterpreterId, Presence> presences)
    {
        Change.AddTo(batch, presences.Changed.Where(presence => presence.Before.State != PresenceState.Offline));
        Come.AddTo(batch, presences.New);
        Come.AddTo(batch, presences.Changed.Where(presence => presence.Before.State == PresenceState.Offline).Select(presence => presence.After));
    }

    private static Statement Mutable(Statement row, Presence presence) => row
        .With(SnakeCase.Of(presence.State)).With(presence.Since).With(SnakeCase.Of(presence.PausedBecause)).WithInteger(presence.MissedInARow)
        .With(presence.WrapUpUntil).With(presence.IdleSince).With(SnakeCase.Of(presence.Afterwards)).With(SnakeCase.Of(presence.AfterwardsBecause))
        .With(presence.BreakUntil).With((decimal)presence.Work.Worked.Ticks / TimeSpan.TicksPerSecond)
        .With(presence.Work.Worked > TimeSpan.Zero ? presence.Work.Until : null);
}
