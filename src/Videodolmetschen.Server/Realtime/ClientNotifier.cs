using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Sessions;

namespace Videodolmetschen.Server.Realtime;

/// <summary>Who is connected, and which tab carries a call.</summary>
internal sealed record ClientDesk(Connections Connections, CallSeats Seats);

/// <summary>
/// The only sender. Takes what is stored from the loop and tells those concerned, each through a bounded queue of its own:
/// the loop waits for nobody, and nobody waits for a client that does not read.
/// </summary>
internal sealed partial class ClientNotifier(
    IHubContext<InterpretingHub, IInterpretingClient> hub, ClientDesk desk, Views views, FloorBoard floor, TurnCredentials turn, ILogger<ClientNotifier> logger)
    : BackgroundService
{
    // Null stands for the floor, which is due.
    private readonly Channel<IReadOnlyList<Decided>?> _stored =
        Channel.CreateUnbounded<IReadOnlyList<Decided>?>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Called by the loop after the commit; returns at once.</summary>
    public void Tell(IReadOnlyList<Decided> decided, IReadOnlyList<Change> changes, long revision)
    {
        foreach (var ended in changes.OfType<Change.OfSession>().Where(change => !change.After.IsUnfinished))
        {
            desk.Seats.Leave(ended.After);
        }

        foreach (var gone in changes.OfType<Change.OfGuest>().Where(change => !change.After.IsUnfinished))
        {
            desk.Seats.Leave(Party.Of(gone.After.Id));
        }

        foreach (var left in changes.OfType<Change.OfStint>().Where(change => !change.After.IsOpen))
        {
            desk.Seats.Leave(Party.Of(left.After.Interpreter));
        }

        if (decided.Count > 0)
        {
            _stored.Writer.TryWrite(decided);
        }

        floor.Note(decided, changes, revision);
    }

    /// <summary>The floor shows who is connected.</summary>
    public void CameOrWent(DispatchBatch batch)
    {
        foreach (var who in batch.CameOrWent())
        {
            floor.Note(who);
        }
    }

    public void Signal(LiveConnection to, SignalReceived signal) => Send(to, client => client.SignalReceived(signal));

    public void CallMoved(LiveConnection? from, long revision, SessionId session)
    {
        if (from is not null)
        {
            var fact = new CallMoved(revision, session.Value);
            Send(from, client => client.CallMoved(fact));
        }
    }

    public void Tell(InterpreterId interpreter, AskChanged fact) => Send(Party.Of(interpreter), client => client.AskChanged(fact));

    /// <summary>To every coordinator, whatever page is open.</summary>
    public void Tell(AppointmentNoted fact)
    {
        foreach (var coordinator in desk.Connections.All().Where(connection => connection.Who.IsCoordinator))
        {
            Send(coordinator, client => client.AppointmentNoted(fact));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        floor.Changed = () => _stored.Writer.TryWrite(null);
        await foreach (var decided in _stored.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                Tell(decided);
            }
            catch (Exception failure)
            {
                // One message that cannot be made must not silence all that follow.
                LogNotTold(failure);
            }
        }
    }

    private void Tell(IReadOnlyList<Decided>? decided)
    {
        if (decided is null)
        {
            TellFloor();
            return;
        }

        foreach (var one in decided)
        {
            foreach (var told in one.Told)
            {
                Tell(told, one.Revision);
            }
        }
    }

    private void Tell(Told told, long revision)
    {
        switch (told.Notice)
        {
            case Notice.RequestChanged notice:
                var changed = new RequestChanged(revision, views.Request(notice.Situation));
                Send(Party.Of(notice.Situation.Request.Requester), client => client.RequestChanged(changed));
                break;
            case Notice.OfferReceived notice:
                var received = new OfferReceived(revision, views.Offer(notice.Offer, notice.Request));
                Send(Party.Of(notice.Offer.Interpreter), client => client.OfferReceived(received));
                break;
            case Notice.OfferChanged notice:
                var eased = new OfferReceived(revision, views.Offer(notice.Offer, notice.Request));
                Send(Party.Of(notice.Offer.Interpreter), client => client.OfferReceived(eased));
                break;
            case Notice.CallbackChanged notice:
                var callback = new CallbackChanged(revision, Views.Callback(notice.Callback));
                Send(Party.Of(notice.Callback.Requester), client => client.CallbackChanged(callback));
                break;
            case Notice.OfferWithdrawn notice:
                var withdrawn = new OfferWithdrawn(revision, notice.Offer.Id.Value, notice.Offer.WithdrawnBecause ?? WithdrawnBecause.RequestEnded);
                Send(Party.Of(notice.Offer.Interpreter), client => client.OfferWithdrawn(withdrawn));
                break;
            case Notice.OfferExpired notice:
                var expired = new OfferExpired(revision, notice.Offer.Id.Value);
                Send(Party.Of(notice.Offer.Interpreter), client => client.OfferExpired(expired));
                break;
            case Notice.PresenceChanged notice:
                Tell(notice.Presence, revision);
                break;
            case Notice.HoursTurned notice:
                Tell(notice.Presence, revision);
                break;
            case Notice.GuestChanged notice:
                TellGuest(notice.Situation, revision);
                break;
            default:
                TellSession(told, revision);
                break;
        }
    }

    private void Tell(Presence presence, long revision)
    {
        var changed = new PresenceChanged(revision, views.Presence(presence));
        Send(Party.Of(presence.Interpreter), client => client.PresenceChanged(changed));
    }

    private void TellSession(Told told, long revision)
    {
        if (told.Session is not { Session: var session })
        {
            return;
        }

        if (told.Notice is Notice.StintEnded { Stint: var left })
        {
            var ended = new StintEnded(revision, views.Session(told.Session), Views.Stint(told.Session.Stints.First(one => one.Stint.Id == left.Id)));
            Send(Party.Of(left.Interpreter), client => client.StintEnded(ended));
            return;
        }

        if (told.Notice is Notice.ReliefReady { Stint.Seat: var seat })
        {
            TellReady(told.Session.On(seat)!, session.Id, new SessionReady(revision, views.Session(told.Session), null));
            return;
        }

        var isReady = told.Notice is Notice.SessionReady;
        foreach (var participant in told.Session.Participants.Where(one => one.IsIn))
        {
            var view = views.Session(told.Session, participant);
            if (isReady)
            {
                TellReady(participant, session.Id, new SessionReady(revision, view, null));
            }
            else
            {
                Send(participant.Who, MessageOf(told.Notice, revision, view));
            }
        }
    }

    private static Func<IInterpretingClient, Task> MessageOf(Notice notice, long revision, SessionView view) => notice switch
    {
        Notice.SessionStarted => client => client.SessionStarted(new SessionStarted(revision, view)),
        Notice.SessionInterrupted => client => client.SessionInterrupted(new SessionInterrupted(revision, view)),
        Notice.SessionEnded => client => client.SessionEnded(new SessionEnded(revision, view)),
        _ => client => client.SessionChanged(new SessionChanged(revision, view)),
    };

    /// <summary>Tells the guest, and closes the connections of one who has nothing to do here any more.</summary>
    private void TellGuest(GuestSituation situation, long revision)
    {
        var (guest, party) = (situation.Guest, Party.Of(situation.Guest.Id));
        var isIn = guest.State == GuestState.In;
        var fact = new GuestChanged(revision, views.Guest(situation), isIn ? views.Session(situation.Session, Participant.Of(guest)) : null, null);
        var caller = isIn ? desk.Seats.Seated(party) : null;
        var withCall = isIn ? fact with { Call = turn.SetupFor(guest.Session, guest.Seat) } : fact;
        foreach (var connection in desk.Connections.Of(party))
        {
            var told = connection == caller ? withCall : fact;
            Send(connection, client => client.GuestChanged(told));
            if (!guest.IsUnfinished)
            {
                connection.Outbox.Send(() =>
                {
                    connection.Abort();
                    return Task.CompletedTask;
                });
            }
        }
    }

    private void TellReady(Participant participant, SessionId session, SessionReady fact)
    {
        var caller = desk.Seats.Seated(participant.Who);
        var withCall = fact with { Call = turn.SetupFor(session, participant.Seat) };
        foreach (var connection in desk.Connections.Of(participant.Who))
        {
            var ready = connection == caller ? withCall : fact;
            Send(connection, client => client.SessionReady(ready));
        }
    }

    private void TellFloor()
    {
        var change = floor.Take();
        foreach (var watcher in desk.Connections.FloorWatchers())
        {
            Send(watcher, client => client.FloorChanged(change));
        }
    }

    private void Send(Party party, Func<IInterpretingClient, Task> message)
    {
        foreach (var connection in desk.Connections.Of(party))
        {
            Send(connection, message);
        }
    }

    private void Send(LiveConnection connection, Func<IInterpretingClient, Task> message) =>
        connection.Outbox.Send(() => message(hub.Clients.Client(connection.Id)));

    [LoggerMessage(Level = LogLevel.Error, Message = "A message could not be made")]
    private partial void LogNotTold(Exception failure);
}
