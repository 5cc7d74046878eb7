using System.Xml.Linq;

namespace Videodolmetschen.Server.Printing;

/// <summary>An XML file that lies in a PDF and says the same (AFRelationship <c>Alternative</c>).</summary>
/// <param name="Description">For people who open the list of files.</param>
/// <param name="Schema">What the PDF says of it.</param>
internal sealed record Enclosure(string Name, string Description, byte[] Xml, XmpSchema Schema);

/// <summary>Properties of a PDF that XMP does not know by itself: an archive wants each described beside its value (ISO 19005-3, 6.6.2.3).</summary>
internal sealed record XmpSchema(string Name, XNamespace Namespace, string Prefix, IReadOnlyList<XmpProperty> Properties);

internal sealed record XmpProperty(string Name, string Value, string Description);
