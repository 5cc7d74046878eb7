namespace Videodolmetschen.Domain.Languages;

/// <summary>One bookable language: what people call it, how it is written, and where it belongs.</summary>
public sealed record Language(LanguageCode Code, string GermanName, string Autonym, LanguageGroup Group)
{
    /// <summary>Direction of the script that <see cref="Autonym"/> is written in.</summary>
    public TextDirection Direction { get; init; }

    public LanguageModality Modality { get; init; }

    /// <summary>The ISO 639-3 macro language it belongs to (<c>kur</c> for <c>kmr</c>); null when there is none.</summary>
    public MacroLanguage? Macro { get; init; }

    /// <summary>Other spellings and colloquial names, for finding only.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>German names of countries whose people often ask for it, for finding only.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>One German sentence that helps to tell it from its neighbours.</summary>
    public string? Hint { get; init; }

    /// <summary>The forms of it that may be asked for and named (Dialekte); empty where nobody needs to tell them apart.</summary>
    public IReadOnlyList<string> Varieties { get; init; } = [];

    /// <summary>1 for the language asked for most; null outside the short list of the most asked for.</summary>
    public int? DemandRank { get; init; }
}

public enum TextDirection
{
    LeftToRight,
    RightToLeft,
}

public enum LanguageModality
{
    Spoken,
    Signed,
}

/// <summary>A family such as Kurdish, or a region (Sprachgruppe): a heading in the finder, and what a price may be for. Never bookable.</summary>
public sealed record LanguageGroup(string Key, string GermanName, string? Hint);

/// <summary>An ISO 639-3 code of scope M, such as <c>kur</c>: several languages under one name. Never bookable alone.</summary>
public sealed record MacroLanguage(string Code, string GermanName);
