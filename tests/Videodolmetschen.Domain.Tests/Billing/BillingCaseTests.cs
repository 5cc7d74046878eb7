using Videodolmetschen.Domain.Billing;

namespace Videodolmetschen.Domain.Tests.Billing;

/// <summary>Every golden value of GERMANY.md 1 and what SEMANTICS.md 6 and 7 say of money, as cases that an accountant can read.</summary>
public class BillingCaseTests
{
    private static readonly string[] Files = [.. Directory.GetFiles(BillingCaseFile.Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public static TheoryData<string, string> Cases => [.. Files.SelectMany(file => BillingCaseFile.Read(file).Faelle.Select(one => (file, one.Fall)))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_is_rated_as_it_says(string file, string fall)
    {
        var given = BillingCaseFile.Read(file).Faelle.Single(one => one.Fall == fall);
        if (given.KeinTarif)
        {
            Assert.Equal(ErrorCode.TariffMissing, Assert.Throws<DomainException>(() => given.Tariff).Code);
            return;
        }

        var rated = TariffRating.Rate(given.Tariff, given.Terms, given.Facts);

        // A case explains what it wants to explain.
        var lines = rated.Lines.Select(CaseLine.Of).Select((line, place) => given.Erwartet.ElementAtOrDefault(place)?.Erklaerung is null ? line with { Erklaerung = null } : line);
        Assert.Equal(given.Erwartet, lines);
        Assert.Equal((given.Summe, given.Programm), (rated.Net, rated.ProgrammeNet));
        Assert.Equal(given.Umsatzsteuer ?? Money.Percent(rated.Net, 19), Money.Percent(rated.Net, 19));
    }

    [Fact]
    public void Every_file_is_taken_every_golden_section_has_one_and_no_case_is_told_twice()
    {
        var files = Files.Select(BillingCaseFile.Read).ToList();

        Assert.All(Files, file => Assert.EndsWith(".json", file, StringComparison.Ordinal));
        Assert.All(files, file => Assert.NotEmpty(file.Faelle));
        Assert.All(files, file => Assert.Equal(file.Faelle.Count, file.Faelle.Select(one => one.Fall).Distinct().Count()));
        var sources = string.Join(' ', files.Select(file => file.Quelle));
        Assert.All(["1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "2.7"], section => Assert.Contains(section, sources, StringComparison.Ordinal));
    }

    [Fact]
    public void The_cases_meet_every_kind_of_line_and_every_ready_made_tariff()
    {
        var rated = Files.SelectMany(file => BillingCaseFile.Read(file).Faelle).Where(one => !one.KeinTarif)
            .SelectMany(one => TariffRating.Rate(one.Tariff, one.Terms, one.Facts).Lines).ToList();

        // A correction is made by people, not by a tariff.
        Assert.Equal([BillingLineKind.Correction], Enum.GetValues<BillingLineKind>().Except(rated.Select(line => line.Kind)));
        Assert.Empty(TariffCatalogue.ReadyMade.Select(tariff => tariff.Id).Except(rated.Select(line => line.Tariff))
            .Select(id => TariffCatalogue.ReadyMade.Single(tariff => tariff.Id == id).Name));
    }
}
