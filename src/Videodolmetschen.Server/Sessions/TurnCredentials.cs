using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Realtime;

namespace Videodolmetschen.Server.Sessions;

/// <summary>
/// How one seat carries its call, with short-lived credentials as coturn's <c>use-auth-secret</c> understands them:
/// user <c>expiry:session</c>, password base64(HMAC-SHA1(secret, user)).
/// </summary>
internal sealed class TurnCredentials(IOptions<TurnOptions> options, TimeProvider time)
{
    private readonly TurnOptions _turn = options.Value;

    public CallSetup SetupFor(SessionId session, Seat seat)
    {
        if (!_turn.IsConfigured)
        {
            return new CallSetup(seat, [], RelayOnly: false, CredentialUntil: null);
        }

        // The TURN server judges by its own wall clock, not by the steady one of the dispatch.
        var until = time.GetUtcNow() + _turn.Lifetime;
        var user = string.Create(CultureInfo.InvariantCulture, $"{until.ToUnixTimeSeconds()}:{session.Value}");
        var server = new IceServer(_turn.Urls, user, Password(user));
        return new CallSetup(seat, [server], seat.Kind == SeatKind.Interpreter && _turn.InterpretersRelayOnly, until);
    }

    [SuppressMessage("Security", "CA5350", Justification = "coturn's REST credentials are defined over HMAC-SHA1")]
    private string Password(string user) =>
        Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(_turn.Secret), Encoding.UTF8.GetBytes(user)));
}
