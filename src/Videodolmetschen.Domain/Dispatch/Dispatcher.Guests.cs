using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Dispatch;

/// <content>Guests: by a link into the waiting room, and from there into the session when the requester lets them in.</content>
public sealed partial class Dispatcher
{
    private readonly Dictionary<GuestId, LiveGuest> _guests = [];
    private readonly Dictionary<string, LiveGuest> _links = new(StringComparer.Ordinal);

    private DispatchReply Invite(DispatchCommand.InviteGuest command)
    {
        if (HostedBy(command.By, command.Session) is not { } session)
        {
            return Refuse(ErrorCode.SessionNotFound);
        }

        if (_links.TryGetValue(command.LinkHash, out var known))
        {
            return known.Session == session ? Is(known) : Refuse(ErrorCode.KeyReused);
        }

        if (!session.Row.IsUnfinished)
        {
            return Refuse(ErrorCode.SessionEnded);
        }

        return session.Guests.Count(guest => guest.Row.IsUnfinished) >= _policy.GuestsAtMost || session.Guests.Count >= Seat.NumberAtMost
            ? Refuse(ErrorCode.TooManyGuests)
            : Is(Invite(session, command));
    }

    private LiveGuest Invite(LiveSession session, DispatchCommand.InviteGuest command)
    {
        var guest = Remember(
            new Guest
            {
                Id = new GuestId(_newId()),
                Session = session.Row.Id,
                Customer = session.Row.Customer,
                Seat = Seat.Guest(session.Guests.Count + 1),
                Role = command.Role,
                LinkHash = command.LinkHash,
                InvitedAt = _now,
                LinkUntil = _now + _policy.GuestLinkLife,
            },
            session);
        _draft.Write(null, guest.Row);
        TellParticipants(session);
        return guest;
    }

    /// <summary>A link that is foreign, used, taken back or expired is refused in one and the same way.</summary>
    private DispatchReply Arrive(string linkHash)
    {
        if (!_links.TryGetValue(linkHash, out var guest) || guest.Row.State != GuestState.Invited || guest.Row.LinkUntil <= _now)
        {
            return Refuse(ErrorCode.GuestLinkUnusable);
        }

        _deadlines.Set(guest.Expiry, null);
        Move(guest, GuestEvent.Arrive, guest.Row with { AwaySince = _now });
        TellParticipants(guest.Session);
        return Is(guest);
    }

    private DispatchReply Admit(DispatchCommand.AdmitGuest command)
    {
        if (GuestAt(command.By, command.Session, command.Guest) is not { Row.State: GuestState.Waiting or GuestState.In } guest)
        {
            return Refuse(ErrorCode.GuestNotFound);
        }

        if (guest.Row.State == GuestState.Waiting)
        {
            Move(guest, GuestEvent.Admit, guest.Row with { AdmittedAt = _now });
            TellParticipants(guest.Session);
        }

        return Is(guest);
    }

    /// <summary>Takes the link back, does not let in, or sends out, as the guest's state says.</summary>
    private DispatchReply Dismiss(DispatchCommand.DismissGuest command)
    {
        if (GuestAt(command.By, command.Session, command.Guest) is not { } guest)
        {
            return Refuse(ErrorCode.GuestNotFound);
        }

        return Goes(guest, guest.Row.State switch
        {
            GuestState.Invited => GuestEndReason.Revoked,
            GuestState.Waiting => GuestEndReason.Rejected,
            _ => GuestEndReason.Removed,
        });
    }

    private DispatchReply Leave(GuestId id) =>
        _guests.TryGetValue(id, out var guest) ? Goes(guest, GuestEndReason.Left) : Refuse(ErrorCode.GuestNotFound);

    private DispatchReply.GuestIs Goes(LiveGuest guest, GuestEndReason reason)
    {
        if (guest.Row.IsUnfinished)
        {
            End(guest, reason);
            TellParticipants(guest.Session);
        }

        return Is(guest);
    }

    private void End(LiveGuest guest, GuestEndReason reason)
    {
        _deadlines.Set(guest.Expiry, null);
        Move(guest, GuestEvent.End, guest.Row with { EndReason = reason, EndedAt = _now });
    }

    private void EndGuests(LiveSession session)
    {
        foreach (var guest in session.Guests.Where(guest => guest.Row.IsUnfinished))
        {
            End(guest, GuestEndReason.SessionEnded);
        }
    }

    private void Connected(GuestId id, bool isHere)
    {
        if (_guests.TryGetValue(id, out var guest)
            && guest.Row.State is GuestState.Waiting or GuestState.In
            && guest.Row.AwaySince is null != isHere)
        {
            Store(guest, guest.Row with { AwaySince = isHere ? null : _now });
            TellParticipants(guest.Session);
        }
    }

    private LiveGuest Remember(Guest row, LiveSession session)
    {
        LiveGuest? guest = null;
        guest = new LiveGuest(row, session) { Expiry = new Alarm(() => Goes(guest!, GuestEndReason.Expired)) };
        session.Guests.Add(guest);
        _guests.Add(row.Id, guest);
        _links.Add(row.LinkHash, guest);
        _deadlines.Set(guest.Expiry, row.State == GuestState.Invited ? row.LinkUntil : null);
        return guest;
    }

    private void ForgetGuests(SessionId id)
    {
        foreach (var guest in _sessions[id].Guests)
        {
            _guests.Remove(guest.Row.Id);
            _links.Remove(guest.Row.LinkHash);
        }
    }

    private void Move(LiveGuest guest, GuestEvent happened, Guest row)
    {
        var state = GuestTransitions.Next(row.State, happened) ?? throw Broken(row.State, happened);
        Store(guest, row with { State = state });
        _draft.Tell(new Notice.GuestChanged(new GuestSituation(guest.Row, SituationOf(guest.Session))));
    }

    private void Store(LiveGuest guest, Guest row)
    {
        _draft.Write(guest.Row, row);
        guest.Row = row;
    }

    private void TellParticipants(LiveSession session) => _draft.Tell(new Notice.ParticipantsChanged(SituationOf(session)));

    /// <summary>Only the requester opens the door.</summary>
    private LiveSession? HostedBy(Party by, SessionId id) => by.Side == Side.Requester ? SessionWith(by, id) : null;

    private LiveGuest? GuestAt(Party by, SessionId id, Seat seat) =>
        HostedBy(by, id)?.Guests.Find(guest => guest.Row.Seat == seat);

    private Situation SituationOfGuest(GuestId id)
    {
        if (!_guests.TryGetValue(id, out var guest))
        {
            return new Situation(null, [], null, null);
        }

        var session = SituationOf(guest.Session);
        return new Situation(null, [], guest.Row.State == GuestState.In ? session : null, null) { Guest = new GuestSituation(guest.Row, session) };
    }

    private DispatchReply.GuestIs Is(LiveGuest guest) => new(new GuestSituation(guest.Row, SituationOf(guest.Session)));
}
