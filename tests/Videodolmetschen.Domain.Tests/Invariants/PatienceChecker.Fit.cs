using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Tests.Invariants;

/// <content>Rows that belong together fit.</content>
internal sealed partial class PatienceChecker
{
    private void CheckFit(Change change)
    {
        switch (change)
        {
            case Change.OfRequest { After.Id: var id }:
                var request = tables.Requests[id];
                var rings = tables.OffersFor(id).Exists(offer => offer.State == OfferState.Open);
                var talks = request.ReliefFor is { } relieved
                    ? tables.StintsOf(relieved).Exists(stint => stint.State == StintState.Joining && stint.Relief == id)
                    : tables.SessionsFor(id).Exists(session => session.IsUnfinished);
                objections.Expect("I13", !request.IsOpen || request.ReliefFor is not { } running || tables.Sessions[running].IsUnfinished, $"{request} searches for nobody");
                objections.Expect("I13", rings == (request.State == RequestState.Offered), $"{request} does not fit its offers");
                objections.Expect("I13", talks == (request.State == RequestState.Assigned), $"{request} does not fit its sessions");
                break;
            case Change.OfPresence { After.Interpreter: var id }:
                var presence = tables.Presences[id];
                var works = tables.SittingIn(id).Count > 0;
                objections.Expect("I13", works == (presence.State == PresenceState.InSession), $"{presence} does not fit the sessions");
                objections.Expect("I13", presence.State == PresenceState.Available || tables.RingingAt(id).TrueForAll(offer => IsForRest(offer, presence)), $"{presence} is rung");
                break;
        }
    }

    private bool IsForRest(Offer offer, Presence presence) =>
        presence.State == PresenceState.Paused
        && tables.Requests[offer.Request] is var request
        && (request.Promised is not null || (request.Priority == Priority.Emergency && tables.Interpreters[offer.Interpreter].Reach != EmergencyReach.Never));
}
