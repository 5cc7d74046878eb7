using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml.Linq;
using Videodolmetschen.Server.Tests.Billing;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Reporting;

/// <summary>The same figures as files, which nobody can turn into a program.</summary>
public sealed class ReportFileTests(RealPostgres postgres)
{
    private const string Planted = "=cmd|' /C calc'!A0";

    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public async Task A_name_that_is_a_formula_is_a_text_in_every_file_and_the_filter_stands_above()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        var office = await world.CustomerAsync(Planted);
        await world.AskedAsync(office, await world.InterpreterAsync(), 12, world.Stage.Time.GetUtcNow().AddDays(-2));
        var asked = $"?by=customer&customer={office.Customer.Value}&language=kmr";

        var csv = await TextAsync(world, $"/api/reports/usage.csv{asked}");
        Assert.Contains($"\r\n'{Planted};", csv, StringComparison.Ordinal);
        Assert.DoesNotContain($"\r\n{Planted}", csv, StringComparison.Ordinal);
        Assert.Contains("\r\nSprache;Kurdisch", csv, StringComparison.Ordinal);
        Assert.Contains($"'{Planted}", await TextAsync(world, "/api/reports/sessions.csv"), StringComparison.Ordinal);

        var cells = Sheet(await BytesAsync(world, $"/api/reports/usage.xlsx{asked}"));
        Assert.Contains("'" + Planted, cells);
        Assert.DoesNotContain(Planted, cells);

        using var paper = new PdfText(await BytesAsync(world, $"/api/reports/usage.pdf{asked}"), "report");
        var words = string.Join('\n', paper.Pages.SelectMany(page => page));
        Assert.All((string[])["Nutzung und Kosten", "Kurmandschi", "Summe"], word => Assert.Contains(word[..5], words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_workbook_has_numbers_and_no_formula()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        await world.AskedAsync(await world.CustomerAsync("Amt"), await world.InterpreterAsync(), 12, world.Stage.Time.GetUtcNow().AddDays(-2));
        foreach (var view in (string[])["usage", "service", "unserved", "fairness", "vat", "sessions"])
        {
            using var archive = new ZipArchive(new MemoryStream(await BytesAsync(world, $"/api/reports/{view}.xlsx")));
            Assert.Equal(
                ["[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"],
                archive.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
            Assert.All(archive.Entries, entry =>
            {
                using var part = entry.Open();
                Assert.NotNull(XDocument.Load(part).Root);
            });
            using var sheet = archive.GetEntry("xl/worksheets/sheet1.xml")!.Open();
            Assert.Empty(XDocument.Load(sheet).Descendants(Main + "f"));
        }
    }

    [Fact]
    public async Task Nobody_who_took_part_stands_in_a_file()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        await world.AskedAsync(await world.CustomerAsync("Amt"), await world.InterpreterAsync(), 12, world.Stage.Time.GetUtcNow().AddDays(-2));
        foreach (var view in (string[])["usage", "service", "unserved", "fairness", "sessions"])
        {
            Assert.DoesNotContain("KANARIE", await TextAsync(world, $"/api/reports/{view}.csv"), StringComparison.Ordinal);
        }
    }

    private static IReadOnlyList<string> Sheet(byte[] workbook)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        using var sheet = archive.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        return [.. XDocument.Load(sheet).Descendants(Main + "t").Select(text => text.Value)];
    }

    private static async Task<string> TextAsync(BillingWorld world, string path) => Encoding.UTF8.GetString(await BytesAsync(world, path));

    private static async Task<byte[]> BytesAsync(BillingWorld world, string path)
    {
        using var answer = await world.Coordinator.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
