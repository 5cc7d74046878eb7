using PdfSharp.Events;
using PdfSharp.Pdf;

namespace Videodolmetschen.Server.Printing;

/// <summary>
/// Makes a PDF one that archives take, with a file in it (PDF/A-3B, ISO 19005-3): colours are sRGB, the file belongs to the document, and no sign is missing in a font.
/// Fonts are embedded anyhow. What it says of itself is written by <see cref="Xmp"/>.
/// </summary>
internal static class PdfArchive
{
    /// <summary>Before anything is drawn.</summary>
    public static void Prepare(PdfDocument document, Enclosure file, DateTimeOffset at)
    {
        // Adds the output intent with the profile that comes with the library.
        document.SetPdfA();
        document.RenderEvents.RenderTextEvent += NoMissingGlyph;
        Enclose(document, file, at);
    }

    private static void Enclose(PdfDocument document, Enclosure file, DateTimeOffset at)
    {
        var bytes = Added(document, "/EmbeddedFile");
        bytes.Elements.SetName("/Subtype", "/text/xml");
        bytes.CreateStream(file.Xml);
        bytes.Stream.Zip();
        var parameters = new PdfDictionary(document);
        parameters.Elements.SetInteger("/Size", file.Xml.Length);
        parameters.Elements.SetDateTime("/ModDate", at.UtcDateTime);
        bytes.Elements["/Params"] = parameters;

        var specification = Added(document, "/Filespec");
        specification.Elements.SetString("/F", file.Name);
        specification.Elements.SetString("/UF", file.Name);
        specification.Elements.SetString("/Desc", file.Description);
        specification.Elements.SetName("/AFRelationship", "/Alternative");
        var both = new PdfDictionary(document);
        both.Elements.SetReference("/F", bytes);
        both.Elements.SetReference("/UF", bytes);
        specification.Elements["/EF"] = both;

        var files = new PdfDictionary(document);
        files.Elements["/Names"] = new PdfArray(document, new PdfString(file.Name), specification.Reference!);
        var names = new PdfDictionary(document);
        names.Elements["/EmbeddedFiles"] = files;
        document.Internals.Catalog.Elements["/Names"] = names;
        document.Internals.Catalog.Elements["/AF"] = new PdfArray(document, specification.Reference!);
    }

    private static PdfDictionary Added(PdfDocument document, string type)
    {
        var dictionary = new PdfDictionary(document);
        dictionary.Elements.SetName("/Type", type);
        document.Internals.AddObject(dictionary);
        return dictionary;
    }

    /// <summary>Another script's letters are no reason not to issue, and .notdef is forbidden: a question mark stands for them. The file in it has the name as it is.</summary>
    private static void NoMissingGlyph(object sender, RenderTextEventArgs drawn)
    {
        for (var place = 0; place < drawn.CodePointGlyphIndexPairs.Length; place++)
        {
            if (drawn.CodePointGlyphIndexPairs[place].GlyphIndex == 0)
            {
                drawn.CodePointGlyphIndexPairs[place].CodePoint = '?';
                drawn.ReevaluateGlyphIndices = true;
            }
        }
    }
}
