namespace Videodolmetschen.Domain.Calendar;

/// <summary>One public holiday as the law of some Länder knows it.</summary>
/// <param name="Name">In German, as people call it.</param>
/// <param name="Date">How it finds its day.</param>
public sealed record HolidayRule(string Name, HolidayDate Date)
{
    /// <summary>Where it holds; none named is everywhere.</summary>
    public IReadOnlyList<Land> Laender { get; init; } = [];

    /// <summary>
    /// Where in these Länder it holds: names, or beginnings of the Gemeindeschlüssel (five digits are a district). None named is the whole Land.
    /// A holiday that holds only in a part of a commune is left to whoever knows the street.
    /// </summary>
    public IReadOnlyList<string> Communes { get; init; } = [];

    /// <summary>The first day on which the law knew it.</summary>
    public DateOnly ValidFrom { get; init; } = DateOnly.MinValue;

    /// <summary>The last such day.</summary>
    public DateOnly ValidUntil { get; init; } = DateOnly.MaxValue;

    public bool HoldsIn(HolidayRegion region) =>
        (Laender.Count == 0 || Laender.Contains(region.Land))
        && (Communes.Count == 0 || (region.Commune is { } commune && Communes.Any(named => Means(named, commune))));

    /// <summary>Its day in the year; null where the law did not know it.</summary>
    public DateOnly? In(int year)
    {
        var day = Date.In(year);
        return day >= ValidFrom && day <= ValidUntil ? day : null;
    }

    private static bool Means(string named, string commune) =>
        string.Equals(named, commune, StringComparison.OrdinalIgnoreCase)
        || (named.All(char.IsAsciiDigit) && commune.StartsWith(named, StringComparison.Ordinal));
}
