using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Server.Customers;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Realtime;

/// <summary>The rows of the floor, from the board.</summary>
internal sealed class FloorViews(Views views, LiveBoard board, UnitNames units)
{
    public DateTimeOffset Now => views.Now;

    public FloorView Of(Floor floor, long revision) => new()
    {
        Revision = revision,
        ServerTime = views.Now,
        Requests = [.. floor.Requests.Select(Request)],
        Sessions = [.. floor.Sessions.Select(Session)],
        Interpreters = [.. floor.OnDuty.Select(one => Interpreter(one.Interpreter, one.Presence))],
    };

    public FloorRequest Request(RequestSituation situation)
    {
        var unit = units.Find(situation.Request.Unit);
        var offers = board.OpenOffersOf(situation.Request.Id);
        return new FloorRequest(
            views.Request(situation with { Ringing = offers.Length }, isOwn: false),
            unit?.CustomerName ?? "",
            unit?.Name ?? "",
            [.. offers.Select(Offer)]);
    }

    public FloorSession Session(SessionSituation situation) =>
        new(views.Session(situation), situation.Session.Interpreter.Value, [.. situation.Stints.Select(Views.Stint)]);

    public FloorInterpreter Interpreter(Interpreter interpreter, Presence presence) => new()
    {
        Id = interpreter.Id.Value,
        Number = interpreter.Number,
        Name = interpreter.DisplayName,
        Languages = [.. interpreter.Languages.Select(spoken => spoken.Language.Value)],
        Presence = views.Presence(presence),
        Connected = board.IsConnected(Party.Of(interpreter.Id)),
        RingingFor = board.RingingFor(interpreter.Id)?.Value,
    };

    private FloorOffer Offer(Offer offer) => new()
    {
        OfferId = offer.Id.Value,
        InterpreterId = offer.Interpreter.Value,
        InterpreterName = board.Interpreters.GetValueOrDefault(offer.Interpreter)?.DisplayName ?? "",
        Wave = offer.Wave,
        Rank = offer.Rank,
        OfferedAt = offer.OfferedAt,
        ExpiresAt = offer.ExpiresAt,
        Reasons = Views.Reasons(offer.Reasons),
    };
}
