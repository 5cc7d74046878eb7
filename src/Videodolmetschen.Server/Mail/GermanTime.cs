using System.Globalization;
using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Server.Mail;

/// <summary>Berlin time as a German sentence says it, whatever languages the machine knows.</summary>
internal static class GermanTime
{
    private static readonly string[] Days = ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"];

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
