namespace Videodolmetschen.Domain.Reporting;

/// <summary>What a figure is made of: how many cases, and how many different persons stand behind them.</summary>
public readonly record struct FigureBasis(int Cases, int Persons);

/// <summary>
/// No figure that points at fewer than five persons, or is made of fewer than five cases, and none that follows from the sum of the others:
/// what is hidden together is again large enough, so that the rest that the sum leaves says nothing about a few.
/// </summary>
public static class Anonymity
{
    public const int AtLeast = 5;

    /// <summary>Whether a figure may be shown alone.</summary>
    public static bool Allows(FigureBasis basis) => basis.Cases >= AtLeast && basis.Persons >= AtLeast;

    /// <summary>Which rows of one table are hidden, where their sum is shown below them.</summary>
    /// <returns>The places of the hidden rows.</returns>
    public static IReadOnlySet<int> Hidden(IReadOnlyList<FigureBasis> rows)
    {
        var hidden = rows.Index().Where(row => !Allows(row.Item)).Select(row => row.Index).ToHashSet();
        var others = new Queue<int>(rows.Index().Where(row => !hidden.Contains(row.Index)).OrderBy(row => row.Item.Cases).ThenBy(row => row.Index).Select(row => row.Index));
        while (hidden.Count > 0 && !HideTogether(rows, hidden) && others.TryDequeue(out var next))
        {
            hidden.Add(next);
        }

        return hidden;
    }

    /// <summary>Persons of several rows may be the same ones: only the most of one row is sure to be different.</summary>
    private static bool HideTogether(IReadOnlyList<FigureBasis> rows, HashSet<int> hidden) =>
        hidden.Count > 1 && hidden.Sum(row => rows[row].Cases) >= AtLeast && hidden.Max(row => rows[row].Persons) >= AtLeast;
}
