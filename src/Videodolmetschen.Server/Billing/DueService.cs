using System.Text.Json;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Languages;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Domain.Staffing;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Billing;

/// <summary>Something that happened and has not been rated for one side yet: a row of <see cref="DueServiceStore"/>.</summary>
internal sealed record DueService
{
    /// <summary>ISO 639-3: standby is for whatever is spoken.</summary>
    private const string Undetermined = "und";

    public BillingSide Side { get; init; }

    /// <summary><c>session</c>, <c>appointment</c>, <c>cancellation</c>, <c>loss</c> or <c>standby</c>.</summary>
    public string Kind { get; init; } = "";

    public Guid SourceId { get; init; }

    /// <summary>Null for standby.</summary>
    public Guid? CustomerId { get; init; }

    public Guid? UnitId { get; init; }

    /// <summary>Of the customer's seat: whose holidays count.</summary>
    public string Land { get; init; } = "";

    /// <summary>Only on the interpreter's side.</summary>
    public Guid? InterpreterId { get; init; }

    public string? Language { get; init; }

    public string? Modality { get; init; }

    /// <summary>Of the interpreter in the language; null on the customer's side.</summary>
    public int? Level { get; init; }

    public string Requirements { get; init; } = "[]";

    public DateTimeOffset OrderedAt { get; init; }

    public DateTimeOffset FromAt { get; init; }

    public DateTimeOffset UntilAt { get; init; }

    public int Seconds { get; init; }

    public bool IsMissed { get; init; }

    public bool SlotIsBilled { get; init; }

    /// <summary>Of an appointment, for the customer: all that was talked in it ended with a complaint about quality.</summary>
    public bool IsComplainedOf { get; init; }

    /// <summary>Of a conversation in an appointment.</summary>
    public DateTimeOffset? BegunAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public int HalvedDelaySeconds { get; init; }

    public int CancelPercent { get; init; }

    /// <summary>The percentage is by the ladder of the JVEG, which takes the price of two hours at most.</summary>
    public bool IsCapped { get; init; }

    /// <summary>What the interpreter has lost by the cancellation, in euro.</summary>
    public decimal? DeclaredLoss { get; init; }

    /// <summary>Of an appointment, also of one that became a conversation at once: it had to be at this time. Null where there was none.</summary>
    public bool? IsNecessary { get; init; }

    public int ServedMinutes { get; init; }

    public int PausedMinutes { get; init; }

    /// <summary>Whose tariff counts.</summary>
    public Guid Who => Side == BillingSide.Customer ? CustomerId!.Value : InterpreterId!.Value;

    /// <summary>A request at once is ordered for its time by the body that presses the button; an appointment may lie elsewhere (§ 9 (6) JVEG).</summary>
    public ServiceTerms Terms(LanguageCatalogue languages) => new()
    {
        OrderedAt = OrderedAt,
        Language = new LanguageCode(Language ?? Undetermined),
        LanguageGroup = Language is null ? null : languages.GroupOf(new LanguageCode(Language)),
        Level = Side == BillingSide.Customer ? RequiredLevel(JsonSerializer.Deserialize(Requirements, LiveJson.Default.IReadOnlyListRequirement)!) : (QualificationLevel?)Level,
        Modality = Modality is null ? default : SnakeCase.Parse<Modality>(Modality),
        Days = new WorkingDays(new HolidayRegion(Enum.Parse<Land>(Land))),
        IsNecessary = IsNecessary ?? Kind == "session",
    };

    public ServiceFacts Facts => Kind switch
    {
        "session" => new ServiceFacts.Live(FromAt, UntilAt, Seconds),
        "appointment" when IsMissed => new ServiceFacts.Missed(Slot, MissedBy.Customer, SlotIsBilled),
        "appointment" when IsComplainedOf => new ServiceFacts.Live(FromAt, UntilAt, BillableSeconds: 0),
        "appointment" => new ServiceFacts.Held(Slot, EndedAt ?? UntilAt, TimeSpan.FromSeconds(HalvedDelaySeconds)) { BegunAt = BegunAt },
        "cancellation" or "loss" => new ServiceFacts.Cancelled(Slot, EndedAt!.Value, CancelPercent, DeclaredLoss, WasInterpreterLate(FromAt, EndedAt.Value, CancelPercent))
        {
            AtMost = IsCapped ? JvegCancellation.Cap : null,
        },
        "standby" => new ServiceFacts.Standby(Slot, new StandbyService(TimeSpan.FromMinutes(ServedMinutes), TimeSpan.FromMinutes(PausedMinutes))),
        _ => throw new InvalidOperationException(Kind),
    };

    private AppointmentSlot Slot => new(FromAt, UntilAt);

    /// <summary>After the start every ladder takes something, so what cost nothing then was called off because of the interpreter (CancellationQuote).</summary>
    internal static bool WasInterpreterLate(DateTimeOffset start, DateTimeOffset cancelledAt, int percent) => percent == 0 && cancelledAt >= start;

    /// <summary>The highest qualification that somebody required; null where nobody did.</summary>
    internal static QualificationLevel? RequiredLevel(IReadOnlyList<Requirement> requirements) => requirements
        .Select(one => one switch
        {
            Requirement.SwornToday => QualificationLevel.Sworn,
            Requirement.AtLeast at => at.Level,
            _ => (QualificationLevel?)null,
        })
        .Min();
}
