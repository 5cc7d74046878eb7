using Videodolmetschen.Domain.Interpreters;

namespace Videodolmetschen.Server.Sessions.Record;

/// <summary>German words of a record.</summary>
internal static class RecordWords
{
    /// <summary>The level for the language (GERMANY.md 5.3), and an oath that held on that day.</summary>
    public static string Qualification(short? level, IEnumerable<Oath> oaths, DateOnly day)
    {
        var words = (QualificationLevel?)level switch
        {
            QualificationLevel.Sworn => "Allgemein beeidigt (Stufe 1)",
            QualificationLevel.StateExamined => "Staatlich geprüft oder Studium (Stufe 2)",
            QualificationLevel.CertifiedCommunity => "Zertifizierte Sprach- und Integrationsmittlung (Stufe 3)",
            QualificationLevel.QualifiedCommunity => "Qualifizierte Sprachmittlung (Stufe 4)",
            QualificationLevel.ShortCourse => "Kurzlehrgang (Stufe 5)",
            QualificationLevel.None => "Ohne Nachweis (Stufe 6)",
            _ => "Nicht mehr hinterlegt",
        };
        return level != (short)QualificationLevel.Sworn && oaths.Any(oath => oath.IsValidOn(day)) ? words + ", allgemein beeidigt" : words;
    }

    public static string Modality(string modality) => modality == "audio" ? "Ton ohne Bild" : "Video (Bild und Ton)";

    /// <summary><c>47 Minuten 12 Sekunden</c>.</summary>
    public static string Duration(int seconds)
    {
        if (seconds == 0)
        {
            return "keine, das Gespräch wird nicht berechnet";
        }

        var (minutes, rest) = Math.DivRem(seconds, 60);
        var tail = rest == 1 ? "1 Sekunde" : $"{rest} Sekunden";
        return minutes == 0 ? tail : $"{(minutes == 1 ? "1 Minute" : $"{minutes} Minuten")} {tail}";
    }
}
