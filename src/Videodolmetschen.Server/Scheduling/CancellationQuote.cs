using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>What cancelling costs at this moment, by the contract as it was when it was booked. Nobody pays for waiting for an interpreter who is late, or for one who was never found.</summary>
internal sealed class CancellationQuote(AppointmentStore store, RegionStore regions, CancellationStore cancellations, CurrentRules rules, SteadyClock clock)
{
    public async Task<CancellationTerms> OfAsync(AppointmentRow row, CancellationToken cancellationToken)
    {
        if (clock.Now >= row.StartsAt && (row.State == "requested" || (row.State == "assigned" && await IsInterpreterLateAsync(row, cancellationToken))))
        {
            return CancellationTerms.Free;
        }

        var customer = new CustomerId(row.CustomerId);
        var rule = await cancellations.ReadAsync(customer, row.BookedAt, cancellationToken);
        return rule.Evaluate(row.ToDomain().Slot, clock.Now, new WorkingDays(await regions.ReadAsync(customer, cancellationToken)));
    }

    private async Task<bool> IsInterpreterLateAsync(AppointmentRow row, CancellationToken cancellationToken)
    {
        await using var staff = await store.OpenAsync(cancellationToken);
        return (await RoomStore.ReadAsync(staff.Transaction, row.Id, cancellationToken)).DayOf(row).MayReplace(clock.Now, rules.Rules);
    }
}
