using System.Text.Json;
using System.Text.Json.Serialization;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Languages;

namespace Videodolmetschen.Server.Languages;

/// <summary>Reads the generated <c>languages.json</c> (infra/languages) that lies in the assembly.</summary>
internal static class EmbeddedLanguages
{
    private const string Resource = "Videodolmetschen.Server.Languages.languages.json";
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static LanguageCatalogue Read()
    {
        using var stream = typeof(EmbeddedLanguages).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is missing from the assembly");
        var file = JsonSerializer.Deserialize<LanguageFile>(stream, Options)
            ?? throw new InvalidOperationException($"{Resource} is empty");
        var groups = file.Groups.ToDictionary(group => group.Key, StringComparer.Ordinal);
        var macros = file.Macros.ToDictionary(macro => macro.Code, StringComparer.Ordinal);
        return new LanguageCatalogue(
            [.. file.Languages.Select(row => ToLanguage(row, groups, macros))],
            [.. file.Substitutions.Select(row => new SubstitutionNote(new(row.From), new(row.To), row.Grade, row.Note))]);
    }

    private static Language ToLanguage(
        LanguageRow row, Dictionary<string, GroupRow> groups, Dictionary<string, MacroRow> macros)
    {
        var group = groups[row.Group];
        return new Language(new(row.Code), row.GermanName, row.Autonym, new(group.Key, group.Name, group.Hint))
        {
            Direction = row.Dir is "rtl" ? TextDirection.RightToLeft : TextDirection.LeftToRight,
            Modality = row.Modality,
            Macro = row.Macro is { } macro ? new(macro, macros[macro].Name) : null,
            Aliases = row.Aliases,
            Countries = row.Countries,
            Hint = row.Hint,
            Varieties = row.Varieties,
            DemandRank = row.Demand,
        };
    }

    private sealed record LanguageFile(
        IReadOnlyList<MacroRow> Macros,
        IReadOnlyList<GroupRow> Groups,
        IReadOnlyList<LanguageRow> Languages,
        IReadOnlyList<SubstitutionRow> Substitutions);

    private sealed record MacroRow(string Code, string Name);

    private sealed record GroupRow(string Key, string Name, string? Hint);

    private sealed record SubstitutionRow(string From, string To, SubstitutionGrade Grade, string Note);

    private sealed record LanguageRow
    {
        public required string Code { get; init; }

        public required string GermanName { get; init; }

        public required string Autonym { get; init; }

        public required string Dir { get; init; }

        public required LanguageModality Modality { get; init; }

        public required string Group { get; init; }

        public string? Macro { get; init; }

        public required IReadOnlyList<string> Aliases { get; init; }

        public required IReadOnlyList<string> Countries { get; init; }

        public string? Hint { get; init; }

        public IReadOnlyList<string> Varieties { get; init; } = [];

        public int? Demand { get; init; }
    }
}
