using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Interpreters;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>Brings the days of appointments with an interpreter to their ends: held, missed by a side, or somebody else in the place of who has not come.</summary>
internal sealed class AppointmentDays(
    AppointmentStore store, AppointmentSweepStore sweeps, Replacement replacement, BindingNews news, DispatchedInterpreters interpreters, CurrentRules rules, SteadyClock clock)
{
    private static readonly TimeSpan Near = TimeSpan.FromMinutes(2);

    private AppointmentRules Rules => rules.Rules;

    public async Task<int> SettleAsync(CancellationToken cancellationToken)
    {
        var settled = 0;
        foreach (var id in await sweeps.ReadBegunAssignedAsync(clock.Now, cancellationToken))
        {
            settled += await SettleAsync(id, cancellationToken) ? 1 : 0;
        }

        return settled;
    }

    /// <summary>Told once more shortly before it matters, should the telling at the promise have been lost with its process.</summary>
    public async Task RemindOfReservedAsync(CancellationToken cancellationToken)
    {
        var from = clock.Now + Rules.Gap;
        foreach (var interpreter in await sweeps.ReadBoundBetweenAsync(from, from + Near, cancellationToken))
        {
            await interpreters.RefreshAsync(new InterpreterId(interpreter));
        }
    }

    private async Task<bool> SettleAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var staff = await store.OpenAsync(cancellationToken);
        if (await AppointmentStore.LockAsync(staff.Transaction, id, cancellationToken) is not { State: "assigned" } row)
        {
            return false;
        }

        var room = await RoomStore.ReadAsync(staff.Transaction, id, cancellationToken);
        var (day, now) = (room.DayOf(row), clock.Now);
        if (day.VerdictAt(now, Rules) is not { } verdict)
        {
            return false;
        }

        if (verdict == AppointmentVerdict.Replace)
        {
            await staff.DisposeAsync();
            await replacement.BeginAsync(id, null, (today, at) => today.VerdictAt(at, Rules) == AppointmentVerdict.Replace, cancellationToken);
            return true;
        }

        await AppointmentStore.SaveAsync(staff.Transaction, row, After(row, verdict, day, now), null, cancellationToken);
        await RoomStore.AddFactsAsync(staff.Transaction, row, room, verdict, day.FactsOf(verdict, now, Rules), now, cancellationToken);
        await staff.CommitAsync(cancellationToken);
        await news.TellAsync(row, null);
        return true;
    }

    private static Appointment After(AppointmentRow row, AppointmentVerdict verdict, AppointmentDay day, DateTimeOffset now)
    {
        var before = row.ToDomain();
        return verdict switch
        {
            AppointmentVerdict.Held => before.HeldBy(before.Interpreter!.Value, day.TalkedUntil!.Value),
            AppointmentVerdict.MissedByCustomer => before.Missed(MissedBy.Customer, now),
            _ => before.Missed(MissedBy.Interpreter, now),
        } ?? throw new InvalidOperationException($"{before.State} does not know {verdict}");
    }
}
