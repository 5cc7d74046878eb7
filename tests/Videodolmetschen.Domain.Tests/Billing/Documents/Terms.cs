using System.Xml.Linq;

namespace Videodolmetschen.Domain.Tests.Billing.Documents;

/// <summary>What a file says, by the business terms of EN 16931: each leaf and each attribute that has a meaning, with its place where there are several.</summary>
internal static class Terms
{
    /// <summary>In a steady order. A leaf that no term is known for fails.</summary>
    public static IReadOnlyList<string> Of(byte[] file, IReadOnlyDictionary<string, string> terms, Func<string, string, string> alike) =>
    [
        .. from leaf in Leaves(XDocument.Load(new MemoryStream(file)).Root!, "", "")
           let term = terms.TryGetValue(leaf.Path, out var known) ? known : throw new KeyNotFoundException(leaf.Path)
           where term.Length > 0
           let said = $"{term}{leaf.Place} {alike(term, leaf.Value)}"
           orderby said.Length, said
           select said,
    ];

    /// <param name="place">Of the elements around it, those that are not the first of their name.</param>
    private static IEnumerable<(string Path, string Place, string Value)> Leaves(XElement element, string path, string place)
    {
        foreach (var attribute in element.Attributes().Where(one => !one.IsNamespaceDeclaration))
        {
            yield return ($"{path}@{attribute.Name.LocalName}", place, attribute.Value);
        }
        if (!element.HasElements && element.Value.Length > 0)
        {
            yield return (path, place, element.Value);
        }
        foreach (var child in element.Elements())
        {
            var before = child.ElementsBeforeSelf(child.Name).Count();
            var within = path.Length == 0 ? child.Name.LocalName : $"{path}/{child.Name.LocalName}";
            foreach (var leaf in Leaves(child, within, before == 0 ? place : $"{place}#{before + 1}"))
            {
                yield return leaf;
            }
        }
    }
}
