namespace Videodolmetschen.Domain.Bookkeeping;

/// <summary>The 125 columns of a DATEV Buchungsstapel in format 13, as they are named there, and the places of those that we fill.</summary>
internal static class BookingColumns
{
    public const int Amount = 0;
    public const int DebitOrCredit = 1;
    public const int Currency = 2;
    public const int Account = 6;
    public const int ContraAccount = 7;
    public const int TaxKey = 8;
    public const int Day = 9;
    public const int Reference = 10;
    public const int Text = 13;
    public const int IsFixed = 113;
    public const int ServedOn = 114;
    public const int TaxPeriod = 115;
    public const int DueOn = 116;

    public static IReadOnlyList<string> All { get; } =
    [
        "Umsatz (ohne Soll/Haben-Kz)", "Soll/Haben-Kennzeichen", "WKZ Umsatz", "Kurs", "Basis-Umsatz", "WKZ Basis-Umsatz", "Konto", "Gegenkonto (ohne BU-Schlüssel)",
        "BU-Schlüssel", "Belegdatum", "Belegfeld 1", "Belegfeld 2", "Skonto", "Buchungstext", "Postensperre", "Diverse Adressnummer", "Geschäftspartnerbank", "Sachverhalt",
        "Zinssperre", "Beleglink",
        .. Pairs("Beleginfo - Art", "Beleginfo - Inhalt", 8),
        "KOST1 - Kostenstelle", "KOST2 - Kostenstelle", "Kost-Menge", "EU-Land u. UStID (Bestimmung)", "EU-Steuersatz (Bestimmung)", "Abw. Versteuerungsart",
        "Sachverhalt L+L", "Funktionsergänzung L+L", "BU 49 Hauptfunktionstyp", "BU 49 Hauptfunktionsnummer", "BU 49 Funktionsergänzung",
        .. Pairs("Zusatzinformation - Art", "Zusatzinformation- Inhalt", 20),
        "Stück", "Gewicht", "Zahlweise", "Forderungsart", "Veranlagungsjahr", "Zugeordnete Fälligkeit", "Skontotyp", "Auftragsnummer", "Buchungstyp",
        "USt-Schlüssel (Anzahlungen)", "EU-Land (Anzahlungen)", "Sachverhalt L+L (Anzahlungen)", "EU-Steuersatz (Anzahlungen)", "Erlöskonto (Anzahlungen)", "Herkunft-Kz",
        "Buchungs GUID", "KOST-Datum", "SEPA-Mandatsreferenz", "Skontosperre", "Gesellschaftername", "Beteiligtennummer", "Identifikationsnummer", "Zeichnernummer",
        "Postensperre bis", "Bezeichnung SoBil-Sachverhalt", "Kennzeichen SoBil-Buchung", "Festschreibung", "Leistungsdatum", "Datum Zuord. Steuerperiode", "Fälligkeit",
        "Generalumkehr (GU)", "Steuersatz", "Land", "Abrechnungsreferenz", "BVV-Position", "EU-Land u. UStID (Ursprung)", "EU-Steuersatz (Ursprung)", "Abw. Skontokonto",
    ];

    private static IEnumerable<string> Pairs(string kind, string content, int count) => Enumerable.Range(1, count).SelectMany(number => new[] { $"{kind} {number}", $"{content} {number}" });
}
