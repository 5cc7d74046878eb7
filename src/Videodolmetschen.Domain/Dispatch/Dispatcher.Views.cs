using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Dispatch;

/// <content>What is so now, for those who ask, and positions for those who wait.</content>
public sealed partial class Dispatcher
{
    private DispatchReply.RequestStands Stands(LiveRequest request) => new(SituationOf(request));

    private RequestSituation SituationOf(LiveRequest request) =>
        SituationOf(request, request.Desk.Queue.PositionOf(request));

    private RequestSituation SituationOf(LiveRequest request, int? position) =>
        new(request.Row, position, request.Ringing.Count, _roster.CountOnDuty(request.Row) - (request.IsRelief ? 1 : 0), request.UnservedAt)
        {
            RelatedOnDuty = _roster.CountRelatedOnDuty(request.Row),
        };

    private SessionSituation SituationOf(LiveSession session) => new(session.Row, session.Request.Row, session.Interpreter.Row)
    {
        Stints = [.. session.Stints.Select(stint => new StintSituation(stint.Row, stint.Interpreter.Row))],
        Relief = session.Relief is { Row: { IsOpen: true } or { State: RequestState.Unserved } } relief ? SituationOf(relief) : null,
        Guests = session.Guests.Count == 0 ? [] : [.. session.Guests.Select(guest => guest.Row).Where(guest => guest.IsUnfinished)],
    };

    private Situation SituationOf(Party who) => who.Side switch
    {
        Side.Requester => SituationOfRequester(new UserId(who.Id)),
        Side.Interpreter => SituationOfInterpreter(_roster.Find(new InterpreterId(who.Id))),
        Side.Guest => SituationOfGuest(new GuestId(who.Id)),
        _ => new Situation(null, [], null, null),
    };

    private Situation SituationOfRequester(UserId requester)
    {
        var callback = CallbackOf(requester)?.Row;
        if (!_latest.TryGetValue(requester, out var request))
        {
            return new Situation(null, [], null, null) { Callback = callback };
        }

        var session = request is { Row.State: RequestState.Assigned, Session: { } live } ? SituationOf(live) : null;
        return new Situation(MustBeSeen(request.Row) ? SituationOf(request) : null, [], session, null) { Callback = callback };
    }

    /// <summary>Open, or ended without the requester's doing while nobody may have been looking.</summary>
    private static bool MustBeSeen(InterpretingRequest request) =>
        request.IsOpen
        || request.State == RequestState.Unserved
        || request is { State: RequestState.Cancelled, CancelledBy: not CancelledBy.Requester };

    private Situation SituationOfInterpreter(LiveInterpreter? interpreter) => new(
        null,
        interpreter?.Ringing is { } offer ? [new OfferSituation(offer.Row, offer.Request.Row)] : [],
        interpreter?.Session is { } session ? SituationOf(session) : null,
        interpreter?.Presence);

    private Floor FloorNow()
    {
        var requests = new List<RequestSituation>();
        foreach (var desk in _roster.Desks)
        {
            for (var i = 0; i < desk.Queue.Count; i++)
            {
                requests.Add(i < _policy.PositionsTold ? SituationOf(desk.Queue[i]) : SituationOf(desk.Queue[i], i + 1));
            }
        }

        requests.AddRange(_requests.Values.Where(request => request is { IsPromised: true, IsSearching: true }).Select(request => SituationOf(request)));
        var onDuty = _roster.Interpreters.Where(one => one.Presence.State != PresenceState.Offline).ToList();
        return new Floor(
            requests,
            [.. onDuty.Where(one => one.Ringing is not null).Select(one => one.Ringing!.Row)],
            [.. onDuty.Where(one => one.Session?.Interpreter == one).Select(one => SituationOf(one.Session!))],
            [.. onDuty.Select(one => (one.Row, one.Presence))]);
    }

    /// <summary>Why not, for everybody who names the language: one who works in it one way only is told so.</summary>
    private IReadOnlyList<Hindrance> HindrancesOf(InterpretingRequest asked)
    {
        var request = _requests.GetValueOrDefault(asked.Id) ?? Forgotten(asked);
        HashSet<LanguageCode> languages = [request.Row.Language, .. request.Row.RelatedAllowed ? request.Row.RelatedLanguages : []];
        return
        [
            .. from one in _roster.Interpreters
               where one.Row.Languages.Any(spoken => languages.Contains(spoken.Language))
               select new Hindrance(one.Row, one.Presence, Eligibility.Now(one, request, _policy, _now)),
        ];
    }

    private LiveRequest Forgotten(InterpretingRequest row)
    {
        var request = new LiveRequest(row, _roster.Desk(row.Language), row.Place) { Step = new Alarm(() => { }), Grace = new Alarm(() => { }) };
        foreach (var excluded in row.Excluded)
        {
            request.Decline(excluded);
        }

        return request;
    }

    private void Touch(LiveRequest request)
    {
        if (!request.Touched)
        {
            request.Touched = true;
            _touched.Add(request);
        }
    }

    private void TellRequester(LiveRequest request)
    {
        var situation = SituationOf(request);
        (request.ToldPosition, request.ToldRinging) = (situation.Position, situation.Ringing);
        _draft.Tell(request.Relieves is { } session ? new Notice.ReliefChanged(situation, session.Row) : new Notice.RequestChanged(situation));
    }

    private void TellPositionsSoon(LanguageDesk desk)
    {
        desk.Positions ??= new Alarm(() => TellPositions(desk));
        if (desk.Positions.Due is null && desk.Queue.Count > 0)
        {
            _deadlines.Set(desk.Positions, _now + _policy.PositionsEvery);
        }
    }

    /// <summary>Only the head of a queue is told: nobody is helped by "place 4,711", and everybody's time is bounded.</summary>
    private void TellPositions(LanguageDesk desk)
    {
        for (var i = 0; i < Math.Min(desk.Queue.Count, _policy.PositionsTold); i++)
        {
            var request = desk.Queue[i];
            if (request.ToldPosition != desk.Queue.PositionOf(request) || request.ToldRinging != request.Ringing.Count)
            {
                Touch(request);
            }
        }
    }
}
