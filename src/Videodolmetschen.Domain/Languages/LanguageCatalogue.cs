using System.Diagnostics.CodeAnalysis;

namespace Videodolmetschen.Domain.Languages;

/// <summary>All bookable languages and what may stand in for what. Built once from data; it never changes afterwards.</summary>
public sealed class LanguageCatalogue
{
    private readonly Dictionary<string, Language> byCode;
    private readonly ILookup<string, Language> byMacro;
    private readonly ILookup<string, Language> byGroup;
    private readonly ILookup<LanguageCode, SubstitutionNote> notesByAsked;

    /// <exception cref="ArgumentException">A code is named twice, or is also a macro language or a group, or a note names a code that is not listed.</exception>
    public LanguageCatalogue(IReadOnlyList<Language> languages, IReadOnlyList<SubstitutionNote> notes)
    {
        Languages = languages;
        byCode = languages.ToDictionary(language => language.Code.Value, StringComparer.Ordinal);
        byMacro = languages.Where(language => language.Macro is not null)
            .ToLookup(language => language.Macro!.Code, StringComparer.Ordinal);
        byGroup = languages.ToLookup(language => language.Group.Key, StringComparer.Ordinal);
        notesByAsked = notes.ToLookup(note => note.Asked);
        RefuseMacroCodes(languages);
        RefuseGroupKeys(languages);
        RefuseStrayNotes(notes);
    }

    public IReadOnlyList<Language> Languages { get; }

    /// <summary>True for a listed individual language; false for a macro code such as <c>kur</c>, and for anything else.</summary>
    public bool IsBookable(string? code) => code is not null && byCode.ContainsKey(code);

    public bool IsBookable(LanguageCode code) => IsBookable(code.Value);

    public bool TryFind(LanguageCode code, [NotNullWhen(true)] out Language? language) =>
        byCode.TryGetValue(code.Value ?? "", out language);

    public bool HasVariety(LanguageCode code, string variety) => TryFind(code, out var language) && language.Varieties.Contains(variety);

    /// <summary>The German name; the code itself where it is not listed (any more).</summary>
    public string NameOf(string code) => TryFind(new LanguageCode(code), out var language) ? language.GermanName : code;

    /// <summary>The bookable languages under a macro code: <c>kmr</c>, <c>ckb</c> and <c>sdh</c> under <c>kur</c>.</summary>
    public IEnumerable<Language> Members(string macroCode) => byMacro[macroCode];

    /// <summary>What a price means by one of its names: a language, or all of a group; empty where it is neither.</summary>
    public IEnumerable<LanguageCode> Named(string name) => IsBookable(name) ? [new LanguageCode(name)] : byGroup[name].Select(language => language.Code);

    /// <summary>The key of the group to which it belongs; null for an unknown code.</summary>
    public string? GroupOf(LanguageCode code) => TryFind(code, out var language) ? language.Group.Key : null;

    /// <summary>Languages that may be offered instead, the interchangeable ones first. Empty for an unknown code.</summary>
    public IReadOnlyList<SubstitutionNote> Substitutes(LanguageCode asked) =>
        [.. notesByAsked[asked].Where(note => note.Grade != SubstitutionGrade.Unsafe).OrderBy(note => note.Grade)];

    /// <summary>Languages that are easily confused with this one and do not serve.</summary>
    public IReadOnlyList<SubstitutionNote> Warnings(LanguageCode asked) =>
        [.. notesByAsked[asked].Where(note => note.Grade == SubstitutionGrade.Unsafe)];

    private void RefuseMacroCodes(IReadOnlyList<Language> languages)
    {
        if (byCode.Keys.FirstOrDefault(byMacro.Contains) is { } both)
        {
            throw new ArgumentException($"{both} is a macro language and cannot be booked", nameof(languages));
        }
    }

    /// <summary>A price names languages and groups in one list, and must not mean both.</summary>
    private void RefuseGroupKeys(IReadOnlyList<Language> languages)
    {
        if (byCode.Keys.FirstOrDefault(byGroup.Contains) is { } both)
        {
            throw new ArgumentException($"{both} is a language and a group", nameof(languages));
        }
    }

    private void RefuseStrayNotes(IReadOnlyList<SubstitutionNote> notes)
    {
        var pairs = new HashSet<(LanguageCode, LanguageCode)>();
        foreach (var note in notes)
        {
            if (!IsBookable(note.Asked) || !IsBookable(note.Offered) || !pairs.Add((note.Asked, note.Offered)))
            {
                throw new ArgumentException(
                    $"The note {note.Asked} -> {note.Offered} names an unknown code or is given twice", nameof(notes));
            }
        }
    }
}
