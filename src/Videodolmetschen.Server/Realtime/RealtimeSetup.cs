using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Sessions;

namespace Videodolmetschen.Server.Realtime;

internal static class RealtimeSetup
{
    public const string HubPath = "/hubs/interpreting";

    /// <summary>The same hub for guests: they come with a cookie of their own, and each method knows whom it lets in.</summary>
    public const string GuestHubPath = "/hubs/guests";

    public static void AddRealtime(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<RealtimeOptions>().BindConfiguration(RealtimeOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<TurnOptions>().BindConfiguration(TurnOptions.Section);
        services.AddSingleton<Connections>();
        services.AddSingleton<ConnectionMeters>();
        services.AddSingleton<CallSeats>();
        services.AddSingleton<ClientDesk>();
        services.AddSingleton<Views>();
        services.AddSingleton<FloorViews>();
        services.AddSingleton<TurnCredentials>();
        services.AddSingleton<ClientNotifier>();
        services.AddHostedService(provider => provider.GetRequiredService<ClientNotifier>());
        services.AddSingleton<SignalDesk>();
        services.AddSingleton<SignalRelay>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<FeedbackStore>();
        services.AddSingleton<Callers>();
        services.AddSingleton<Orders>();
        services.AddSingleton<Answers>();
        services.AddSingleton<Choices>();
        services.AddSingleton<ErrorFilter>();
        AddHub(services);
    }

    public static void MapRealtime(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<RealtimeOptions>>().Value;
        app.MapHub<InterpretingHub>(HubPath, Configure);
        app.MapHub<InterpretingHub>(GuestHubPath, Configure).RequireAuthorization(Policies.Guest);

        void Configure(HttpConnectionDispatcherOptions connection)
        {
            connection.Transports = HttpTransportType.WebSockets;
            connection.CloseOnAuthenticationExpiration = true;
            connection.ApplicationMaxBufferSize = options.MessageBytesAtMost * 2;
            connection.WebSockets.CloseTimeout = options.PongWithin;
        }
    }

    private static void AddHub(IServiceCollection services)
    {
        // After SignalR, which switches the socket's own pings off: its client's pings alone leave a dead line unnoticed for longer.
        services.AddOptions<Microsoft.AspNetCore.Builder.WebSocketOptions>().PostConfigure<IOptions<RealtimeOptions>>((sockets, realtime) =>
        {
            sockets.KeepAliveInterval = realtime.Value.KeepAlive;
            sockets.KeepAliveTimeout = realtime.Value.PongWithin;
        });
        services.AddSignalR(hub =>
        {
            hub.EnableDetailedErrors = false;
            hub.MaximumParallelInvocationsPerClient = 1;
            hub.StatefulReconnectBufferSize = 0;
            hub.AddFilter<ErrorFilter>();
        }).AddJsonProtocol(json => WireJson.Configure(json.PayloadSerializerOptions));
        services.AddOptions<HubOptions>().Configure<IOptions<RealtimeOptions>>((hub, realtime) =>
        {
            hub.KeepAliveInterval = realtime.Value.KeepAlive;
            hub.ClientTimeoutInterval = realtime.Value.ClientTimeout;
            hub.MaximumReceiveMessageSize = realtime.Value.MessageBytesAtMost;
        });
        services.RemoveAll<IHubProtocol>();
        services.AddSingleton<IHubProtocol>(provider =>
            new CodedJsonProtocol(new JsonHubProtocol(provider.GetRequiredService<IOptions<JsonHubProtocolOptions>>())));
    }
}
