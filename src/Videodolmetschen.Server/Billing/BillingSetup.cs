using Videodolmetschen.Server.Billing.Disputes;
using Videodolmetschen.Server.Billing.Earnings;
using Videodolmetschen.Server.Billing.Receivables;
using Videodolmetschen.Server.Billing.Budgets;

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
            .AddSingleton<DisputeDesk>()
            .AddSingleton<EarningsDesk>()
            .AddSingleton<DocumentDesk>()
            .AddSingleton<PaymentDesk>()
            .AddSingleton<RefundDesk>()
            .AddSingleton<BankDesk>()
            .AddSingleton<DunningDesk>()
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
        app.MapDisputes();
        app.MapObjections();
        app.MapEarnings();
        app.MapMyBilling();
        app.MapReceivables();
        app.MapPayments();
        app.MapRefunds();
        app.MapBank();
        app.MapDunning();
        app.MapBudgets();
    }
}
