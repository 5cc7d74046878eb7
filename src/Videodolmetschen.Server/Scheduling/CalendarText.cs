using System.Text.RegularExpressions;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>
/// The lines of an iCalendar file (RFC 5545) that say when. Titles, places, guests and notes are left where they are: they reach nothing
/// that could keep them.
/// </summary>
/// <param name="Events">The lines of each VEVENT, without what is nested in it.</param>
/// <param name="Zones">The offsets (<c>+0100</c>) of each zone that the file itself describes.</param>
internal sealed partial record CalendarText(IReadOnlyList<IReadOnlyList<CalendarLine>> Events, ILookup<string, string> Zones)
{
    private const string Event = "VEVENT";
    private const string Zone = "VTIMEZONE";

    private static readonly HashSet<string> Wanted =
        ["UID", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "TRANSP", "STATUS", "X-MICROSOFT-CDO-BUSYSTATUS"];

    /// <returns>Null for what is no calendar, or is cut off.</returns>
    public static CalendarText? Read(string text)
    {
        var events = new List<IReadOnlyList<CalendarLine>>();
        var offsets = new List<(string Zone, string Offset)>();
        var (open, current, zone) = (new Stack<string>(), new List<CalendarLine>(), "");
        foreach (var line in Unfold(text).Select(CalendarLine.Read).OfType<CalendarLine>())
        {
            switch (line.Name)
            {
                case "BEGIN" when open.Count > 0 || line.IsValue("VCALENDAR"):
                    open.Push(line.Value.ToUpperInvariant());
                    current = line.IsValue(Event) ? [] : current;
                    break;
                case "END" when open.TryPop(out var opened) && line.IsValue(opened):
                    events.AddRange(line.IsValue(Event) ? [current] : []);
                    break;
                case "BEGIN" or "END":
                    return null;
                case "TZID" when open.TryPeek(out var at) && at == Zone:
                    zone = line.Value;
                    break;
                case "TZOFFSETTO" when open.Contains(Zone):
                    offsets.Add((zone, line.Value));
                    break;
                case var name when Wanted.Contains(name) && open.TryPeek(out var at) && at == Event:
                    current.Add(line);
                    break;
            }
        }

        var isWhole = open.Count == 0 && text.TrimStart('\uFEFF', ' ', '\r', '\n').StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase);
        return isWhole ? new CalendarText(events, offsets.ToLookup(one => one.Zone, one => one.Offset, StringComparer.Ordinal)) : null;
    }

    /// <summary>Long lines go on after a line break and a space.</summary>
    private static string[] Unfold(string text) =>
        Folding().Replace(text.TrimStart('\uFEFF', ' ', '\r', '\n'), "").Split(["\r\n", "\n", "\r"], StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"(\r\n|\n|\r)[ \t]", RegexOptions.None, 1000)]
    private static partial Regex Folding();
}

/// <param name="Name">In capitals.</param>
/// <param name="Parameters">As written, each with its semicolon.</param>
/// <param name="Value">As written.</param>
internal sealed partial record CalendarLine(string Name, string Parameters, string Value)
{
    /// <summary>What it names, without quotes; null when it names none.</summary>
    public string? Zone => ZoneName().Match(Parameters) is { Success: true } found ? found.Groups[1].Value.Trim('"') : null;

    public static CalendarLine? Read(string line) => Content().Match(line) is { Success: true } found
        ? new(found.Groups[1].Value.ToUpperInvariant(), found.Groups[2].Value, found.Groups[3].Value.Trim())
        : null;

    public bool IsValue(string value) => Value.Equals(value, StringComparison.OrdinalIgnoreCase);

    public CalendarLine In(string zone) => this with { Parameters = ZoneName().Replace(Parameters, $";TZID={zone}") };

    public override string ToString() => $"{Name}{Parameters}:{Value}";

    [GeneratedRegex("""^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)$""", RegexOptions.NonBacktracking)]
    private static partial Regex Content();

    [GeneratedRegex(""";TZID=("[^"]*"|[^;]*)""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex ZoneName();
}
