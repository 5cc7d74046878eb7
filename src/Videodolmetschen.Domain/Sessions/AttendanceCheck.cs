namespace Videodolmetschen.Domain.Sessions;

/// <summary>"Are you still there?": asked several times; any sign of the side that is asked ends it.</summary>
/// <param name="Since">When it was asked first. If nobody answers, nothing after this is billed.</param>
/// <param name="Number">1 for the first time.</param>
/// <param name="Asked">Who gave no sign.</param>
public sealed record AttendanceCheck(DateTimeOffset Since, int Number, AskedSides Asked);

public enum AskedSides
{
    Requester,
    Interpreter,
    Both,
}
