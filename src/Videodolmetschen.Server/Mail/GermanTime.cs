using System.Globalization;
using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Server.Mail;

/// <summary>Berlin time as a German sentence says it, whatever languages the machine knows.</summary>
internal static class GermanTime
{
    private static readonly string[] Days = ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"];

    private static readonly string[] Numbers = ["null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"];

    private static readonly string[] Months =
        ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];

    /// <summary><c>Donnerstag, 26. November 2026, 10:00 bis 10:45 Uhr</c>; with both days where midnight lies between.</summary>
    public static string Period(DateTimeOffset start, DateTimeOffset end)
    {
        var (from, to) = (BerlinTime.DayOf(start), BerlinTime.DayOf(end));
        return from == to
            ? $"{Day(from)}, {Wall(start)}{Season(start, " Uhr ")} bis {Wall(end)} Uhr{Season(end)}"
            : $"{Day(from)}, {Wall(start)} Uhr{Season(start)} bis {Day(to)}, {Wall(end)} Uhr{Season(end)}";
    }

    /// <summary><c>Donnerstag, 26. November 2026</c>.</summary>
    public static string Day(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{Days[(int)day.DayOfWeek]}, {day.Day}. {Months[day.Month - 1]} {day.Year}");

    /// <summary><c>Donnerstag, 26. November 2026, 10:00 Uhr</c>.</summary>
    public static string Moment(DateTimeOffset at) => $"{Day(BerlinTime.DayOf(at))}, {Wall(at)} Uhr{Season(at)}";

    /// <summary><c>26.11.2026, 10:00 Uhr</c>, for a subject.</summary>
    public static string Short(DateTimeOffset at) => BerlinTime.WallClock(at).ToString("dd.MM.yyyy, HH:mm", CultureInfo.InvariantCulture) + " Uhr" + Season(at);

    /// <summary><c>zehn Minuten</c>, <c>eine Stunde</c>, <c>90 Minuten</c>, for "… vor Beginn".</summary>
    public static string Span(TimeSpan span) => InWords(span) switch
    {
        (1, Part.Minute) => "eine Minute",
        (1, Part.Hour) => "eine Stunde",
        (1, Part.Day) => "einen Tag",
        var (count, part) => $"{Count(count)} {(part == Part.Minute ? "Minuten" : part == Part.Hour ? "Stunden" : "Tage")}",
    };

    /// <summary><c>in zehn Minuten</c>, <c>in einer Stunde</c>, <c>morgen</c>.</summary>
    public static string Ahead(TimeSpan span) => InWords(span) switch
    {
        (1, Part.Minute) => "in einer Minute",
        (1, Part.Hour) => "in einer Stunde",
        (1, Part.Day) => "morgen",
        var (count, part) => $"in {Count(count)} {(part == Part.Minute ? "Minuten" : part == Part.Hour ? "Stunden" : "Tagen")}",
    };

    private enum Part
    {
        Minute,
        Hour,
        Day,
    }

    private static (int Count, Part Part) InWords(TimeSpan span) => span switch
    {
        _ when span.Ticks % TimeSpan.TicksPerDay == 0 => ((int)span.TotalDays, Part.Day),
        _ when span.Ticks % TimeSpan.TicksPerHour == 0 => ((int)span.TotalHours, Part.Hour),
        _ => ((int)span.TotalMinutes, Part.Minute),
    };

    private static string Count(int count) => count < Numbers.Length ? Numbers[count] : count.ToString(CultureInfo.InvariantCulture);

    private static string Wall(DateTimeOffset at) => BerlinTime.WallClock(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Only in the hour that comes twice.</summary>
    private static string Season(DateTimeOffset at, string before = " ")
    {
        if (BerlinTime.InstantsOf(BerlinTime.WallClock(at)).Count() < 2)
        {
            return "";
        }

        return before + (BerlinTime.At(at).Offset == TimeSpan.FromHours(2) ? "(Sommerzeit)" : "(Winterzeit)");
    }
}
