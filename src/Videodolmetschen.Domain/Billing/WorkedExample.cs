using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Languages;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Domain.Staffing;

namespace Videodolmetschen.Domain.Billing;

/// <summary>One service that everybody can picture, rated by a draft (Rechenbeispiel): what stands beside the form of a tariff.</summary>
/// <param name="Title">In German.</param>
/// <param name="Lines">None where it costs nothing.</param>
public sealed record WorkedExample(string Title, RatedLines Lines)
{
    /// <summary>An ordinary Tuesday without a holiday anywhere, and the Sunday before it.</summary>
    private static readonly DateOnly Tuesday = new(2026, 11, 10);
    private static readonly DateOnly Sunday = new(2026, 11, 8);

    /// <summary>A Saturday that is a holiday in Thüringen, but not in Berlin.</summary>
    private static readonly DateOnly Reformation = new(2026, 10, 31);

    /// <summary>Whatever such a tariff is about; the dates are fixed, so that two drafts can be compared.</summary>
    public static IReadOnlyList<WorkedExample> Of(Tariff draft, LanguageCatalogue languages) =>
    [
        .. OnATuesday(draft),
        .. draft.Rows.Select(row => OfRow(draft, row, languages)).OfType<WorkedExample>().DistinctBy(example => example.Title),
        .. AtOtherTimes(draft),
        .. draft.Surcharges.Any(one => one.KnowsHolidays) ? new[] { OnReformationDay(draft, Land.BE, "Berlin"), OnReformationDay(draft, Land.TH, "Thüringen") } : [],
        .. Appointments(draft),
        .. draft.Standby is null ? [] : new[] { Rated(draft, "Zwei Stunden Bereitschaft", new ServiceFacts.Standby(Slot(Tuesday, 8, 0, 120), new StandbyService(TimeSpan.FromMinutes(115), TimeSpan.FromMinutes(5)))) },
    ];

    private static IEnumerable<WorkedExample> OnATuesday(Tariff draft) =>
    [
        Rated(draft, "Gespräch von 9 Minuten, Dienstag 10:00 Uhr", Live(Tuesday, 10, 0, 9)),
        Rated(draft, "Gespräch von 47 Minuten, Dienstag 10:00 Uhr", Live(Tuesday, 10, 0, 47)),
    ];

    private static IEnumerable<WorkedExample> AtOtherTimes(Tariff draft) =>
    [
        Rated(draft, "Gespräch von 47 Minuten, Sonntag 10:00 Uhr", Live(Sunday, 10, 0, 47)),
        Rated(draft, "Gespräch von 90 Minuten, Dienstag 22:00 Uhr", Live(Tuesday, 22, 0, 90)),
    ];

    private static WorkedExample OnReformationDay(Tariff draft, Land seat, string name)
    {
        var talk = Live(Reformation, 10, 0, 47);
        var terms = Terms(talk.From.AddDays(-7)) with { Days = new WorkingDays(new HolidayRegion(seat)) };
        return new WorkedExample($"Gespräch von 47 Minuten, Reformationstag (Samstag), Auftraggeber in {name}", TariffRating.Rate(draft, terms, talk));
    }

    private static IEnumerable<WorkedExample> Appointments(Tariff draft)
    {
        var slot = Slot(Tuesday, 10, 0, 60);
        return
        [
            Rated(draft, "Termin von 60 Minuten, nach 40 Minuten beendet", new ServiceFacts.Held(slot, slot.Start.AddMinutes(40))),
            Rated(draft, "Termin von 60 Minuten, 20 Minuten länger", new ServiceFacts.Held(slot, slot.End.AddMinutes(20))),
            Rated(draft, "Auftraggeber kommt nicht zum Termin von 60 Minuten", new ServiceFacts.Missed(slot, MissedBy.Customer, true)),
            Rated(draft, "Termin von 60 Minuten, drei Stunden vorher abgesagt", new ServiceFacts.Cancelled(slot, slot.Start.AddHours(-3), 100, DeclaredLoss: 250)),
        ];
    }

    /// <summary>Something for which just this row counts; null where others leave it nothing.</summary>
    private static WorkedExample? OfRow(Tariff draft, PriceRow row, LanguageCatalogue languages)
    {
        var isBooked = row.Booking == ServiceBooking.Booked;
        ServiceFacts facts = isBooked ? new ServiceFacts.Held(Slot(Tuesday, 10, 0, 60), Slot(Tuesday, 10, 0, 60).End) : Live(Tuesday, 10, 0, 47);
        var basis = Terms(facts.From.AddDays(-7)) with { Level = row.Levels.Count == 0 ? null : row.Levels[0], Modality = row.Modality ?? Modality.Video };
        var found = (row.Languages.Count == 0 ? [basis.Language] : row.Languages.SelectMany(languages.Named))
            .Select(code => basis with { Language = code, LanguageGroup = languages.GroupOf(code) })
            .FirstOrDefault(terms => ReferenceEquals(draft.RowFor(terms, isBooked ? ServiceBooking.Booked : ServiceBooking.Live), row));
        return found is null ? null : new WorkedExample($"{(isBooked ? "Termin von 60" : "Gespräch von 47")} Minuten{Beyond(row, found, languages)}", TariffRating.Rate(draft, found, facts));
    }

    private static string Beyond(PriceRow row, ServiceTerms terms, LanguageCatalogue languages) => string.Concat(
    [
        row.Languages.Count == 0 ? "" : $", {languages.NameOf(terms.Language.Value)}",
        terms.Level is { } level ? $", Stufe {(int)level}" : "",
        row.Modality is null ? "" : terms.Modality == Modality.Audio ? ", nur Ton" : ", Video",
    ]);

    private static WorkedExample Rated(Tariff draft, string title, ServiceFacts facts) => new(title, TariffRating.Rate(draft, Terms(facts.From.AddDays(-7)), facts));

    private static ServiceTerms Terms(DateTimeOffset orderedAt) => new()
    {
        OrderedAt = orderedAt,
        // No row names it: these show the price that holds where none does.
        Language = new LanguageCode("und"),
        Days = new WorkingDays(new HolidayRegion(Land.TH)),
        IsNecessary = true,
    };

    private static ServiceFacts.Live Live(DateOnly day, int hour, int minute, int minutes)
    {
        var time = Slot(day, hour, minute, minutes);
        return new ServiceFacts.Live(time.Start, time.End, minutes * 60);
    }

    private static AppointmentSlot Slot(DateOnly day, int hour, int minute, int minutes) =>
        AppointmentSlot.OnWall(day.ToDateTime(new TimeOnly(hour, minute)), TimeSpan.FromMinutes(minutes));
}
