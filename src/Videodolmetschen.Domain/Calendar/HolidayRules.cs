using static Videodolmetschen.Domain.Calendar.Land;

namespace Videodolmetschen.Domain.Calendar;

/// <summary>The public holidays of all sixteen Länder as data (GERMANY.md 6).</summary>
internal static class HolidayRules
{
    public static IReadOnlyList<HolidayRule> ByLaw { get; } =
    [
        Everywhere("Neujahr", new HolidayDate.Fixed(1, 1)),
        Everywhere("Karfreitag", new HolidayDate.AfterEaster(-2)),
        Everywhere("Ostermontag", new HolidayDate.AfterEaster(1)),
        Everywhere("Tag der Arbeit", new HolidayDate.Fixed(5, 1)),
        Everywhere("Christi Himmelfahrt", new HolidayDate.AfterEaster(39)),
        Everywhere("Pfingstmontag", new HolidayDate.AfterEaster(50)),
        Everywhere("Tag der Deutschen Einheit", new HolidayDate.Fixed(10, 3)) with { ValidFrom = new DateOnly(1990, 10, 3) },
        Everywhere("1. Weihnachtstag", new HolidayDate.Fixed(12, 25)),
        Everywhere("2. Weihnachtstag", new HolidayDate.Fixed(12, 26)),
        In("Heilige Drei Könige", new HolidayDate.Fixed(1, 6), BW, BY, ST),
        In("Frauentag", new HolidayDate.Fixed(3, 8), BE) with { ValidFrom = new DateOnly(2019, 1, 1) },
        In("Frauentag", new HolidayDate.Fixed(3, 8), MV) with { ValidFrom = new DateOnly(2023, 1, 1) },
        In("Ostersonntag", new HolidayDate.AfterEaster(0), BB),
        In("Pfingstsonntag", new HolidayDate.AfterEaster(49), BB),
        In("Fronleichnam", new HolidayDate.AfterEaster(60), BW, BY, HE, NW, RP, SL),
        In("Fronleichnam", new HolidayDate.AfterEaster(60), TH) with { Communes = CatholicInThuringia },
        In("Fronleichnam", new HolidayDate.AfterEaster(60), SN) with { Communes = CatholicSorbs },
        In("Augsburger Friedensfest", new HolidayDate.Fixed(8, 8), BY) with { Communes = ["09761000", "Augsburg"] },
        In("Mariä Himmelfahrt", new HolidayDate.Fixed(8, 15), SL),
        In("Mariä Himmelfahrt", new HolidayDate.Fixed(8, 15), BY) with { Communes = CatholicInBavaria },
        In("Weltkindertag", new HolidayDate.Fixed(9, 20), TH) with { ValidFrom = new DateOnly(2019, 1, 1) },
        In("Reformationstag", new HolidayDate.Fixed(10, 31), BB, MV, SN, ST, TH),
        In("Reformationstag", new HolidayDate.Fixed(10, 31), HB, HH, NI, SH) with { ValidFrom = new DateOnly(2018, 1, 1) },
        Everywhere("Reformationstag", new HolidayDate.Fixed(10, 31)) with { ValidFrom = new DateOnly(2017, 1, 1), ValidUntil = new DateOnly(2017, 12, 31) },
        In("Allerheiligen", new HolidayDate.Fixed(11, 1), BW, BY, NW, RP, SL),
        In("Buß- und Bettag", new HolidayDate.WeekdayBefore(DayOfWeek.Wednesday, 11, 23), SN),
        In("80. Jahrestag der Befreiung", new HolidayDate.Fixed(5, 8), BE) with { ValidFrom = new DateOnly(2025, 5, 8), ValidUntil = new DateOnly(2025, 5, 8) },
    ];

    /// <summary>The district of Eichsfeld. The single places in the Unstrut-Hainich district and the Wartburgkreis are partly parts of communes.</summary>
    private static IReadOnlyList<string> CatholicInThuringia => ["16061", "Heilbad Heiligenstadt", "Leinefelde-Worbis", "Dingelstädt"];

    /// <summary>The whole communes; in some others it holds in single villages.</summary>
    private static IReadOnlyList<string> CatholicSorbs => ["Crostwitz", "Nebelschütz", "Panschwitz-Kuckau", "Räckelwitz", "Ralbitz-Rosenthal"];

    /// <summary>
    /// The large cities of some 1,700 communes with more Catholics than Protestants. The Land's statistical office keeps the list; the rest is added by
    /// <see cref="GermanHolidays.With"/>.
    /// </summary>
    private static IReadOnlyList<string> CatholicInBavaria =>
    [
        "09162000", "München", "09761000", "Augsburg", "09362000", "Regensburg",
        "09161000", "Ingolstadt", "09663000", "Würzburg", "09262000", "Passau",
    ];

    private static HolidayRule Everywhere(string name, HolidayDate date) => new(name, date);

    private static HolidayRule In(string name, HolidayDate date, params Land[] laender) => new(name, date) { Laender = laender };
}
