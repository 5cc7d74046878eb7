namespace Videodolmetschen.Domain.Interpreters;

/// <summary>Whether emergencies may ring at somebody who takes no other offers: an own choice, never a duty.</summary>
public enum EmergencyReach
{
    Never,
    /// <summary>In a pause of one's own and outside the declared week, but not in a break, and never in an absence.</summary>
    WhenPaused,
    AlsoInBreaks,
}
