namespace Videodolmetschen.Server.Interpreters;

internal static class InterpreterRegistration
{
    public static void AddInterpreters(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton<InterpreterStore>()
        .AddSingleton<ConflictStore>()
        .AddSingleton<AllowListStore>()
        .AddSingleton<ReachStore>()
        .AddSingleton<MissedOfferStore>()
        .AddSingleton<DispatchedInterpreters>();
}
