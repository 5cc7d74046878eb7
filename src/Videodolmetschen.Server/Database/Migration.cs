using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Videodolmetschen.Server.Database;

/// <summary>One numbered SQL file, <c>NNNN_name.sql</c>, and the checksum of its text with line ends made alike.</summary>
internal sealed record Migration(int Number, string Name, string Sql)
{
    public string Checksum { get; } =
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    public static IReadOnlyList<Migration> Embedded { get; } = ReadEmbedded(typeof(Migration).Assembly);

    private static List<Migration> ReadEmbedded(Assembly assembly)
    {
        const string folder = ".Migrations.";
        var found = new List<Migration>();
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)))
        {
            var name = resource[(resource.IndexOf(folder, StringComparison.Ordinal) + folder.Length)..^".sql".Length];
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
            found.Add(new Migration(int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name, reader.ReadToEnd()));
        }

        return [.. found.OrderBy(migration => migration.Number)];
    }
}
