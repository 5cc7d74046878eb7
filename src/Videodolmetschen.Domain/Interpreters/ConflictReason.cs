namespace Videodolmetschen.Domain.Interpreters;

/// <summary>Why an interpreter and a customer do not work together.</summary>
public enum ConflictReason
{
    /// <summary>Partial, or might seem so (Befangenheit).</summary>
    Bias,
    /// <summary>How somebody behaved.</summary>
    Conduct,
    /// <summary>How it was interpreted.</summary>
    Quality,
    /// <summary>They know each other outside of work.</summary>
    Acquainted,
    Other,
}
