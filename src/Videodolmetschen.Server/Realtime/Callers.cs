using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using Videodolmetschen.Domain;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Realtime;

/// <summary>Who calls, on which side, and whether the arguments are there at all.</summary>
internal sealed class Callers(
    Connections connections, LiveConnections live, CallSeats seats, ConnectionMeters meters, IOptions<RealtimeOptions> options, TimeProvider time)
{
    private const double ADay = 24 * 60 * 60;

    public void Enter(HubCallerContext context)
    {
        var who = context.User.SignedIn();
        if (PartyOf(who) is not { } party)
        {
            // Somebody whose roles were all taken away has no side, and nothing to hear.
            context.Abort();
            return;
        }

        var outbox = new Outbox(options.Value.OutboxLimit, () =>
        {
            meters.Overflowed();
            context.Abort();
        });
        if (party.Side != Side.Guest)
        {
            live.Track(context);
        }

        connections.Add(new LiveConnection(context, who, party, new RateLimits(options.Value, time), outbox) { Since = time.GetTimestamp() });
    }

    public void Leave(HubCallerContext context)
    {
        var connection = connections.Find(context.ConnectionId);
        live.Forget(context.ConnectionId);
        connections.Remove(context.ConnectionId);
        if (connection is not null)
        {
            seats.Vacate(connection);
        }
    }

    /// <exception cref="DomainException"><see cref="ErrorCode.Forbidden"/> or <see cref="ErrorCode.ArgumentInvalid"/>.</exception>
    public LiveConnection Of(HubCallerContext context, Side side, object? args) => Of(context, [side], args);

    /// <inheritdoc cref="Of(HubCallerContext, Side, object?)"/>
    public LiveConnection Of(HubCallerContext context, ReadOnlySpan<Side> sides, object? args)
    {
        var caller = Any(context, args);
        return sides.Contains(caller.Party.Side) ? caller : throw new DomainException(ErrorCode.Forbidden);
    }

    public LiveConnection Any(HubCallerContext context, object? args)
    {
        var caller = connections.Find(context.ConnectionId) ?? throw new DomainException(ErrorCode.SignInRequired);
        return args is null ? throw new DomainException(ErrorCode.ArgumentInvalid) : caller;
    }

    public InterpreterId Interpreter(HubCallerContext context) => new(Of(context, Side.Interpreter, context).Party.Id);

    /// <summary>Seconds from a browser: finite, not negative, at most a day.</summary>
    public static TimeSpan Span(double seconds) =>
        seconds is >= 0 and <= ADay ? TimeSpan.FromSeconds(seconds) : throw new DomainException(ErrorCode.ArgumentInvalid);

    /// <summary>SHA-256, 64 hexadecimal digits in lower case.</summary>
    public static string Hash(string hash) =>
        hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower) ? hash : throw new DomainException(ErrorCode.ArgumentInvalid);

    private static Party? PartyOf(SignedIn who)
    {
        if (who.Is(Roles.Interpreter) && who.Interpreter is { } interpreter)
        {
            return Party.Of(interpreter);
        }

        if (who.Is(Roles.Requester) && who.Customer is not null)
        {
            return Party.Of(who.User);
        }

        if (who.Is(Roles.Guest))
        {
            return Party.Of(new GuestId(who.SignInId));
        }

        return who.IsCoordinator ? Party.Coordinator(who.User) : null;
    }
}
