namespace Videodolmetschen.Server.Billing.Pdf;

/// <summary>The last line of an address abroad: in capitals, as the post wants it.</summary>
internal static class CountryName
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["AT"] = "ÖSTERREICH", ["BE"] = "BELGIEN", ["BG"] = "BULGARIEN", ["CH"] = "SCHWEIZ", ["CY"] = "ZYPERN", ["CZ"] = "TSCHECHIEN",
        ["DK"] = "DÄNEMARK", ["EE"] = "ESTLAND", ["ES"] = "SPANIEN", ["FI"] = "FINNLAND", ["FR"] = "FRANKREICH", ["GB"] = "VEREINIGTES KÖNIGREICH",
        ["GR"] = "GRIECHENLAND", ["HR"] = "KROATIEN", ["HU"] = "UNGARN", ["IE"] = "IRLAND", ["IT"] = "ITALIEN", ["LI"] = "LIECHTENSTEIN", ["LT"] = "LITAUEN",
        ["LU"] = "LUXEMBURG", ["LV"] = "LETTLAND", ["MT"] = "MALTA", ["NL"] = "NIEDERLANDE", ["NO"] = "NORWEGEN", ["PL"] = "POLEN", ["PT"] = "PORTUGAL",
        ["RO"] = "RUMÄNIEN", ["SE"] = "SCHWEDEN", ["SI"] = "SLOWENIEN", ["SK"] = "SLOWAKEI", ["TR"] = "TÜRKEI", ["UA"] = "UKRAINE",
    };

    /// <summary>Null for Germany; the code itself for a country that has no name here.</summary>
    public static string? Of(string code) => code == "DE" ? null : Names.GetValueOrDefault(code, code);
}
