namespace Videodolmetschen.Domain.Sessions;

/// <summary>Why a requester ends a conversation that has just begun as unusable (SEMANTICS.md 5).</summary>
public enum ComplaintReason
{
    /// <summary>Another language or variety than was asked for.</summary>
    LanguageOrVariety,
    SoundOrPicture,
    /// <summary>The people do not understand each other well enough.</summary>
    Understanding,
    Bias,
    Conduct,
    Other,
}
