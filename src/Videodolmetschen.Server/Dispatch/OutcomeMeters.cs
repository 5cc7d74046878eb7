using System.Diagnostics;
using System.Diagnostics.Metrics;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Dispatch;

/// <summary>How requests, offers and sessions go: read off what was stored.</summary>
internal sealed class OutcomeMeters(Telemetry telemetry)
{
    private readonly Histogram<double> _answer = telemetry.HumanSeconds("offer.answer.duration", "From the offer to the interpreter's answer.");
    private readonly Histogram<double> _ready = telemetry.HumanSeconds("request.ready.duration", "From the request to a session that may connect.");
    private readonly Histogram<double> _inVain = telemetry.HumanSeconds("request.in_vain.duration", "From the request to its end without a conversation, by state.");
    private readonly Histogram<double> _media = telemetry.HumanSeconds("request.media.duration", "From the request to sound and picture on both sides.");
    private readonly Counter<long> _requests = telemetry.Counter("request.outcomes", "{request}", "Requests that ended, by state and cause.");
    private readonly Counter<long> _offers = telemetry.Counter("offer.outcomes", "{offer}", "Offers that ended, by state and cause.");
    private readonly Counter<long> _sessions = telemetry.Counter("session.outcomes", "{session}", "Sessions that ended, by reason.");

    private readonly Counter<long> _reliefs = telemetry.Counter("relief.outcomes", "{search}", "Searches for a relief that ended, by state and cause; fulfilled ones were handed over.");

    private bool IsHeard => _requests.Enabled || _offers.Enabled || _sessions.Enabled || _reliefs.Enabled || _answer.Enabled || _ready.Enabled || _inVain.Enabled || _media.Enabled;

    public void Note(IReadOnlyList<Change> changes, IReadOnlyList<Decided> heard)
    {
        if (!IsHeard)
        {
            return;
        }

        foreach (var change in changes)
        {
            Note(change);
        }

        foreach (var told in heard.SelectMany(decided => decided.Told))
        {
            Note(told);
        }
    }

    private void Note(Change change)
    {
        switch (change)
        {
            case Change.OfOffer { After: { State: not OfferState.Open } offer }:
                Ended(offer);
                break;
            case Change.OfRequest { Before: null or { IsOpen: true }, After: { IsOpen: false } request }:
                Ended(request);
                break;
            case Change.OfSession { Before.IsUnfinished: true, After: { EndReason: { } reason } }:
                _sessions.Add(1, Telemetry.Tag("session.end_reason", SnakeCase.Of(reason)));
                break;
        }
    }

    private void Note(Told told)
    {
        // How long one waits in a room says nothing about how soon somebody is found.
        if (told.Notice is Notice.SessionReady { Situation: { Session: var ready, Request: { Promised: null } request } })
        {
            _ready.Record((ready.CreatedAt - request.RequestedAt).TotalSeconds);
        }
        else if (told is { Notice: Notice.SessionStarted { Session.StartedAt: { } started }, Session.Request: { Promised: null } asked })
        {
            _media.Record((started - asked.RequestedAt).TotalSeconds);
        }
    }

    private void Ended(Offer offer)
    {
        var state = Telemetry.Tag("offer.state", SnakeCase.Of(offer.State));
        _offers.Add(1, state, Telemetry.Tag("offer.cause", SnakeCase.Of(offer.DeclineReason) ?? SnakeCase.Of(offer.WithdrawnBecause) ?? "none"));
        if (offer is { State: OfferState.Accepted or OfferState.Declined, AnsweredAt: { } answered })
        {
            _answer.Record((answered - offer.OfferedAt).TotalSeconds, state);
        }
    }

    /// <summary>The language says where interpreters are missing: it is counted where nobody came, and nowhere else.</summary>
    private void Ended(InterpretingRequest request)
    {
        var tags = new TagList
        {
            Telemetry.Tag("request.state", SnakeCase.Of(request.State)),
            Telemetry.Tag("request.cause", SnakeCase.Of(request.UnservedBecause) ?? SnakeCase.Of(request.CancelledBy) ?? "none"),
        };
        if (request is { State: RequestState.Unserved, ReliefFor: null })
        {
            tags.Add(Telemetry.Tag("request.language", request.Language.Value));
        }

        if (request is { State: not RequestState.Fulfilled, ReliefFor: null, Promised: null, EndedAt: { } ended })
        {
            _inVain.Record((ended - request.RequestedAt).TotalSeconds, Telemetry.Tag("request.state", SnakeCase.Of(request.State)));
        }

        (request.ReliefFor is null ? _requests : _reliefs).Add(1, tags);
    }
}
