using Videodolmetschen.Server.Billing.Budgets;

namespace Videodolmetschen.Server.Billing;

internal static class BillingSetup
{
    public static void AddBilling(this WebApplicationBuilder builder) =>
        builder.Services
            .AddSingleton<Quotes>()
            .AddSingleton<Losses>()
            .AddSingleton<TariffDesk>()
            .AddSingleton<BillingRuns>()
            .AddSingleton<BudgetReader>()
            .AddSingleton<BudgetGuard>()
            .AddSingleton<BookingBudget>()
            .AddSingleton<BudgetDesk>()
            .AddHostedService<ReadyMadeTariffs>();

    public static void MapBilling(this IEndpointRouteBuilder app)
    {
        app.MapTariffs();
        app.MapQuotes();
        app.MapLosses();
        app.MapParties();
        app.MapRuns();
        app.MapDocuments();
        app.MapBudgets();
    }
}
