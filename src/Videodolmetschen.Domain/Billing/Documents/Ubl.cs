using System.Globalization;
using System.Xml.Linq;

namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>Namespaces and leaves of UBL 2.1. What is empty is not written at all (PEPPOL-EN16931-R008).</summary>
internal static class Ubl
{
    public static readonly XNamespace Invoice = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2";
    public static readonly XNamespace CreditNote = "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2";
    public static readonly XNamespace Cac = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";
    public static readonly XNamespace Cbc = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";

    public static XElement? Leaf(string name, string? value, params object?[] attributes) =>
        string.IsNullOrWhiteSpace(value) ? null : new XElement(Cbc + name, attributes, value);

    public static XElement? Leaf(string name, DocumentReference? reference) => Leaf(name, reference?.Value);

    public static XElement? Day(string name, DateOnly? day) => Leaf(name, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static XElement? Amount(string name, decimal euro) => Leaf(name, DocumentXml.Amount(euro), new XAttribute("currencyID", "EUR"));

    public static XElement? Price(string name, decimal euro) => Leaf(name, DocumentXml.Price(euro), new XAttribute("currencyID", "EUR"));

    public static XElement? Quantity(string name, decimal quantity, BillingUnit unit) =>
        Leaf(name, DocumentXml.Plain(quantity), new XAttribute("unitCode", DocumentXml.Code(unit)));

    /// <summary>An aggregate of whatever it has; none at all where it has nothing.</summary>
    public static XElement? Group(string name, params object?[] content)
    {
        var group = new XElement(Cac + name, content);
        return group.HasElements ? group : null;
    }
}
