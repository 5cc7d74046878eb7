using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Dispatch;

/// <summary>The statements of <see cref="ChangeStore"/> for stints.</summary>
internal static class StintChangeStore
{
    private static readonly RowStatement<Stint> InsertStints = new(
        """
        INSERT INTO session_stints (id, session_id, interpreter_id, customer_id, number, relief_id, joined_at, state, hands_over_at, took_over_at,
          left_at, seconds_before, billable_seconds)
        VALUES {rows}
        """,
        (row, stint) => Mutable(
            row.With(stint.Id.Value).With(stint.Session.Value).With(stint.Interpreter.Value).With(stint.Customer.Value)
                .WithInteger(stint.Number).With(stint.Relief?.Value).With(stint.JoinedAt),
            stint));

    private static readonly RowStatement<(Stint Before, Stint After)> UpdateStints = new(
        """
        WITH changed AS (
          UPDATE session_stints
          SET state = given.state, hands_over_at = given.hands_over_at, took_over_at = given.took_over_at, left_at = given.left_at,
            seconds_before = given.seconds_before, billable_seconds = given.billable_seconds
          FROM (VALUES {rows}) AS given (id, expected, state, hands_over_at, took_over_at, left_at, seconds_before, billable_seconds)
          WHERE session_stints.id = given.id
            AND session_stints.state = given.expected
          RETURNING 1)
        SELECT 1 / (count(*) = {count})::integer
        FROM changed
        """,
        (row, stint) => Mutable(row.With(stint.After.Id.Value).With(SnakeCase.Of(stint.Before.State)), stint.After));

    /// <summary>Who leaves makes room for who takes over: one interprets at a time.</summary>
    public static void Update(NpgsqlBatch batch, Net<StintId, Stint> stints)
    {
        UpdateStints.AddTo(batch, stints.Changed.Where(stint => !stint.After.IsOpen));
        UpdateStints.AddTo(batch, stints.Changed.Where(stint => stint.After.IsOpen));
    }

    public static void Insert(NpgsqlBatch batch, Net<StintId, Stint> stints) => InsertStints.AddTo(batch, stints.New);

    private static Statement Mutable(Statement row, Stint stint) => row
        .With(SnakeCase.Of(stint.State)).With(stint.HandsOverAt).With(stint.TookOverAt).With(stint.LeftAt)
        .WithInteger(stint.SecondsBefore).WithInteger(stint.BillableSeconds);
}
