using Videodolmetschen.Domain.Interpreters;

namespace Videodolmetschen.Domain.Dispatch;

/// <summary>
/// Everything about an interpreter that requirements and ranking look at, for one language on one day. Interpreters with
/// equal profiles are judged once, together, so a decision costs as many steps as there are profiles, not people.
/// </summary>
internal sealed record Profile(
    QualificationLevel Level,
    Gender Gender,
    int Fields,
    bool Sworn,
    bool Obliged,
    string Varieties)
{
    private const char Between = '\u001f';

    public static Profile Of(Interpreter interpreter, SpokenLanguage spoken, DateOnly day) => new(
        spoken.Level,
        interpreter.Gender,
        interpreter.Fields.Aggregate(0, (all, field) => all | (1 << (int)field)),
        interpreter.Oaths.Any(oath => oath.Language == spoken.Language && oath.IsValidOn(day)),
        interpreter.Section203Until is { } until && day <= until,
        Between + string.Join(Between, spoken.Varieties.Order(StringComparer.Ordinal)) + Between);

    public bool Knows(Field field) => (Fields & (1 << (int)field)) != 0;

    public bool Speaks(string variety) => Varieties.Contains(Between + variety + Between, StringComparison.Ordinal);
}
