namespace Videodolmetschen.Server.Reporting;

/// <summary>German words for a file that is read outside of the browser.</summary>
internal static class UnservedWords
{
    public static string Cause(string cause) => cause switch
    {
        "none_qualified" => "Niemand mit passender Qualifikation",
        "none_on_duty" => "Niemand im Dienst",
        "all_busy" => "Alle im Gespräch",
        "all_declined" => "Alle haben abgelehnt",
        "none_connected" => "Verbindung kam nicht zustande",
        "all_missed" => "Niemand hat geantwortet",
        _ => cause,
    };

    public static string Field(string field) => field switch
    {
        "immigration" => "Ausländerrecht",
        "asylum" => "Asyl",
        "health" => "Gesundheit",
        "mental_health" => "Psychische Gesundheit",
        "social" => "Soziales",
        "school" => "Schule",
        "police_courts" => "Polizei und Justiz",
        _ => field,
    };

    public static string Priority(string priority) => priority switch
    {
        "normal" => "Normal",
        "appointment_uncovered" => "Termin ohne Besetzung",
        "police_or_child_protection" => "Polizei oder Kinderschutz",
        "emergency" => "Notfall",
        _ => priority,
    };

    public static string Callback(string? callback) => callback switch
    {
        null => "nein",
        "open" or "ready" => "wartet",
        "taken" => "angenommen",
        "expired" => "abgelaufen",
        _ => "zurückgezogen",
    };
}
