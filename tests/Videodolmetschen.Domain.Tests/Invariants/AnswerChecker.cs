using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Tests.Invariants;

/// <summary>I4 for answers: whoever asks, or comes back, hears what the tables hold.</summary>
internal sealed class AnswerChecker(Tables tables, Objections objections)
{
    public void After(DispatchCommand command, DispatchReply reply)
    {
        var isStored = reply switch
        {
            DispatchReply.RequestStands stands => IsStored(stands.Situation.Request),
            DispatchReply.OfferAccepted accepted => IsStored(accepted.Situation) && IsStored(accepted.Situation.Request),
            DispatchReply.OfferGone gone => command is not DispatchCommand.AcceptOffer late || tables.Offers[late.Offer].State == gone.State,
            DispatchReply.CallbackIs callback => tables.Callbacks[callback.Callback.Id] == callback.Callback,
            DispatchReply.PresenceIs presence => IsStored(presence.Presence),
            DispatchReply.SessionIs session => IsStored(session.Situation),
            DispatchReply.GuestIs guest => tables.Guests[guest.Situation.Guest.Id] == guest.Situation.Guest,
            DispatchReply.SituationIs situation => command is DispatchCommand.AskSituation ask && IsTrue(situation.Situation, ask.Who),
            _ => true,
        };
        objections.Expect("I4", isStored, $"{reply} was answered but is not stored");
    }

    private bool IsTrue(Situation situation, Party who) => who.Side switch
    {
        Side.Requester => (situation.Request is null || IsStored(situation.Request.Request))
            && IsStored(situation.Session)
            && situation.Callback == tables.Callbacks.Values.FirstOrDefault(row => row.IsOpen && row.Requester.Value == who.Id)
            && (situation.Request is { Request.IsOpen: true } || tables.OpenRequests.All(row => row.Requester.Value != who.Id || row.ReliefFor is not null)),
        Side.Interpreter => IsTrueFor(new InterpreterId(who.Id), situation),
        Side.Guest => situation.Guest is null
            || (tables.Guests[situation.Guest.Guest.Id] == situation.Guest.Guest
                && (situation.Session is null) == (situation.Guest.Guest.State != Domain.Sessions.GuestState.In)),
        _ => true,
    };

    private bool IsTrueFor(InterpreterId who, Situation situation) =>
        IsStored(situation.Session)
        && (situation.Session is null) == (tables.SittingIn(who).Count == 0)
        && situation.Offers.Select(ringing => InvariantChecker.Stored(tables, ringing.Offer)).SequenceEqual(tables.RingingAt(who))
        && (situation.Presence is null || IsStored(situation.Presence));

    private bool IsStored(SessionSituation? told) => told is null
        || (tables.Sessions[told.Session.Id] == told.Session && told.Stints.Select(one => one.Stint).SequenceEqual(tables.StintsOf(told.Session.Id)));

    private bool IsStored(InterpretingRequest told) => tables.Requests[told.Id] == told;

    private bool IsStored(Presence told) =>
        tables.Presences.TryGetValue(told.Interpreter, out var stored) ? stored == told : told.State == PresenceState.Offline;
}
