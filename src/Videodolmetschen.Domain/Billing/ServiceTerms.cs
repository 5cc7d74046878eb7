using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Billing;

/// <summary>What was ordered, as far as a price asks for it. The same before the order (for a quote) as after the service.</summary>
public sealed record ServiceTerms
{
    /// <summary>When it was ordered: the press of the button, the booking.</summary>
    public required DateTimeOffset OrderedAt { get; init; }

    public required LanguageCode Language { get; init; }

    /// <summary>The key of its group in the catalogue.</summary>
    public string? LanguageGroup { get; init; }

    /// <summary>For the customer's side what was required, for the interpreter's what that one brings; null where nobody asked.</summary>
    public QualificationLevel? Level { get; init; }

    public Modality Modality { get; init; }

    /// <summary>Those of the ordering body's seat; they count unless the tariff names another Land (GERMANY.md 1.4).</summary>
    public required WorkingDays Days { get; init; }

    /// <summary>The ordering body has found that it had to be at this time.</summary>
    public bool IsNecessary { get; init; }

    /// <summary>How the supplier is taxed on the day of the service.</summary>
    public VatTreatment Vat { get; init; }
}
