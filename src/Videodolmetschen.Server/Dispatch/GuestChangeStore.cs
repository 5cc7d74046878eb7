using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Dispatch;

/// <summary>The statements of <see cref="ChangeStore"/> that write guests.</summary>
internal static class GuestChangeStore
{
    private static readonly RowStatement<Guest> InsertGuests = new(
        """
        INSERT INTO guests (id, session_id, customer_id, seat, role, link_hash, invited_at, link_until, state, end_reason, admitted_at,
          away_since, ended_at)
        VALUES {rows}
        """,
        (row, guest) => Mutable(
            row.With(guest.Id.Value).With(guest.Session.Value).With(guest.Customer.Value).With(guest.Seat.ToString())
                .With(SnakeCase.Of(guest.Role)).With(guest.LinkHash).With(guest.InvitedAt).With(guest.LinkUntil),
            guest));

    private static readonly RowStatement<(Guest Before, Guest After)> UpdateGuests = new(
        """
        WITH changed AS (
          UPDATE guests
          SET state = given.state, end_reason = given.end_reason, admitted_at = given.admitted_at, away_since = given.away_since,
            ended_at = given.ended_at
          FROM (VALUES {rows}) AS given (id, expected, state, end_reason, admitted_at, away_since, ended_at)
          WHERE guests.id = given.id
            AND guests.state = given.expected
          RETURNING 1)
        SELECT 1 / (count(*) = {count})::integer
        FROM changed
        """,
        (row, guest) => Mutable(row.With(guest.After.Id.Value).With(SnakeCase.Of(guest.Before.State)), guest.After));

    /// <summary>Whoever goes makes room for whoever is invited.</summary>
    public static void Write(NpgsqlBatch batch, Net<GuestId, Guest> guests)
    {
        UpdateGuests.AddTo(batch, guests.Changed);
        InsertGuests.AddTo(batch, guests.New);
    }

    private static Statement Mutable(Statement row, Guest guest) => row
        .With(SnakeCase.Of(guest.State)).With(SnakeCase.Of(guest.EndReason)).With(guest.AdmittedAt).With(guest.AwaySince).With(guest.EndedAt);
}
