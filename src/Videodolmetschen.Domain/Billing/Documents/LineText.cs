using System.Globalization;

namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>All words that a line can consist of. Who wants another one adds it here, where everybody sees it.</summary>
public enum LineWord
{
    VideoOnDemand,
    AudioOnDemand,
    VideoBooked,
    AudioBooked,
    SignLanguage,
    Waiting,
    UnusedTime,
    Delay,
    Standby,
    BasicFee,
    NightSurcharge,
    WeekendSurcharge,
    SundaySurcharge,
    HolidaySurcharge,
    ShortNoticeSurcharge,
    OtherSurcharge,
    LateCancellation,
    NotCome,
    Reduction,
    Correction,
}

/// <summary>What a line says (BT-153): fixed words and a per cent. There is no place for anything that somebody typed.</summary>
/// <param name="Word">From the list.</param>
/// <param name="Percent">Of a surcharge or of a cancellation; null where it is none of these or an amount.</param>
public readonly record struct LineText(LineWord Word, decimal? Percent = null)
{
    public override string ToString() => Percent is { } percent
        ? string.Create(CultureInfo.InvariantCulture, $"{German(Word)} ({percent:0.##} %)").Replace('.', ',')
        : German(Word);

    private static string German(LineWord word) => word switch
    {
        LineWord.VideoOnDemand => "Videodolmetschen auf Abruf",
        LineWord.AudioOnDemand => "Audiodolmetschen auf Abruf",
        LineWord.VideoBooked => "Videodolmetschen zum Termin",
        LineWord.AudioBooked => "Audiodolmetschen zum Termin",
        LineWord.SignLanguage => "Gebärdensprachdolmetschen per Video",
        LineWord.Waiting => "Wartezeit",
        LineWord.UnusedTime => "Gebuchte, nicht genutzte Zeit",
        LineWord.Delay => "Abzug wegen Verspätung",
        LineWord.Standby => "Bereitschaft",
        LineWord.BasicFee => "Grundpreis",
        LineWord.NightSurcharge => "Zuschlag Nacht",
        LineWord.WeekendSurcharge => "Zuschlag Wochenende",
        LineWord.SundaySurcharge => "Zuschlag Sonntag",
        LineWord.HolidaySurcharge => "Zuschlag Feiertag",
        LineWord.ShortNoticeSurcharge => "Zuschlag kurzfristige Bestellung",
        LineWord.OtherSurcharge => "Zuschlag laut Vertrag",
        LineWord.LateCancellation => "Kurzfristig abgesagter Termin",
        LineWord.NotCome => "Nicht wahrgenommener Termin",
        LineWord.Reduction => "Minderung",
        LineWord.Correction => "Korrektur nach Einwand",
        _ => throw new ArgumentOutOfRangeException(nameof(word)),
    };
}
