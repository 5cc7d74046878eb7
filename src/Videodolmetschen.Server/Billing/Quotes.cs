using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Languages;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Billing;

/// <summary>What is asked for, as far as a price depends on it.</summary>
/// <param name="Who">A customer or an interpreter, by the side.</param>
/// <param name="Customer">Whose holidays count.</param>
internal sealed record QuoteFor(BillingSide Side, Guid Who, CustomerId Customer, LanguageCode Language, Modality Modality, QualificationLevel? Level)
{
    public static QuoteFor Booker(Appointment booked) =>
        new(BillingSide.Customer, booked.Customer.Value, booked.Customer, booked.Language, booked.Modality, DueService.RequiredLevel(booked.Requirements));
}

/// <summary>The price before the order, the earnings before the acceptance: the same rules by which it is rated afterwards.</summary>
internal sealed class Quotes(TenantScope scope, LanguageCatalogue languages, SteadyClock clock)
{
    /// <returns>Null where there is no tariff.</returns>
    public async Task<LiveQuote?> LiveAsync(QuoteFor what, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var now = clock.Now;
        return await Tariffs.FindAsync(staff.Transaction, what.Side, what.Who, now, now, cancellationToken) is { } tariff
            ? TariffQuote.ForLive(tariff, await TermsAsync(staff.Transaction, what, now, true, cancellationToken), now)
            : null;
    }

    /// <param name="bookedAt">The instant of the order; now, before it.</param>
    /// <param name="isNecessary">The ordering body has found that it has to be at this time.</param>
    /// <param name="contract">The customer's ladder for cancelling.</param>
    /// <returns>Null where there is no tariff.</returns>
    public async Task<SlotQuote?> SlotAsync(QuoteFor what, AppointmentSlot slot, DateTimeOffset bookedAt, bool isNecessary, CancellationRule? contract, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        return await Tariffs.FindAsync(staff.Transaction, what.Side, what.Who, bookedAt, slot.Start, cancellationToken) is { } tariff
            ? TariffQuote.ForSlot(tariff, await TermsAsync(staff.Transaction, what, bookedAt, isNecessary, cancellationToken), slot, contract)
            : null;
    }

    internal static ServiceTerms Terms(QuoteFor what, DateTimeOffset orderedAt, bool isNecessary, WorkingDays days, LanguageCatalogue languages) => new()
    {
        OrderedAt = orderedAt,
        Language = what.Language,
        LanguageGroup = languages.GroupOf(what.Language),
        Level = what.Level,
        Modality = what.Modality,
        Days = days,
        IsNecessary = isNecessary,
    };

    internal async Task<ServiceTerms> TermsAsync(NpgsqlTransaction transaction, QuoteFor what, DateTimeOffset orderedAt, bool isNecessary, CancellationToken cancellationToken) =>
        Terms(what, orderedAt, isNecessary, new WorkingDays(new HolidayRegion(await BillingPartyStore.ReadLandAsync(transaction, what.Customer.Value, cancellationToken))), languages);
}
