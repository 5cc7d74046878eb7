using Microsoft.Extensions.Options;
using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Customers;
using Videodolmetschen.Domain.Languages;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Billing.Budgets;
using Videodolmetschen.Server.Customers;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>Turns an order into appointments: looked at first, then booked, with the first questions to the pool in the same transaction.</summary>
internal sealed class Booking(
    AppointmentStore store, UnitNames units, RegionStore regions, LanguageCatalogue languages, Candidates candidates, Pool pool, AppointmentNews told, BookingBudget budgets, CurrentRules rules, IOptions<SchedulingOptions> options, SteadyClock clock) : IDisposable
{
    private const int ConditionsAtMost = 12;
    private const int AtOnce = 8;
    private readonly SemaphoreSlim _turns = new(AtOnce);

    private AppointmentRules Rules => rules.Rules;

    /// <summary>What would be booked, with the holidays on which it falls. Nothing is stored.</summary>
    /// <exception cref="DomainException">Whatever speaks against it.</exception>
    public async Task<(IReadOnlyList<(Appointment Appointment, AnswerDeadline Deadline, string? Holiday)> Appointments, WorkingDays Days)> PlanAsync(
        SignedIn who, BookingOrder order, CancellationToken cancellationToken)
    {
        if (order.Need is not { } need || order.When is not { } when)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        var unit = await UnitOfAsync(who, order, cancellationToken);
        var (days, now) = (new WorkingDays(await regions.ReadAsync(unit.Customer, cancellationToken)), clock.Now);
        var slots = SlotsOf(when, days, now);
        var series = when.Weekly is null ? (AppointmentSeriesId?)null : new AppointmentSeriesId(Guid.CreateVersion7());
        var first = Read(who, order.Key, unit, need) with { Series = series, IsNecessary = when.IsNecessary };
        return ([.. slots.Select(slot => Planned(first with { Id = new AppointmentId(Guid.CreateVersion7()), Slot = slot.Slot }, slot.Holiday?.Name, days))], days);
    }

    /// <returns>The appointments booked by this press, whether now or before.</returns>
    public async Task<IReadOnlyList<Guid>> BookAsync(SignedIn who, BookingOrder order, CancellationToken cancellationToken)
    {
        if (order.Key == Guid.Empty)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        // Each holds a connection and needs further ones: as many as there are would wait for each other.
        await _turns.WaitAsync(cancellationToken);
        try
        {
            return await BookInTurnAsync(who, order, cancellationToken);
        }
        finally
        {
            _turns.Release();
        }
    }

    private async Task<IReadOnlyList<Guid>> BookInTurnAsync(SignedIn who, BookingOrder order, CancellationToken cancellationToken)
    {
        await using var staff = await store.OpenAsync(cancellationToken);
        await LockPressAsync(staff.Transaction, order.Key, cancellationToken);
        if (await AppointmentStore.FindByKeyAsync(staff.Transaction, who.User, order.Key, cancellationToken) is { Count: > 0 } before)
        {
            return [.. before.Select(row => row.Id)];
        }

        var (planned, _) = await PlanAsync(who, order, cancellationToken);
        var everybody = candidates.Everybody(cancellationToken);
        await everybody.Value;
        await budgets.AdmitAsync(staff.Transaction, [.. planned.Select(one => one.Appointment)], cancellationToken);
        foreach (var (appointment, deadline, _) in planned)
        {
            var row = AppointmentRow.Of(appointment, deadline);
            await AppointmentStore.AddAsync(staff.Transaction, row, cancellationToken);
            await pool.AskAsync(staff.Transaction, row, everybody, cancellationToken);
        }

        await staff.CommitAsync(cancellationToken);
        Guid[] booked = [.. planned.Select(one => one.Appointment.Id.Value)];
        await told.TellAsync(booked);
        return booked;
    }

    public void Dispose() => _turns.Dispose();

    private (Appointment, AnswerDeadline, string?) Planned(Appointment appointment, string? holiday, WorkingDays days)
    {
        appointment.CheckBooking(Rules);
        return (appointment, AnswerDeadline.Of(appointment.Slot, appointment.BookedAt, days, Rules), holiday);
    }

    private IReadOnlyList<SeriesSlot> SlotsOf(WhenOrder when, WorkingDays days, DateTimeOffset now)
    {
        if (when.Series is { } series)
        {
            var slots = series.Slots(Rules, days, now);
            return slots.Count <= options.Value.SeriesAtMost ? slots : throw new DomainException(ErrorCode.AppointmentSeriesInvalid);
        }

        var slot = AppointmentSlot.OnWall(when.Wall, when.Length, when.RepeatedHour);
        return [new SeriesSlot(slot, days.HolidayOn(slot.Day))];
    }

    private async Task<UnitName> UnitOfAsync(SignedIn who, BookingOrder order, CancellationToken cancellationToken)
    {
        if (!who.IsCoordinator)
        {
            return await units.RequireAsync(who.RequireUnit(), cancellationToken);
        }

        return order.UnitId is { } unit ? await units.RequireAsync(new UnitId(unit), cancellationToken) : throw new DomainException(ErrorCode.ArgumentInvalid);
    }

    private Appointment Read(SignedIn who, Guid key, UnitName unit, NeedOrder need)
    {
        Check(unit, need);
        return new Appointment
        {
            Id = default,
            Key = key,
            Customer = unit.Customer,
            Unit = unit.Id,
            Requester = who.User,
            Language = new LanguageCode(need.Language),
            Field = SnakeCase.Find<Field>(need.Field) ?? throw new DomainException(ErrorCode.ArgumentInvalid),
            Modality = SnakeCase.Find<Modality>(need.Modality) ?? throw new DomainException(ErrorCode.ArgumentInvalid),
            Priority = need.Urgent ? Priority.PoliceOrChildProtection : Priority.Normal,
            NeedsSection203 = unit.Kind == CustomerKind.Clinic,
            Requirements = need.Requirements,
            Wishes = need.Wishes,
            OwnReference = string.IsNullOrWhiteSpace(need.OwnReference) ? null : need.OwnReference.Trim(),
            Slot = default,
            BookedAt = clock.Now,
        };
    }

    private void Check(UnitName unit, NeedOrder need)
    {
        if (need.Requirements.Count + need.Wishes.Count > ConditionsAtMost || need.Requirements.Contains(null!) || need.Wishes.Contains(null!))
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        if (!languages.IsBookable(need.Language))
        {
            throw new DomainException(ErrorCode.LanguageUnknown);
        }

        var varieties = need.Requirements.Concat(need.Wishes.Select(wish => wish.What)).OfType<Requirement.SpeaksVariety>();
        if (varieties.Any(speaks => !languages.HasVariety(new LanguageCode(need.Language), speaks.Variety)))
        {
            throw new DomainException(ErrorCode.VarietyUnknown);
        }

        if (need.Urgent && !unit.MayAskUrgently)
        {
            throw new DomainException(ErrorCode.Forbidden);
        }
    }

    /// <summary>Two calls of one press wait for each other, so that the second finds what the first has booked.</summary>
    private static async Task LockPressAsync(NpgsqlTransaction transaction, Guid key, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", transaction.Connection, transaction)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = "appointment:" + key } },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
