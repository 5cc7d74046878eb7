using PdfSharp.Drawing;

namespace Videodolmetschen.Server.Printing;

/// <summary>How a text looks.</summary>
internal sealed record Ink
{
    private static readonly XColor Black = XColor.FromArgb(0x17, 0x1A, 0x1F);
    private static readonly XColor Grey = XColor.FromArgb(0x4A, 0x50, 0x5A);

    private Ink(double points, bool bold = false, bool grey = false)
    {
        FiraSans.Install();
        Font = new XFont(FiraSans.Family, points, bold ? XFontStyleEx.Bold : XFontStyleEx.Regular);
        Brush = new XSolidBrush(grey ? Grey : Black);
        LineHeight = points * 1.32 * Sheet.MillimetresPerPoint;
    }

    public static Ink Title { get; } = new(17, bold: true);

    public static Ink Heading { get; } = new(11.5, bold: true);

    public static Ink Letterhead { get; } = new(12.5, bold: true);

    public static Ink Body { get; } = new(9.5);

    public static Ink Strong { get; } = new(9.5, bold: true);

    public static Ink Sum { get; } = new(11, bold: true);

    public static Ink Label { get; } = new(8.5, grey: true);

    public static Ink Small { get; } = new(7.5, grey: true);

    public static Ink SmallStrong { get; } = new(7.5, bold: true, grey: true);

    public XFont Font { get; }

    public XBrush Brush { get; }

    /// <summary>From one line to the next, in millimetres.</summary>
    public double LineHeight { get; }
}
