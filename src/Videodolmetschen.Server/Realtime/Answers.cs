using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Sessions;

namespace Videodolmetschen.Server.Realtime;

/// <summary>From the dispatcher's reply to the answer of a hub method.</summary>
internal sealed class Answers(DispatchService dispatch, Views views, FloorViews floor, CallSeats seats, TurnCredentials turn, ClientNotifier notifier)
{
    public RequestView Request(LiveConnection caller, RequestSituation situation) =>
        views.Request(situation, isOwn: caller.Party.Side == Side.Requester);

    public FloorView Floor(Floor now, long revision) => floor.Of(now, revision);

    public async Task<PresenceView> PresenceAsync(DispatchCommand command)
    {
        var (reply, _) = await dispatch.AskAsync<DispatchReply.PresenceIs>(command);
        return views.Presence(reply.Presence);
    }

    public async Task<SessionView> SessionAsync(DispatchCommand command)
    {
        var (reply, _) = await dispatch.AskAsync<DispatchReply.SessionIs>(command);
        return views.Session(reply.Situation);
    }

    public async Task<ParticipantView> GuestAsync(DispatchCommand command)
    {
        var (reply, _) = await dispatch.AskAsync<DispatchReply.GuestIs>(command);
        return views.Participant(Participant.Of(reply.Situation.Guest));
    }

    public AcceptAnswer Accepted(LiveConnection caller, Decided decided)
    {
        if (decided.Reply is not DispatchReply.OfferAccepted { Situation: var session })
        {
            return Views.Gone((DispatchReply.OfferGone)decided.Reply);
        }

        notifier.CallMoved(seats.Take(caller), decided.Revision, session.Session.Id);
        return new AcceptAnswer("accepted", views.Session(session), turn.SetupFor(session.Session.Id, session.Of(caller.Party)!.Seat), null);
    }

    public Situation Resumed(LiveConnection caller, ResumeArgs args, Domain.Dispatch.Situation situation, long revision) => new()
    {
        Revision = revision,
        ServerTime = views.Now,
        Request = situation.Request is { } request ? views.Request(request) : null,
        Offers = [.. situation.Offers.Select(offer => views.Offer(offer.Offer, offer.Request))],
        Session = situation.Session is { } session ? views.Session(session, session.Of(caller.Party)) : null,
        Call = situation.Session is { } running ? CallFor(caller, args, running, revision) : null,
        Callback = situation.Callback is { } callback ? Views.Callback(callback) : null,
        Presence = situation.Presence is { } presence ? views.Presence(presence) : null,
        Guest = situation.Guest is { } guest ? views.Guest(guest) : null,
    };

    private CallSetup? CallFor(LiveConnection caller, ResumeArgs args, SessionSituation running, long revision)
    {
        if (running.Of(caller.Party) is not { IsIn: true } participant)
        {
            return null;
        }

        var (hasCall, before) = seats.Resume(caller, args, running.Session.Id);
        if (!hasCall)
        {
            return null;
        }

        notifier.CallMoved(before, revision, running.Session.Id);
        return turn.SetupFor(running.Session.Id, participant.Seat);
    }
}
