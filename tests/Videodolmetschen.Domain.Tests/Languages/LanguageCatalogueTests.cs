using Videodolmetschen.Domain.Languages;

namespace Videodolmetschen.Domain.Tests.Languages;

public sealed class LanguageCatalogueTests
{
    private static readonly LanguageGroup Kurdish = new("kurdish", "Kurdisch", null);
    private static readonly Language Kurmanji = Speak("kmr") with { Macro = new("kur", "Kurdisch") };
    private static readonly Language Sorani = Speak("ckb") with { Macro = new("kur", "Kurdisch") };
    private static readonly Language Dari = Speak("prs");
    private static readonly Language Farsi = Speak("pes");

    [Theory]
    [InlineData("kmr", true)]
    [InlineData("kur", false)]
    [InlineData("xyz", false)]
    [InlineData("KMR", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_an_individual_language_can_be_booked(string? code, bool expected) =>
        Assert.Equal(expected, new LanguageCatalogue([Kurmanji, Sorani], []).IsBookable(code));

    [Fact]
    public void A_macro_code_names_its_members()
    {
        var catalogue = new LanguageCatalogue([Kurmanji, Sorani, Dari], []);

        Assert.Equal([Kurmanji, Sorani], catalogue.Members("kur"));
        Assert.Empty(catalogue.Members("fas"));
    }

    [Fact]
    public void A_price_names_a_language_or_all_of_a_group_and_never_a_macro_code()
    {
        var catalogue = new LanguageCatalogue([Kurmanji, Sorani, Dari with { Group = new("persian", "Persisch", null) }], []);

        Assert.Equal([Sorani.Code], catalogue.Named("ckb"));
        Assert.Equal([Kurmanji.Code, Sorani.Code], catalogue.Named("kurdish"));
        Assert.Empty(catalogue.Named("kur"));
        Assert.Equal("kurdish", catalogue.GroupOf(Kurmanji.Code));
        Assert.Null(catalogue.GroupOf(new("rhg")));
    }

    [Fact]
    public void No_group_is_called_like_a_language() =>
        Assert.Throws<ArgumentException>(() => new LanguageCatalogue([Kurmanji, Sorani with { Group = new("kmr", "Kurmandschi", null) }], []));

    [Fact]
    public void An_unsafe_substitute_is_never_offered_but_warned_of()
    {
        var unsafeNote = Note(Kurmanji, Sorani, SubstitutionGrade.Unsafe);
        var catalogue = new LanguageCatalogue([Kurmanji, Sorani], [unsafeNote]);

        Assert.Empty(catalogue.Substitutes(Kurmanji.Code));
        Assert.Equal([unsafeNote], catalogue.Warnings(Kurmanji.Code));
    }

    [Fact]
    public void A_substitute_serves_in_the_direction_given_only()
    {
        var catalogue = new LanguageCatalogue([Dari, Farsi], [Note(Dari, Farsi, SubstitutionGrade.WithConsent)]);

        Assert.Single(catalogue.Substitutes(Dari.Code));
        Assert.Empty(catalogue.Substitutes(Farsi.Code));
    }

    [Fact]
    public void Interchangeable_languages_come_before_those_that_need_consent()
    {
        var catalogue = new LanguageCatalogue(
            [Dari, Farsi, Sorani],
            [Note(Dari, Sorani, SubstitutionGrade.WithConsent), Note(Dari, Farsi, SubstitutionGrade.Usual)]);

        Assert.Equal([Farsi.Code, Sorani.Code], catalogue.Substitutes(Dari.Code).Select(note => note.Offered));
    }

    [Fact]
    public void A_macro_code_among_the_languages_is_refused() =>
        Assert.Throws<ArgumentException>(() => new LanguageCatalogue([Kurmanji, Speak("kur")], []));

    [Fact]
    public void A_note_on_an_unlisted_language_is_refused() =>
        Assert.Throws<ArgumentException>(() => new LanguageCatalogue([Dari], [Note(Dari, Farsi, SubstitutionGrade.Usual)]));

    [Fact]
    public void Two_notes_for_one_pair_are_refused() =>
        Assert.Throws<ArgumentException>(() => new LanguageCatalogue(
            [Dari, Farsi],
            [Note(Dari, Farsi, SubstitutionGrade.Usual), Note(Dari, Farsi, SubstitutionGrade.Unsafe)]));

    private static Language Speak(string code) => new(new LanguageCode(code), code, code, Kurdish);

    private static SubstitutionNote Note(Language asked, Language offered, SubstitutionGrade grade) =>
        new(asked.Code, offered.Code, grade, "");
}
