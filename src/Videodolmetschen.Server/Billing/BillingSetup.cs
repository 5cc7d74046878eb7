using Videodolmetschen.Server.Billing.Budgets;
using Videodolmetschen.Server.Billing.Disputes;
using Videodolmetschen.Server.Billing.Earnings;
using Videodolmetschen.Server.Billing.Receivables;

namespace Videodolmetschen.Server.Billing;

internal static class BillingSetup
{
    public static void AddBilling(this WebApplicationBuilder builder) =>
        builder.Services
            .AddSingleton<Quotes>()
            .AddSingleton<Losses>()
            .AddSingleton<TariffDesk>()
            .AddSingleton<BillingLetters>()
            .AddSingleton<BillingRuns>()
            .AddSingleton<BudgetReader>()
            .AddSingleton<BudgetGuard>()
            .AddSingleton<BookingBudget>()
            .AddSingleton<BudgetDesk>()
            .AddSingleton<DisputeDesk>()
            .AddSingleton<EarningsDesk>()
            .AddSingleton<DocumentDesk>()
            .AddSingleton<PaymentDesk>()
            .AddSingleton<BankDesk>()
            .AddSingleton<DunningDesk>()
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
        app.MapDisputes();
        app.MapObjections();
        app.MapEarnings();
        app.MapMyBilling();
        app.MapReceivables();
        app.MapPayments();
        app.MapBank();
        app.MapDunning();
    }
}
