using QRCoder;

namespace Videodolmetschen.Server.Printing;

/// <summary>A code as bars in a square of modules, without the quiet zone: whoever places it leaves four modules free around it.</summary>
/// <param name="Modules">On each side.</param>
/// <param name="Bars">Dark modules side by side are one bar, so that no viewer draws hairlines between them.</param>
internal sealed record QrCode(int Modules, IReadOnlyList<(int Column, int Row, int Width)> Bars)
{
    private const int Quiet = 4;

    /// <summary>Error correction M, as the guideline for the GiroCode wants it (EPC069-12).</summary>
    public static QrCode Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        var modules = data.ModuleMatrix.Count - 2 * Quiet;
        var bars = new List<(int, int, int)>();
        for (var row = 0; row < modules; row++)
        {
            for (var column = 0; column < modules; column++)
            {
                var start = column;
                while (column < modules && data.ModuleMatrix[row + Quiet][column + Quiet])
                {
                    column++;
                }

                if (column > start)
                {
                    bars.Add((start, row, column - start));
                }
            }
        }

        return new QrCode(modules, bars);
    }
}
