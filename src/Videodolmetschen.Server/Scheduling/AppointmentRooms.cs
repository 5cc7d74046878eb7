using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>The room of an appointment, as both sides and the Disposition see it (APPOINTMENTS.md).</summary>
internal sealed record RoomView
{
    public required Guid Id { get; init; }

    public required DateTimeOffset OpensAt { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public required bool IsOpen { get; init; }

    public required bool InterpreterReady { get; init; }

    public required bool CustomerWaits { get; init; }

    public required bool IsTalking { get; init; }

    public required bool MayReplace { get; init; }

    public DateTimeOffset? MayReplaceFrom { get; init; }

    public required DateTimeOffset CustomerMissedAt { get; init; }

    public required DateTimeOffset InterpreterMissedAt { get; init; }

    public DateTimeOffset? NextStartsAt { get; init; }
}

/// <summary>The day of an appointment: both sides come, and it turns into a call on the one path that every request takes.</summary>
internal sealed class AppointmentRooms(AppointmentStore store, Replacement replacement, DispatchService dispatch, CurrentRules rules, SteadyClock clock)
{
    private AppointmentRules Rules => rules.Rules;

    public async Task<RoomView> StateAsync(AppointmentRow row, CancellationToken cancellationToken)
    {
        await using var staff = await store.OpenAsync(cancellationToken);
        return ViewOf(row, await RoomStore.ReadAsync(staff.Transaction, row.Id, cancellationToken));
    }

    /// <summary>The requester comes: the live request of the appointment rings its interpreter. Whoever is in the room already stays in it.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.RoomNotOpen"/>, <see cref="ErrorCode.RoomClosed"/>, <see cref="ErrorCode.RequestUnfinished"/>.</exception>
    public async Task<RoomView> EnterAsync(SignedIn who, Guid id, Guid key, CancellationToken cancellationToken)
    {
        var (row, room) = await NoteAsync(id, RoomStore.NoteCustomerAsync, cancellationToken);
        if (room.RequesterId != who.User.Value)
        {
            await dispatch.AskAsync(new DispatchCommand.RequestInterpreter(row.ToDomain().AsPromisedCall(new RequestId(Guid.CreateVersion7()), who.User, key, clock.Now)));
        }

        return await StateAsync(row, cancellationToken);
    }

    /// <summary>The interpreter comes: the appointment may ring from now on, on duty or not.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.RoomNotOpen"/>, <see cref="ErrorCode.RoomClosed"/>.</exception>
    public async Task<RoomView> ReadyAsync(InterpreterId interpreter, Guid id, CancellationToken cancellationToken)
    {
        var (row, _) = await NoteAsync(id, RoomStore.NoteReadyAsync, cancellationToken);
        var (known, _) = await dispatch.AskAsync<DispatchReply.SituationIs>(new DispatchCommand.AskSituation(Party.Of(interpreter)));
        if (known.Situation.Presence?.State is null or PresenceState.Offline)
        {
            await dispatch.AskAsync(new DispatchCommand.SetPresence(interpreter, PresenceWish.Paused));
        }

        return await StateAsync(row, cancellationToken);
    }

    /// <summary>The interpreter is late, and the customer waits no longer for that one.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.InterpreterNotLate"/>, <see cref="ErrorCode.RoomClosed"/>.</exception>
    public Task ReplaceAsync(SignedIn who, Guid id, CancellationToken cancellationToken) =>
        replacement.BeginAsync(id, who.User, (day, now) => day.MayReplace(now, Rules), cancellationToken);

    private async Task<(AppointmentRow Row, RoomRow Room)> NoteAsync(
        Guid id, Func<Npgsql.NpgsqlTransaction, Guid, DateTimeOffset, CancellationToken, Task<int>> note, CancellationToken cancellationToken)
    {
        await using var staff = await store.OpenAsync(cancellationToken);
        var row = await AppointmentDesk.LockedAsync(staff.Transaction, id, cancellationToken);
        var now = clock.Now;
        if (row.State != "assigned" || now >= row.EndsAt)
        {
            throw new DomainException(ErrorCode.RoomClosed);
        }

        if (now < row.StartsAt - Rules.RoomOpensBefore)
        {
            throw new DomainException(ErrorCode.RoomNotOpen);
        }

        await note(staff.Transaction, id, now, cancellationToken);
        var room = await RoomStore.ReadAsync(staff.Transaction, id, cancellationToken);
        await staff.CommitAsync(cancellationToken);
        return (row, room);
    }

    private RoomView ViewOf(AppointmentRow row, RoomRow room)
    {
        var (day, now) = (room.DayOf(row), clock.Now);
        var opens = row.StartsAt - Rules.RoomOpensBefore;
        return new RoomView
        {
            Id = row.Id,
            OpensAt = opens,
            StartsAt = row.StartsAt,
            EndsAt = row.EndsAt,
            IsOpen = row.State == "assigned" && now >= opens && now < row.EndsAt,
            InterpreterReady = room is { ReadyAt: not null, IsInterpreterHere: true },
            CustomerWaits = day.CustomerWaits,
            IsTalking = room.IsTalking,
            MayReplace = row.State == "assigned" && now < row.EndsAt && day.MayReplace(now, Rules),
            MayReplaceFrom = row.State == "assigned" ? day.MayReplaceFrom(Rules) : null,
            CustomerMissedAt = (room.ReadyAt > row.StartsAt ? room.ReadyAt.Value : row.StartsAt) + Rules.CustomerMissedAfter,
            InterpreterMissedAt = row.StartsAt + Rules.InterpreterMissedAfter,
            NextStartsAt = room.NextStartsAt,
        };
    }
}
