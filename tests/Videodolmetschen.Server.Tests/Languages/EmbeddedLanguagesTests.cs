using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Languages;
using Videodolmetschen.Server.Languages;

namespace Videodolmetschen.Server.Tests.Languages;

public sealed class EmbeddedLanguagesTests
{
    /// <summary>Every code of scope M in ISO 639-3 (Debian iso-codes 4.15.0).</summary>
    private const string MacroCodes = """
        aka ara aym aze bal bik bnc bua chm cre del den din doi est fas ful gba gon grb grn hai hbs hmn iku ipk jrb
        kau kln kok kom kon kpe kur lah lav luy man mlg mon msa mwr nep nor oji ori orm pus que raj rom sqi srd swa
        syr tmh uzb yid zap zha zho zza
        """;

    private static readonly LanguageCatalogue Catalogue = EmbeddedLanguages.Read();

    [Fact]
    public void No_macro_code_can_be_booked() =>
        Assert.All(
            MacroCodes.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries),
            code => Assert.False(Catalogue.IsBookable(code), code));

    [Fact]
    public void Every_group_of_varieties_leads_to_its_members() =>
        Assert.Equal(
            [new("kmr"), new("ckb"), new LanguageCode("sdh")],
            Catalogue.Members("kur").Select(language => language.Code));

    [Fact]
    public void Every_language_has_both_its_names()
    {
        Assert.True(Catalogue.Languages.Count > 150);
        Assert.DoesNotContain(Catalogue.Languages, language => string.IsNullOrWhiteSpace(language.GermanName));
        Assert.DoesNotContain(Catalogue.Languages, language => string.IsNullOrWhiteSpace(language.Autonym));
    }

    [Fact]
    public void German_names_are_unique() =>
        Assert.Equal(Catalogue.Languages.Count, Catalogue.Languages.DistinctBy(language => language.GermanName, StringComparer.Ordinal).Count());

    [Fact]
    public void Direction_is_that_of_the_script_of_the_autonym()
    {
        var rightToLeft = Catalogue.Languages.Where(language => language.Direction == TextDirection.RightToLeft);

        Assert.Equal(
            Catalogue.Languages.Where(language => language.Autonym.Any(IsRightToLeft)).Select(language => language.Code),
            rightToLeft.Select(language => language.Code));
    }

    [Theory]
    [InlineData("prs", "pes", SubstitutionGrade.WithConsent)]
    [InlineData("pbu", "pst", SubstitutionGrade.Usual)]
    [InlineData("hrv", "bos", SubstitutionGrade.Usual)]
    [InlineData("ukr", "rus", SubstitutionGrade.WithConsent)]
    [InlineData("urd", "hin", SubstitutionGrade.WithConsent)]
    public void A_related_language_stands_in(string asked, string offered, SubstitutionGrade grade) =>
        Assert.Contains(
            Catalogue.Substitutes(new(asked)), note => note.Offered == new LanguageCode(offered) && note.Grade == grade);

    [Theory]
    [InlineData("kmr", "ckb")]
    [InlineData("ary", "apc")]
    [InlineData("tir", "amh")]
    [InlineData("rus", "ukr")]
    public void A_language_that_does_not_serve_is_not_offered(string asked, string offered) =>
        Assert.DoesNotContain(Catalogue.Substitutes(new(asked)), note => note.Offered == new LanguageCode(offered));

    /// <summary>Hebrew, Arabic and Syriac blocks and their presentation forms.</summary>
    private static bool IsRightToLeft(char letter) => letter is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFEFC');
}
