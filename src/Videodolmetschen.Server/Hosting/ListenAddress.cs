using System.Net;
using System.Net.Sockets;

namespace Videodolmetschen.Server.Hosting;

internal static class ListenAddress
{
    private const string Default = "http://localhost:5080";

    /// <summary>Asks for the port before the database is started, so that a taken one is said at once and not after a minute.</summary>
    public static void EnsureAddressIsFree(this WebApplication app)
    {
        var configured = app.Configuration["urls"];
        foreach (var url in (string.IsNullOrWhiteSpace(configured) ? Default : configured).Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var address = BindingAddress.Parse(url);
            if (address.IsUnixPipe || address.Port == 0)
            {
                continue;
            }

            EnsureFree(address);
        }
    }

    public static void TellAddress(this WebApplication app) =>
        app.Services.GetRequiredService<StartupStory>().TellAddress(app.Urls);

    private static void EnsureFree(BindingAddress address)
    {
        var ip = IPAddress.TryParse(address.Host, out var parsed) ? parsed
            : string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback : IPAddress.Any;
        using var probe = new Socket(ip.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            probe.Bind(new IPEndPoint(ip, address.Port));
            probe.Listen();
        }
        catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse)
        {
            throw new StartupException($"Der Port {address.Port} ist schon belegt. Läuft der Server bereits? Einen anderen Port wählen Sie mit --urls http://localhost:{address.Port + 1}.", taken);
        }
        catch (SocketException refused) when (refused.SocketErrorCode is SocketError.AccessDenied)
        {
            throw new StartupException($"Der Port {address.Port} darf von diesem Benutzer nicht geöffnet werden. Bitte einen Port ab 1024 wählen, zum Beispiel --urls http://localhost:5080.", refused);
        }
    }
}
