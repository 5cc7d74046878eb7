using System.Globalization;
using System.Runtime.CompilerServices;

namespace Videodolmetschen.Benchmarks;

/// <summary>What was promised (QUALITY.md 1) and what was seen.</summary>
internal sealed record Goal(string What, double Seen, double Bound, string Unit = "x", bool AtLeast = false)
{
    public bool IsMet => AtLeast ? Seen >= Bound : Seen <= Bound;

    public string Row => string.Create(
        CultureInfo.InvariantCulture,
        $"| {What} | {Seen:0.00}{Unit} | {(AtLeast ? "at least" : "at most")} {Bound:0.##}{Unit} | {(IsMet ? "met" : "**not met**")} |");
}

/// <summary>One part of the results: a table, what it says about the goals, and what must be known to read it.</summary>
internal sealed record Section(string Title, string[] Columns)
{
    public List<string[]> Rows { get; } = [];

    public List<Goal> Goals { get; } = [];

    public List<string> Notes { get; } = [];

    public void Add(params string[] row) => Rows.Add(row);

    public override string ToString()
    {
        List<string> lines = [$"## {Title}", ""];
        if (Rows.Count > 0)
        {
            lines.AddRange([$"| {string.Join(" | ", Columns)} |", $"|{string.Concat(Columns.Select(_ => " --- |"))}", .. Rows.Select(row => $"| {string.Join(" | ", row)} |")]);
        }

        lines.AddRange(Notes.SelectMany(note => new[] { "", note }));
        return string.Join('\n', lines) + "\n";
    }
}

/// <summary>Figures as they stand in the table.</summary>
internal static class Print
{
    public static string Ms(double milliseconds) => Of($"{milliseconds:0.00} ms");

    public static string Times(double ratio) => Of($"{ratio:0.00}x");

    public static string Us(double microseconds) => Of($"{microseconds:0.0} µs");

    public static string Whole(double number) => Of($"{number:#,0}");

    public static string Of(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

internal static class ResultsFile
{
    public static string Of(IReadOnlyList<Section> sections, Effort effort, string machine)
    {
        var how = $"`dotnet run -c Release --project tests/Videodolmetschen.Benchmarks{(effort.IsQuick ? " -- --quick" : "")}`: {effort.Rounds} interleaved rounds, medians of the ratios within a round.";
        string[] lines =
        [
            "# Benchmark of the whole service", "", how, machine, "", "| Goal | Seen | Bound | |", "| --- | --- | --- | --- |",
            .. sections.SelectMany(section => section.Goals).Select(goal => goal.Row),
            .. sections.Select(section => $"\n{section}".TrimEnd()),
        ];
        return string.Join('\n', lines) + "\n";
    }

    public static void Keep(string text, [CallerFilePath] string here = "") =>
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(here)!, "RESULTS.md"), text);
}
