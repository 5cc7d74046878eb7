using System.Diagnostics.Metrics;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Dispatch;

/// <summary>How many there are of what right now, by state. Counted when a collector asks, never on the way of a command.</summary>
internal sealed class FloorGauges
{
    public FloorGauges(Telemetry telemetry, LiveBoard board)
    {
        telemetry.Gauge("interpreter.count", "{interpreter}", "Interpreters by presence.", () =>
            Count<PresenceState>("presence.state", board.Presences.Values.Select(presence => presence.State)));
        telemetry.Gauge("request.count", "{request}", "Open requests by state.", () =>
            Count<RequestState>("request.state", board.Requests.Values.Select(situation => situation.Request.State)));
        telemetry.Gauge("session.count", "{session}", "Unfinished sessions by state.", () =>
            Count<SessionState>("session.state", board.Sessions.Values.Select(situation => situation.Session.State)));
    }

    /// <summary>States that nobody is in are told as zero: a gauge that falls silent looks like the last figure.</summary>
    private static List<Measurement<int>> Count<TState>(string tag, IEnumerable<TState> states)
        where TState : struct, Enum
    {
        var counts = states.CountBy(state => state).ToDictionary();
        return [.. Enum.GetValues<TState>().Select(state => new Measurement<int>(counts.GetValueOrDefault(state), Telemetry.Tag(tag, SnakeCase.Of(state))))];
    }
}

/// <summary>What the loop is measured by.</summary>
internal sealed record DispatchMeters(LoopMeters Loop, OutcomeMeters Outcomes, FloorGauges Floor);
