namespace Videodolmetschen.Domain.Calendar;

/// <summary>The sixteen Länder by the codes that the tables hold (ISO 3166-2 without <c>DE-</c>).</summary>
public enum Land
{
    /// <summary>Baden-Württemberg.</summary>
    BW,
    /// <summary>Bayern.</summary>
    BY,
    /// <summary>Berlin.</summary>
    BE,
    /// <summary>Brandenburg.</summary>
    BB,
    /// <summary>Bremen.</summary>
    HB,
    /// <summary>Hamburg.</summary>
    HH,
    /// <summary>Hessen.</summary>
    HE,
    /// <summary>Mecklenburg-Vorpommern.</summary>
    MV,
    /// <summary>Niedersachsen.</summary>
    NI,
    /// <summary>Nordrhein-Westfalen.</summary>
    NW,
    /// <summary>Rheinland-Pfalz.</summary>
    RP,
    /// <summary>Saarland.</summary>
    SL,
    /// <summary>Sachsen.</summary>
    SN,
    /// <summary>Sachsen-Anhalt.</summary>
    ST,
    /// <summary>Schleswig-Holstein.</summary>
    SH,
    /// <summary>Thüringen.</summary>
    TH,
}

/// <summary>Whose public holidays count: those of a Land and, where one is named, of a commune in it.</summary>
/// <param name="Land">Where the ordering body sits, unless a contract says otherwise (GERMANY.md 1.4).</param>
/// <param name="Commune">The Gemeindeschlüssel of eight digits, or the commune's name; null counts what holds in the whole Land.</param>
public sealed record HolidayRegion(Land Land, string? Commune = null);
