namespace Videodolmetschen.Server.Scheduling;

/// <summary>Which zone a calendar means: names of the IANA, of Windows ("W. Europe Standard Time"), with a prefix, or of its own.</summary>
internal static class CalendarZones
{
    private const string Berlin = "Europe/Berlin";

    /// <summary>An IANA name; null when it cannot be told, for a wrong hour is worse than none.</summary>
    /// <param name="offsets">What the file itself says of the zone.</param>
    public static string? Find(string name, IEnumerable<string> offsets) => Known(name) ?? Suffix(name) ?? ByOffsets(offsets.ToHashSet(StringComparer.Ordinal));

    private static string? Known(string name)
    {
        if (TimeZoneInfo.TryConvertWindowsIdToIanaId(name, out var iana))
        {
            return iana;
        }

        return name is not "" && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId ? zone.Id : null;
    }

    /// <summary>Mozilla writes <c>/mozilla.org/20250101_1/Europe/Berlin</c>.</summary>
    private static string? Suffix(string name) => name.Split('/') is [.., _, var area, var place] ? Known($"{area}/{place}") : null;

    /// <summary>Outlook names zones in the language of its user; Central European time is told by its two offsets.</summary>
    private static string? ByOffsets(HashSet<string> offsets) => offsets.SetEquals(["+0100", "+0200"]) ? Berlin : offsets.SetEquals(["+0000"]) ? "UTC" : null;
}
