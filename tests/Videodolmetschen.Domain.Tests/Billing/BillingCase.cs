using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Domain.Staffing;

namespace Videodolmetschen.Domain.Tests.Billing;

/// <summary>A file of cases that an accountant can read. Keys are German, times are Berlin's wall, money is euro; a key that is not known here is refused.</summary>
public sealed record BillingCaseFile
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Billing", "Cases");

    public required string Thema { get; init; }

    public required string Quelle { get; init; }

    public required IReadOnlyList<BillingCase> Faelle { get; init; }

    public static BillingCaseFile Read(string name) => JsonSerializer.Deserialize<BillingCaseFile>(File.ReadAllText(Path.Combine(Folder, name)), Strict)!;

    public static CaseTariff Tariff(JsonElement own) => own.Deserialize<CaseTariff>(Strict)!;
}

/// <summary>One case: what was ordered and what happened, and every line that follows.</summary>
public sealed record BillingCase
{
    public required string Fall { get; init; }

    public string? Quelle { get; init; }

    /// <summary>A family of the ready-made tariffs, or one of its own.</summary>
    public required JsonElement Tarif { get; init; }

    /// <summary>Where the version does not depend on it, the start.</summary>
    public string? Bestellt { get; init; }

    /// <summary>Of a conversation at once.</summary>
    public string? Von { get; init; }

    /// <summary>Of the slot of an appointment.</summary>
    public string? Termin { get; init; }

    /// <summary>Of a standby shift.</summary>
    public string? Bereitschaft { get; init; }

    public string? Bis { get; init; }

    public int? Minuten { get; init; }

    public int? Sekunden { get; init; }

    public string? Geendet { get; init; }

    /// <summary>The begin of the conversation, where it was not the booked one.</summary>
    public string? Begonnen { get; init; }

    public int VerspaetungMinuten { get; init; }

    /// <summary>Auftraggeber, Dolmetscher or niemand (nobody was found).</summary>
    public string? Versaeumt { get; init; }

    public bool SlotWirdBerechnet { get; init; } = true;

    public string? Abgesagt { get; init; }

    public int StornoProzent { get; init; }

    public decimal? ErklaerterAusfall { get; init; }

    public bool GrundBeimDolmetscher { get; init; }

    public int ImDienstMinuten { get; init; }

    public int InPauseMinuten { get; init; }

    public string Sprache { get; init; } = "kmr";

    /// <summary>1 sworn to 6 none (GERMANY.md 5.3).</summary>
    public QualificationLevel? Stufe { get; init; }

    public Land Land { get; init; } = Land.TH;

    /// <summary>The Land whose holidays the tariff counts; none is that of the customer.</summary>
    public Land? FeiertageVon { get; init; }

    public string? Gemeinde { get; init; }

    public bool Notwendig { get; init; }

    public required IReadOnlyList<CaseLine> Erwartet { get; init; }

    public required decimal Summe { get; init; }

    public decimal Programm { get; init; }

    [JsonPropertyName("umsatzsteuer_19")]
    public decimal? Umsatzsteuer { get; init; }

    /// <summary>No version counts.</summary>
    public bool KeinTarif { get; init; }

    private DateTimeOffset Start => Given.Wall(Von ?? Termin ?? Bereitschaft!);

    private AppointmentSlot Slot => new(Start, Given.Wall(Bis!));

    public Tariff Tariff => (Tarif.ValueKind == JsonValueKind.Object
        ? BillingCaseFile.Tariff(Tarif).Tariff
        : TariffChoice.Of(TariffCatalogue.ReadyMade.Where(one => one.Family == Tarif.GetString()), Terms.OrderedAt, Facts.From)) with { HolidaysOf = FeiertageVon };

    public ServiceTerms Terms => new()
    {
        OrderedAt = Bestellt is null ? Start : Given.Wall(Bestellt),
        Language = new LanguageCode(Sprache),
        Level = Stufe,
        Modality = Modality.Video,
        Days = new WorkingDays(new HolidayRegion(Land, Gemeinde)),
        IsNecessary = Notwendig,
    };

    public ServiceFacts Facts => this switch
    {
        { Bereitschaft: not null } => new ServiceFacts.Standby(Slot, new StandbyService(TimeSpan.FromMinutes(ImDienstMinuten), TimeSpan.FromMinutes(InPauseMinuten))),
        { Abgesagt: { } at } => new ServiceFacts.Cancelled(Slot, Given.Wall(at), StornoProzent, ErklaerterAusfall, GrundBeimDolmetscher),
        { Versaeumt: { } by } => new ServiceFacts.Missed(Slot, MissedBy(by), SlotWirdBerechnet),
        { Geendet: { } ended } => new ServiceFacts.Held(Slot, Given.Wall(ended), TimeSpan.FromMinutes(VerspaetungMinuten)) { BegunAt = Begonnen is null ? null : Given.Wall(Begonnen) },
        { Von: not null } => Live(Sekunden ?? Minuten * 60),
        _ => throw new InvalidDataException(Fall),
    };

