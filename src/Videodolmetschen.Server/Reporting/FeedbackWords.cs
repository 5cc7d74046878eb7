namespace Videodolmetschen.Server.Reporting;

/// <summary>German words for a file that is read outside of the browser.</summary>
internal static class FeedbackWords
{
    public static string Kind(string kind) => kind == "complaint" ? "Beschwerde" : "Bewertung";

    public static string Rating(string? rating) => rating switch
    {
        "good" => "gut",
        "fair" => "mittel",
        "poor" => "schlecht",
        _ => "",
    };

    public static string Reason(string reason) => reason switch
    {
        "picture" => "Bild",
        "sound" => "Ton",
        "sound_or_picture" => "Ton oder Bild",
        "connection" => "Verbindung",
        "understanding" => "Verständigung",
        "language_or_variety" => "Sprache oder Dialekt",
        "conduct" => "Verhalten",
        "bias" => "Befangenheit",
        "punctuality" => "Pünktlichkeit",
        "noisy_setting" => "Zu laut in der Umgebung",
        "no_briefing" => "Vorabinformation fehlte",
        "turn_taking" => "Durcheinander oder zu lange Abschnitte",
        "no_break" => "Zu lang ohne Pause",
        "other" => "Anderes",
        _ => reason,
    };
}
