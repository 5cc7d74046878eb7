using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using PdfSharp.Pdf;

namespace Videodolmetschen.Server.Printing;

/// <summary>
/// What a PDF says of itself (ISO 16684-1). The library writes a packet of its own when it saves, lets nobody add to it and does not mask the &amp; of a name, so ours is put
/// into its place afterwards.
/// </summary>
internal static partial class Xmp
{
    private static readonly XNamespace Meta = "adobe:ns:meta/";
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Basic = "http://ns.adobe.com/xap/1.0/";
    private static readonly XNamespace Media = "http://ns.adobe.com/xap/1.0/mm/";
    private static readonly XNamespace Pdf = "http://ns.adobe.com/pdf/1.3/";
    private static readonly XNamespace PdfAId = "http://www.aiim.org/pdfa/ns/id/";
    private static readonly XNamespace Extension = "http://www.aiim.org/pdfa/ns/extension/";
    private static readonly XNamespace Schema = "http://www.aiim.org/pdfa/ns/schema#";
    private static readonly XNamespace Property = "http://www.aiim.org/pdfa/ns/property#";

    /// <summary>The ids are drawn later (<see cref="FixedIds"/>).</summary>
    private static readonly string Id = $"uuid:{Guid.Empty}";

    public static byte[] Into(byte[] pdf, XElement packet)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var theirs = LibrarysPacket().Match(text);
        if (!theirs.Success)
        {
            throw new InvalidOperationException("the library has written its metadata elsewhere, or not last");
        }

        var content = Encoding.UTF8.GetBytes($"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n{Text(packet)}\n<?xpacket end=\"r\"?>");
        var ours = $"<</Type/Metadata/Subtype/XML/Length {content.Length}>>\nstream\n{Encoding.Latin1.GetString(content)}\nendstream\nendobj\n";
        // It is the last object, so nothing moves but the table of all of them.
        var end = StartOfTable().Replace(text[(theirs.Index + theirs.Length)..], $"startxref\n{theirs.Index + ours.Length}\n");
        return Encoding.Latin1.GetBytes(text[..theirs.Index] + ours + end);
    }

    private static string Text(XElement packet)
    {
        var text = new StringBuilder();
        // A name with a sign that XML does not know shall spoil what is said of a paper, and not the paper.
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, CheckCharacters = false }))
        {
            packet.Save(writer);
        }

        return text.ToString();
    }

    /// <param name="schema">Of the file in it, and then it is an archive's.</param>
    public static XElement Packet(PdfDocumentInformation info, DateTimeOffset at, XmpSchema? schema)
    {
        var day = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return new XElement(
            Meta + "xmpmeta",
            Named("x", Meta),
            new XElement(
                Rdf + "RDF",
                Named("rdf", Rdf),
                About(
                    [Named("dc", Dc)],
                    new XElement(Dc + "title", new XElement(Rdf + "Alt", new XElement(Rdf + "li", new XAttribute(XNamespace.Xml + "lang", "x-default"), info.Title))),
                    new XElement(Dc + "creator", new XElement(Rdf + "Seq", new XElement(Rdf + "li", info.Author)))),
                About(
                    [Named("xmp", Basic)],
                    new XElement(Basic + "CreatorTool", info.Creator),
                    new XElement(Basic + "CreateDate", day),
                    new XElement(Basic + "ModifyDate", day)),
                About([Named("pdf", Pdf)], new XElement(Pdf + "Producer", info.Producer)),
                About([Named("xmpMM", Media)], new XElement(Media + "DocumentID", Id), new XElement(Media + "InstanceID", Id)),
                schema is null ? [] : Archive(schema)));
    }

    private static IEnumerable<XElement> Archive(XmpSchema schema) =>
    [
        About([Named("pdfaid", PdfAId)], new XElement(PdfAId + "part", 3), new XElement(PdfAId + "conformance", "B")),
        About([Named(schema.Prefix, schema.Namespace)], [.. schema.Properties.Select(one => new XElement(schema.Namespace + one.Name, one.Value))]),
        About([Named("pdfaExtension", Extension), Named("pdfaSchema", Schema), Named("pdfaProperty", Property)], Described(schema)),
    ];

    private static XElement Described(XmpSchema schema) => new(
        Extension + "schemas",
        new XElement(
            Rdf + "Bag",
            Resource(
                new XElement(Schema + "schema", schema.Name),
                new XElement(Schema + "namespaceURI", schema.Namespace),
                new XElement(Schema + "prefix", schema.Prefix),
                new XElement(
                    Schema + "property",
                    new XElement(
                        Rdf + "Seq",
                        schema.Properties.Select(one => Resource(
                            new XElement(Property + "name", one.Name),
                            new XElement(Property + "valueType", "Text"),
                            new XElement(Property + "category", "external"),
                            new XElement(Property + "description", one.Description))))))));

    private static XElement About(IEnumerable<XAttribute> names, params XElement[] content) => new(Rdf + "Description", new XAttribute(Rdf + "about", ""), names, content);

    private static XElement Resource(params XElement[] content) => new(Rdf + "li", new XAttribute(Rdf + "parseType", "Resource"), content);

    private static XAttribute Named(string prefix, XNamespace name) => new(XNamespace.Xmlns + prefix, name.NamespaceName);

    [GeneratedRegex(@"<</Type/Metadata/Subtype/XML/Length \d+>>\nstream\n[^\0]*?\nendstream\nendobj\n(?=xref\n)", RegexOptions.None, 1000)]
    private static partial Regex LibrarysPacket();

    [GeneratedRegex(@"(?<=\n)startxref\n\d+\n", RegexOptions.None, 1000)]
    private static partial Regex StartOfTable();
}
