using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Videodolmetschen.Server.Tests.Fixtures;

/// <summary>A PDF as somebody reads it who has another program than the one that wrote it.</summary>
internal sealed class PdfText : IDisposable
{
    private readonly PdfDocument _document;

    public PdfText(byte[] bytes, string? name = null)
    {
        _document = PdfDocument.Open(bytes);
        Pages = [.. _document.GetPages().Select(Lines)];
        if (name is not null && Environment.GetEnvironmentVariable("PICTURES") is not (null or ""))
        {
            File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(Path.Combine(HouseRules.Repository.Root, "test-artifacts")).FullName, name + ".pdf"), bytes);
        }
    }

    public PdfDocument Document => _document;

    /// <summary>Lines from above, words from the left, as they stand on the paper.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Pages { get; }

    public string All => string.Join('\n', Pages.SelectMany(lines => lines));

    public void Dispose() => _document.Dispose();

    private static IReadOnlyList<string> Lines(Page page) =>
    [
        .. page.GetWords()
            .GroupBy(word => Math.Round(word.Letters[0].StartBaseLine.Y, 0))
            .OrderByDescending(line => line.Key)
            .Select(line => string.Join(' ', line.OrderBy(word => word.BoundingBox.Left).Select(word => word.Text)).Replace('\u00A0', ' ')),
    ];
}
