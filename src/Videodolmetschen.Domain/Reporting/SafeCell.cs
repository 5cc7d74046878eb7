namespace Videodolmetschen.Domain.Reporting;

/// <summary>A text that a spreadsheet takes for a text: what begins like a formula, in wide signs too, begins with an apostrophe instead.</summary>
public static class SafeCell
{
    private static readonly char[] Formulas = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

    public static string Of(string text) => text.Length > 0 && Formulas.Contains(text[0]) ? "'" + text : text;
}
