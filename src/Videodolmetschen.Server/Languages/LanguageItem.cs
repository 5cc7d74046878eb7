using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Languages;

namespace Videodolmetschen.Server.Languages;

/// <summary>One language as the browser gets it.</summary>
public sealed record LanguageItem(string Code, string GermanName, string Autonym, string Dir, LanguageModality Modality)
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public required string Group { get; init; }

    public required string GroupName { get; init; }

    public string? GroupHint { get; init; }

    /// <summary>Name of the macro language (Kurdisch for Kurmandschi): finds all of its members, is never booked.</summary>
    public string? MacroName { get; init; }

    public required IReadOnlyList<string> Aliases { get; init; }

    public required IReadOnlyList<string> Countries { get; init; }

    public string? Hint { get; init; }

    /// <summary>Those that may be asked for; empty where nobody needs to tell them apart.</summary>
    public required IReadOnlyList<string> Varieties { get; init; }

    /// <summary>1 for the most asked for; absent for most languages.</summary>
    public int? Demand { get; init; }

    public required IReadOnlyList<LanguageNote> Substitutes { get; init; }

    /// <summary>Languages that are confused with this one and do not serve.</summary>
    public required IReadOnlyList<LanguageNote> Warnings { get; init; }

    internal static IReadOnlyList<LanguageItem> ListOf(LanguageCatalogue catalogue) =>
        [.. catalogue.Languages.Select(language => Of(language, catalogue))];

    private static LanguageItem Of(Language language, LanguageCatalogue catalogue) => new(
        language.Code.Value,
        language.GermanName,
        language.Autonym,
        language.Direction == TextDirection.RightToLeft ? "rtl" : "ltr",
        language.Modality)
    {
        Group = language.Group.Key,
        GroupName = language.Group.GermanName,
        GroupHint = language.Group.Hint,
        MacroName = language.Macro?.GermanName,
        Aliases = language.Aliases,
        Countries = language.Countries,
        Hint = language.Hint,
        Varieties = language.Varieties,
        Demand = language.DemandRank,
        Substitutes = [.. catalogue.Substitutes(language.Code).Select(LanguageNote.Of)],
        Warnings = [.. catalogue.Warnings(language.Code).Select(LanguageNote.Of)],
    };
}

/// <summary>What may stand in for a language, or must not: <see cref="Note"/> is a German sentence.</summary>
public sealed record LanguageNote(string Code, SubstitutionGrade Grade, string Note)
{
    internal static LanguageNote Of(SubstitutionNote note) => new(note.Offered.Value, note.Grade, note.Note);
}
