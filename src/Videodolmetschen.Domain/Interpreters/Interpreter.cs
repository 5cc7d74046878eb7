using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Domain.Interpreters;

/// <summary>What the dispatcher must know of an interpreter. Facts with validity are judged on the day of the request.</summary>
public sealed record Interpreter
{
    public required InterpreterId Id { get; init; }

    /// <summary>The number shown in records, such as <c>D-0001</c>.</summary>
    public required string Number { get; init; }

    public required string DisplayName { get; init; }

    public required Gender Gender { get; init; }

    public required IReadOnlyList<SpokenLanguage> Languages { get; init; }

    public IReadOnlyList<Oath> Oaths { get; init; } = [];

    public IReadOnlySet<Field> Fields { get; init; } = new HashSet<Field>();

    /// <summary>Last day of the obligation to secrecy under § 203 StGB; null when there is none.</summary>
    public DateOnly? Section203Until { get; init; }

    /// <summary>Customers not served, whichever side blocked the other.</summary>
    public IReadOnlySet<CustomerId> BlockedCustomers { get; init; } = new HashSet<CustomerId>();

    /// <summary>The declared week and the absences; null is always.</summary>
    public Availability? Availability { get; init; }

    /// <summary>For own appointments.</summary>
    public IReadOnlyList<ReservedTime> Reserved { get; init; } = [];

    public EmergencyReach Reach { get; init; }

    /// <summary>Minutes of conversations that ended in the running week, from Monday in Berlin, for fairness in ranking.</summary>
    public int OfferedMinutesThisWeek { get; init; }
}

public enum Gender
{
    Female,
    Male,
    Diverse,
}

/// <summary>Fachgebiet (SEMANTICS.md 1).</summary>
public enum Field
{
    Immigration,
    Asylum,
    Health,
    MentalHealth,
    Social,
    School,
    PoliceCourts,
}

/// <summary>Levels of GERMANY.md 5.3; a smaller number is a higher qualification.</summary>
public enum QualificationLevel
{
    Sworn = 1,
    StateExamined = 2,
    CertifiedCommunity = 3,
    QualifiedCommunity = 4,
    ShortCourse = 5,
    None = 6,
}

/// <summary>One language an interpreter works in, with German on the other side.</summary>
public sealed record SpokenLanguage(LanguageCode Language, QualificationLevel Level)
{
    public bool FromGerman { get; init; } = true;

    public bool ToGerman { get; init; } = true;

    public IReadOnlyList<string> Varieties { get; init; } = [];

    public bool BothWays => FromGerman && ToGerman;
}

/// <summary>Under which law somebody is sworn: the Gerichtsdolmetschergesetz or the law of a Land.</summary>
public enum OathBasis
{
    Federal,
    Land,
}

/// <summary>A general oath for one language (§ 189 GVG).</summary>
public sealed record Oath(LanguageCode Language, string Authority, OathBasis Basis, DateOnly ValidUntil)
{
    public DateOnly? RenewalAppliedAt { get; init; }

    /// <summary>Valid on the day; a pending renewal keeps an oath alive under the GDolmG only (§ 7 GDolmG).</summary>
    public bool IsValidOn(DateOnly day) =>
        day <= ValidUntil || (Basis == OathBasis.Federal && RenewalAppliedAt is { } applied && applied <= ValidUntil);
}
