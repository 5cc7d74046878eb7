using Videodolmetschen.Domain.Interpreters;

namespace Videodolmetschen.Domain.Requests;

/// <summary>What an interpreter must bring (hard).</summary>
public abstract record Requirement
{
    private Requirement()
    {
    }

    public sealed record OfGender(Gender Gender) : Requirement;

    /// <summary>A general oath for the language, valid today (§ 189 GVG).</summary>
    public sealed record SwornToday : Requirement;

    public sealed record AtLeast(QualificationLevel Level) : Requirement;

    public sealed record KnowsField : Requirement;

    public sealed record SpeaksVariety(string Variety) : Requirement;

    /// <summary>The same interpreter as last time.</summary>
    public sealed record ThisInterpreter(InterpreterId Interpreter) : Requirement;
}

/// <summary>
/// What would be good to have. With a release time it binds like a requirement until then and only ranks afterwards;
/// without one it only ranks.
/// </summary>
public sealed record Wish(Requirement What, TimeSpan? ReleasedAfter = null);
