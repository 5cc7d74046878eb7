namespace Videodolmetschen.Domain.Languages;

/// <summary>
/// Whether an interpreter of <see cref="Offered"/> can serve somebody who asked for <see cref="Asked"/>. Directed: Russian may
/// stand in for Ukrainian with consent, not the other way round.
/// </summary>
public sealed record SubstitutionNote(LanguageCode Asked, LanguageCode Offered, SubstitutionGrade Grade, string Note);

public enum SubstitutionGrade
{
    /// <summary>Interchangeable in speech as a rule.</summary>
    Usual,

    /// <summary>Only when the person who needs the language agrees.</summary>
    WithConsent,

    /// <summary>Often taken for the same, and not understood: never offered, said aloud instead.</summary>
    Unsafe,
}
