using Videodolmetschen.Domain.Languages;

namespace Videodolmetschen.Domain.Tests.Billing;

/// <summary>A small catalogue: three Kurdish languages, one Persian, one Sinitic.</summary>
internal static class Speech
{
    private static readonly LanguageGroup Kurdish = new("kurdish", "Kurdisch", null);

    public static LanguageCatalogue Catalogue { get; } = new(
        [
            Of("kmr", "Kurmandschi", Kurdish), Of("ckb", "Sorani", Kurdish), Of("sdh", "Südkurdisch", Kurdish), Of("prs", "Dari", new("persian", "Persisch", null)),
            Of("cmn", "Mandarin", new("east_asia", "Ost- und Südostasien", null)),
        ],
        []);

    private static Language Of(string code, string name, LanguageGroup group) => new(new(code), name, name, group);
}
