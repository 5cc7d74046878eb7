using System.Globalization;
using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Domain.Billing;

/// <summary>Numbers and times as a German reader of a bill writes them, whatever the machine's own culture is.</summary>
internal static class German
{
    private static readonly NumberFormatInfo Format = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    /// <summary><c>1.234,50 EUR</c>; prices of a unit may have more than two decimals.</summary>
    public static string Euro(decimal euro) => euro.ToString("#,##0.00####", Format) + " EUR";

    /// <summary><c>1,5</c>.</summary>
    public static string Number(decimal number) => number.ToString("#,##0.####", Format);

    public static string Count(decimal number, string one, string many) => $"{Number(number)} {(number == 1 ? one : many)}";

    /// <summary><c>47 Min. 12 Sek.</c></summary>
    public static string Seconds(int seconds) =>
        seconds % 60 == 0 ? $"{Number(seconds / 60)} Min." : seconds < 60 ? $"{seconds} Sek." : $"{Number(seconds / 60)} Min. {seconds % 60} Sek.";

    /// <summary><c>24.11.2026, 09:00 Uhr</c>, in Berlin.</summary>
    public static string Moment(DateTimeOffset at) => BerlinTime.WallClock(at).ToString("dd.MM.yyyy, HH:mm 'Uhr'", CultureInfo.InvariantCulture);

    /// <summary><c>10:00 bis 11:00 Uhr</c>, in Berlin.</summary>
    public static string Stretch(DateTimeOffset from, DateTimeOffset until) => $"{TimeOfDay(from)[..5]} bis {TimeOfDay(until)}";

    /// <summary><c>11:00 Uhr</c>, in Berlin.</summary>
    public static string TimeOfDay(DateTimeOffset at) => BerlinTime.WallClock(at).ToString("HH:mm 'Uhr'", CultureInfo.InvariantCulture);

    public static string Name(Land land) => land switch
    {
        Land.BW => "Baden-Württemberg",
        Land.BY => "Bayern",
        Land.BE => "Berlin",
        Land.BB => "Brandenburg",
        Land.HB => "Bremen",
        Land.HH => "Hamburg",
        Land.HE => "Hessen",
        Land.MV => "Mecklenburg-Vorpommern",
        Land.NI => "Niedersachsen",
        Land.NW => "Nordrhein-Westfalen",
        Land.RP => "Rheinland-Pfalz",
        Land.SL => "Saarland",
        Land.SN => "Sachsen",
        Land.ST => "Sachsen-Anhalt",
        Land.SH => "Schleswig-Holstein",
        Land.TH => "Thüringen",
        _ => throw new ArgumentOutOfRangeException(nameof(land)),
    };
}
