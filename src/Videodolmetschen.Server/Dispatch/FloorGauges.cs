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
    private const string OutsideHours = "outside_hours";

    public FloorGauges(Telemetry telemetry, LiveBoard board, SteadyClock clock)
    {
        telemetry.Gauge("interpreter.count", "{interpreter}", "Interpreters by presence; available are only those inside their declared hours.", () =>
            Count("presence.state", NamesOf<PresenceState>().Append(OutsideHours), board.Presences.Values.Select(presence => Word(presence, board, clock))));
        telemetry.Gauge("request.count", "{request}", "Open requests by state.", () =>
            Count("request.state", NamesOf<RequestState>(), board.Requests.Values.Select(situation => SnakeCase.Of(situation.Request.State))));
        telemetry.Gauge("session.count", "{session}", "Unfinished sessions by state.", () =>
            Count("session.state", NamesOf<SessionState>(), board.Sessions.Values.Select(situation => SnakeCase.Of(situation.Session.State))));
    }

    /// <summary>States that nobody is in are told as zero: a gauge that falls silent looks like the last figure.</summary>
    private static List<Measurement<int>> Count(string tag, IEnumerable<string> names, IEnumerable<string> states)
    {
        var counts = states.CountBy(state => state).ToDictionary();
        return [.. names.Select(name => new Measurement<int>(counts.GetValueOrDefault(name), Telemetry.Tag(tag, name)))];
    }

    private static IEnumerable<string> NamesOf<TState>()
        where TState : struct, Enum => Enum.GetValues<TState>().Select(SnakeCase.Of);

    private static string Word(Presence presence, LiveBoard board, SteadyClock clock) =>
        presence.State == PresenceState.Available && board.Interpreters.GetValueOrDefault(presence.Interpreter)?.Availability?.Covers(clock.Now) == false
            ? OutsideHours
            : SnakeCase.Of(presence.State);
}

/// <summary>What the loop is measured by.</summary>
internal sealed record DispatchMeters(LoopMeters Loop, OutcomeMeters Outcomes, FloorGauges Floor);
