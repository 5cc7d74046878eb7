namespace Videodolmetschen.Server.Rules;

internal static class RuleRegistration
{
    /// <param name="services">The container.</param>
    /// <param name="book">Reads the configured defaults.</param>
    public static void AddRules<TRules, TInForce>(this IServiceCollection services, Func<IServiceProvider, RuleBook<TRules>> book)
        where TInForce : class, IRulesInForce<TRules>
    {
        services.AddSingleton(book);
        services.AddSingleton<RuleStore<TRules>>();
        services.AddSingleton<IRulesInForce<TRules>>(provider => provider.GetRequiredService<TInForce>());
        services.AddSingleton<RuleDesk<TRules>>();
    }
}
