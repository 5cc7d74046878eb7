using Npgsql;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Interpreters;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>Interpreters with what their calendars hold around an appointment.</summary>
internal sealed class Candidates(InterpreterStore interpreters, SteadyClock clock)
{
    /// <summary>The week in Berlin in which an appointment lies is never further away than this.</summary>
    private static readonly TimeSpan AWeek = TimeSpan.FromDays(8);

    /// <summary>Everybody as of now, read at the first use: one order or one round of a job asks for many appointments.</summary>
    public Lazy<Task<IReadOnlyList<Interpreter>>> Everybody(CancellationToken cancellationToken) =>
        new(() => interpreters.ReadAllAsync(FairnessWeek.Since(clock.Now), cancellationToken));

    /// <param name="transaction">In the staff's scope.</param>
    /// <param name="slots">All within some weeks; the calendars are read once for all of them.</param>
    /// <param name="everybody">Null: read now.</param>
    /// <param name="cancellationToken">Given up by the one who asks.</param>
    public async Task<IReadOnlyList<AppointmentCandidate>> ReadAsync(NpgsqlTransaction transaction, IReadOnlyList<AppointmentSlot> slots, Lazy<Task<IReadOnlyList<Interpreter>>>? everybody, CancellationToken cancellationToken)
    {
        var all = await (everybody ?? Everybody(cancellationToken)).Value;
        var booked = await AppointmentStore.ReadBookedAsync(transaction, slots.Min(slot => slot.Start) - AWeek, slots.Max(slot => slot.End) + AWeek, cancellationToken);
        var wishes = await PreferencesStore.ReadAsync(transaction, cancellationToken);
        return
        [
            .. all.Select(interpreter => new AppointmentCandidate(interpreter)
            {
                Booked = [.. booked[interpreter.Id.Value]],
                Preferences = wishes.GetValueOrDefault(interpreter.Id.Value, AvailabilityPreferences.None),
            }),
        ];
    }
}
