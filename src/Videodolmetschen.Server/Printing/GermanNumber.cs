using System.Globalization;

namespace Videodolmetschen.Server.Printing;

/// <summary>Numbers and days as a German letter writes them, whatever languages the machine knows.</summary>
internal static class GermanNumber
{
    private static readonly NumberFormatInfo Format = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NegativeSign = "−" };

    /// <summary><c>1.234,50</c>.</summary>
    public static string Amount(decimal euro) => euro.ToString("#,##0.00", Format);

    /// <summary><c>1.234,50 €</c>.</summary>
    public static string Euro(decimal euro) => Amount(euro) + "\u00A0€";

    /// <summary>At least cents, and what the tariff has behind them: <c>1,45</c>, <c>0,0125</c>.</summary>
    public static string Price(decimal euro) => euro.ToString("#,##0.00##########", Format);

    /// <summary>As many decimals as there are: <c>47</c>, <c>1,5</c>.</summary>
    public static string Quantity(decimal quantity) => quantity.ToString("#,##0.############", Format);

    public static string Percent(decimal percent) => percent.ToString("0.##", Format) + "\u00A0%";

    /// <summary><c>03.11.2026</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
