using PdfSharp.Fonts;

namespace Videodolmetschen.Server.Printing;

/// <summary>The font of the web pages, on paper. It comes with the service (Printing/Fonts): what a machine has installed does not matter.</summary>
internal sealed class FiraSans : IFontResolver
{
    public const string Family = "Fira Sans";

    private const string Regular = "FiraSans-Regular.ttf";
    private const string SemiBold = "FiraSans-SemiBold.ttf";

    static FiraSans() => GlobalFontSettings.FontResolver = new FiraSans();

    /// <summary>The library asks one resolver for the whole process.</summary>
    public static void Install()
    {
        // The static constructor has done it.
    }

    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) =>
        familyName == Family ? new FontResolverInfo(isBold ? SemiBold : Regular) : null;

    public byte[]? GetFont(string faceName)
    {
        using var stream = typeof(FiraSans).Assembly.GetManifestResourceStream(faceName);
        if (stream is null)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
