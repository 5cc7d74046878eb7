using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>
/// Somebody else in the place of an interpreter who has not come: the late one is noted and freed, and the appointment becomes a live request at once.
/// Where this breaks off in the middle, the job that starts what is uncovered goes on.
/// </summary>
internal sealed class Replacement(
    AppointmentStore store, AppointmentDesk desk, UncoveredStart start, BindingNews news, CurrentRules rules, SteadyClock clock)
{
    /// <param name="id">The appointment.</param>
    /// <param name="requester">Who wants it; null for a job, then whoever waits in the room, else who booked.</param>
    /// <param name="may">Whether it is time.</param>
    /// <param name="cancellationToken">Given up by the one who asks.</param>
    /// <exception cref="DomainException"><see cref="ErrorCode.InterpreterNotLate"/>, <see cref="ErrorCode.RoomClosed"/>.</exception>
    public async Task BeginAsync(Guid id, UserId? requester, Func<AppointmentDay, DateTimeOffset, bool> may, CancellationToken cancellationToken)
    {
        await using var staff = await store.OpenAsync(cancellationToken);
        var (row, now) = (await AppointmentDesk.LockedAsync(staff.Transaction, id, cancellationToken), clock.Now);
        if (row.State != "assigned" || now >= row.EndsAt)
        {
            throw new DomainException(ErrorCode.RoomClosed);
        }

        var room = await RoomStore.ReadAsync(staff.Transaction, id, cancellationToken);
        var day = room.DayOf(row);
        if (!may(day, now))
        {
            throw new DomainException(ErrorCode.InterpreterNotLate);
        }

        await RoomStore.AddFactsAsync(staff.Transaction, row, room, AppointmentVerdict.Replace, day.FactsOf(AppointmentVerdict.Replace, now, rules.Rules), now, cancellationToken);
        await desk.UnbindAsync(staff.Transaction, row, "withdrawn", null, cancellationToken);
        await staff.CommitAsync(cancellationToken);
        // Whoever waits goes on waiting, for somebody else.
        var whose = requester ?? (room.RequesterId is { } waiting ? new UserId(waiting) : null);
        await news.TellAsync(row, null, whose);
        await start.StartAsync(row with { Version = row.Version + 1, State = "requested", InterpreterId = null }, whose, cancellationToken);
    }
}
