namespace Videodolmetschen.Server.Hosting;

internal static class HostingRegistration
{
    public static void AddHosting(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSingleton<StartupStory>();
        builder.Services.AddSingleton(TimeProvider.System);
    }
}
