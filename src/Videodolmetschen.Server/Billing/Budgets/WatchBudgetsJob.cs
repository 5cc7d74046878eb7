using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing.Budgets;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Jobs;
using Videodolmetschen.Server.Mail;
using Videodolmetschen.Server.Scheduling;

namespace Videodolmetschen.Server.Billing.Budgets;

/// <summary>Notes each threshold that a budget has come to, once, and tells the coordinators: of several at once only the highest.</summary>
internal sealed class WatchBudgetsJob(TenantScope scope, BudgetReader reader, MailStore mails, PublicAddress address, SteadyClock clock) : IBackgroundJob
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<CustomerId> customers;
        await using (var staff = await scope.OpenForStaffAsync(cancellationToken))
        {
            customers = await BudgetStore.ReadCustomersAsync(staff.Transaction, BerlinTime.DayOf(clock.Now), cancellationToken);
        }

        var reached = 0;
        foreach (var customer in customers)
        {
            reached += await WatchAsync(customer, cancellationToken);
        }

        return reached;
    }

    /// <summary>One transaction: the note and its letters.</summary>
    private async Task<int> WatchAsync(CustomerId customer, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var known = await reader.ReadAsync(staff.Transaction, customer, cancellationToken);
        var reached = 0;
        foreach (var (stored, level) in known.Budgets.Select(one => (one, BudgetLevel.Of(one.Budget, known.Spendings))))
        {
            int? highest = null;
            foreach (var percent in level.Reached)
            {
                highest = await BudgetEventStore.AddThresholdAsync(staff.Transaction, stored.Budget, percent, clock.Now, cancellationToken) ? percent : highest;
            }

            if (highest is { } told)
            {
                reached++;
                foreach (var person in await AddresseeStore.CoordinatorsAsync(staff.Transaction, cancellationToken))
                {
                    await mails.AddAsync(staff.Transaction, BudgetMails.Reached(stored, level, told, person, address.Of("/disposition/abrechnung/budgets")), cancellationToken);
                }
            }
        }

        await staff.CommitAsync(cancellationToken);
        return reached;
    }
}
