using System.Text;
using System.Xml.Linq;
using UglyToad.PdfPig;

namespace Videodolmetschen.Server.Tests.Fixtures;

/// <summary>A PDF with a file in it, as a program finds it that looks for an invoice.</summary>
/// <param name="Said">What the PDF says of itself: names of properties without their namespaces.</param>
internal sealed record HybridPdf(string FileName, byte[] Xml, IReadOnlyDictionary<string, string> Said, string Raw)
{
    public static HybridPdf Of(byte[] bytes)
    {
        using var document = PdfDocument.Open(bytes);
        Assert.True(document.Advanced.TryGetEmbeddedFiles(out var files));
        var file = Assert.Single(files);
        return new HybridPdf(file.Name, file.Memory.ToArray(), SaidIn(document), Encoding.Latin1.GetString(bytes));
    }

    public static IReadOnlyDictionary<string, string> SaidIn(PdfDocument document)
    {
        Assert.True(document.TryGetXmpMetadata(out var metadata));
        // The reader's own way to text takes it for Latin 1.
        return XDocument.Load(new MemoryStream(metadata!.GetXmlBytes().ToArray())).Descendants().Where(one => one.Name.LocalName == "Description").Elements()
            .Where(one => one.Name.LocalName != "schemas").ToDictionary(one => one.Name.LocalName, one => one.Value, StringComparer.Ordinal);
    }
}
