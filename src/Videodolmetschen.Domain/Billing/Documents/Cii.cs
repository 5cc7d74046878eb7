using System.Globalization;
using System.Xml.Linq;

namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>Namespaces and leaves of UN/CEFACT's Cross Industry Invoice (D16B). What is empty is not written at all.</summary>
internal static class Cii
{
    public static readonly XNamespace Rsm = "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100";
    public static readonly XNamespace Ram = "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100";
    public static readonly XNamespace Udt = "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100";
    public static readonly XNamespace Qdt = "urn:un:unece:uncefact:data:standard:QualifiedDataType:100";

    /// <summary>A day as eight digits (UNTDID 2379).</summary>
    private const string DayFormat = "102";

    public static XElement? Leaf(string name, string? value, params object?[] attributes) =>
        string.IsNullOrWhiteSpace(value) ? null : new XElement(Ram + name, attributes, value);

    public static XElement? Leaf(string name, DocumentReference? reference) => Leaf(name, reference?.Value);

    /// <summary>No currency: the schema has it once, and rules want it on the tax alone.</summary>
    public static XElement? Amount(string name, decimal euro) => Leaf(name, DocumentXml.Amount(euro));

    public static XElement? Day(string name, DateOnly? day) => Day(name, Udt, day);

    /// <summary>That of a document which is referred to is of another type.</summary>
    public static XElement? QualifiedDay(string name, DateOnly? day) => Day(name, Qdt, day);

    /// <summary>An aggregate of whatever it has; none at all where it has nothing.</summary>
    public static XElement? Group(string name, params object?[] content)
    {
        var group = new XElement(Ram + name, content);
        return group.HasElements ? group : null;
    }

    private static XElement? Day(string name, XNamespace type, DateOnly? day) => day is { } one
        ? new XElement(Ram + name, new XElement(type + "DateTimeString", new XAttribute("format", DayFormat), one.ToString("yyyyMMdd", CultureInfo.InvariantCulture)))
        : null;
}
