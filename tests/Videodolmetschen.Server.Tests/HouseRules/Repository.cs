using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Videodolmetschen.Server.Tests.HouseRules;

/// <summary>The checkout these tests were built from.</summary>
internal static partial class Repository
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "dist", "data", "artifacts", ".git", "TestResults", "test-artifacts"];

    public static string Root { get; } = FindRoot();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Paths relative to the root, with forward slashes.</summary>
    public static IEnumerable<string> Files(string folder, params string[] endings) =>
        Walk(Path.Combine(Root, folder))
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => endings.Length == 0 || endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)));

    public static string SnakeCase(string name) =>
        WordStart().Replace(name, match => "_" + match.Value).TrimStart('_').ToLowerInvariant();

    private static IEnumerable<string> Walk(string folder) =>
        Directory.EnumerateFiles(folder).Concat(
            Directory.EnumerateDirectories(folder)
                .Where(sub => !NotOurs.Contains(Path.GetFileName(sub)))
                .SelectMany(Walk));

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!File.Exists(Path.Combine(folder.FullName, "Videodolmetschen.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("not inside the repository");
        }

        return folder.FullName;
    }

    [GeneratedRegex("(?<=[a-z])[A-Z]|(?<=[A-Za-z])[0-9]+|(?<=[A-Z0-9])[A-Z](?=[a-z])", RegexOptions.None, 1000)]
    private static partial Regex WordStart();
}