    private static MissedBy MissedBy(string by) => by switch
    {
        "Auftraggeber" => Domain.Scheduling.MissedBy.Customer,
        "Dolmetscher" => Domain.Scheduling.MissedBy.Interpreter,
        "niemand" => Domain.Scheduling.MissedBy.Uncovered,
        _ => throw new InvalidDataException(by),
    };

    /// <summary>Without an end the clock ran through, without a length it ran from start to end.</summary>
    private ServiceFacts.Live Live(int? seconds)
    {
        var until = Bis is null ? Start.AddSeconds(seconds!.Value) : Given.Wall(Bis);
        return new ServiceFacts.Live(Start, until, seconds ?? (int)(until - Start).TotalSeconds);
    }
}

public sealed record CaseLine(string Art, decimal Menge, string Einheit, decimal Einzelpreis, decimal Netto)
{
    private static readonly Dictionary<BillingLineKind, string> Arten = new()
    {
        [BillingLineKind.Service] = "Leistung",
        [BillingLineKind.Surcharge] = "Zuschlag",
        [BillingLineKind.UnusedTime] = "Ungenutzt",
        [BillingLineKind.Delay] = "Verspätung",
        [BillingLineKind.NoShow] = "Nicht erschienen",
        [BillingLineKind.Cancellation] = "Ausfall",
        [BillingLineKind.Standby] = "Bereitschaft",
    };

    public string? Erklaerung { get; init; }

    public static CaseLine Of(BillingLine line) => new(
        Arten[line.Kind],
        line.Quantity,
        line.Unit switch { BillingUnit.Minute => "Minute", BillingUnit.Hour => "Stunde", _ => "Stück" },
        line.UnitPrice,
        line.Net) { Erklaerung = line.Explanation };
}

/// <summary>A tariff as a case writes it down.</summary>
public sealed record CaseTariff
{
    public decimal? Minutenpreis { get; init; }

    public int Mindestens { get; init; }

    public int Schritt { get; init; }

    public decimal? Blockpreis { get; init; }

    public int BlockMinuten { get; init; }

    public decimal? ErsterPreis { get; init; }

    public int ErsteMinuten { get; init; }

    public decimal WeitererPreis { get; init; }

    public int WeitereMinuten { get; init; }

    public IReadOnlyList<CaseSurcharge> Zuschlaege { get; init; } = [];

    public string MehrereZuschlaege { get; init; } = "hoechster";

    public decimal UngenutztProzent { get; init; } = 100;

    public IReadOnlyList<CaseStep>? Storno { get; init; }

    public decimal? StornoHoechstens { get; init; }

    public Tariff Tariff => new()
    {
        Id = new TariffVersionId(Given.Id(77)),
        Family = "case",
        Name = "Fall",
        Side = BillingSide.Customer,
        ValidFrom = new DateOnly(2020, 1, 1),
        Price = Price,
        Surcharges = [.. Zuschlaege.Select(one => one.Surcharge)],
        Stacking = MehrereZuschlaege == "alle" ? SurchargeStacking.Additive : SurchargeStacking.HighestOnly,
        Slots = new SlotTerms { UnusedPercent = UngenutztProzent },
        Cancellation = Storno is null ? null : new CancellationPrice.PercentOfSlot(new CancellationRule([.. Storno.Select(one => one.Step)]), AtMost: StornoHoechstens),
    };

    private TariffPrice Price => this switch
    {
        { Minutenpreis: { } price } => new TariffPrice.PerMinute(price, Mindestens, Schritt),
        { Blockpreis: { } price } => new TariffPrice.PerSlot(BlockMinuten, price),
        { ErsterPreis: { } price } => new TariffPrice.FirstThenSteps(ErsteMinuten, price, WeitereMinuten, WeitererPreis),
        _ => throw new InvalidDataException("The tariff of the case has no price."),
    };
}

public sealed record CaseSurcharge(string Name)
{
    private static readonly string[] Wochentage = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag", "Feiertag"];

    public decimal? Prozent { get; init; }

    public decimal? Pauschal { get; init; }

    public IReadOnlyList<string>? Tage { get; init; }

    public string Von { get; init; } = "00:00";

    public string Bis { get; init; } = "00:00";

    public bool NurWennNotwendig { get; init; }

    private BandDays Days => Tage?.Aggregate(BandDays.None, (days, day) => days | (BandDays)(1 << Array.IndexOf(Wochentage, day))) ?? BandDays.EveryDay;

    public Surcharge Surcharge => new(Name, Name, Prozent is null ? SurchargeKind.Flat : SurchargeKind.Percent, Prozent ?? Pauschal!.Value, [new SurchargeBand(Days, Clock(Von), Clock(Bis))], NurWennNotwendig);

    private static TimeOnly Clock(string text) => TimeOnly.Parse(text, CultureInfo.InvariantCulture);
}

public sealed record CaseStep(int Prozent)
{
    public int? StundenVorher { get; init; }

    public string? VorherigerWerktag { get; init; }

    public bool NurNachFreienTagen { get; init; }

    public CancellationStep Step => StundenVorher is { } hours
        ? new CancellationStep.HoursBefore(hours, Prozent)
        : new CancellationStep.PreviousWorkingDay(TimeOnly.Parse(VorherigerWerktag!, CultureInfo.InvariantCulture), Prozent, NurNachFreienTagen);
}
