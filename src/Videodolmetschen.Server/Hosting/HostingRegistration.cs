namespace Videodolmetschen.Server.Hosting;

internal static class HostingRegistration
{
    public static void AddHosting(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        // Two hops to the pool fewer for each message; DECISIONS.md says why nobody waits for it.
        builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
        builder.Services.AddSingleton<StartupStory>();
        builder.Services.AddSingleton(TimeProvider.System);
    }
}
