namespace Videodolmetschen.Domain.Tests.Simulation;

/// <summary>
/// One thing that somebody does, or that befalls the service. Names people, never rows: it means something in every history, so any
/// of them can be left out when a failure is made smaller.
/// </summary>
/// <param name="At">Milliseconds of the town's own time.</param>
/// <param name="Kind">What is done.</param>
/// <param name="Who">The number of an interpreter or a requester, as the kind says.</param>
/// <param name="What">How, as the kind says.</param>
/// <param name="Fate">What happens to the service meanwhile.</param>
internal readonly record struct Act(long At, ActKind Kind, int Who, int What = 0, Fate Fate = Fate.Fine)
{
    public bool IsByRequester =>
        Kind is ActKind.Ask or ActKind.AskAgain or ActKind.Cancel or ActKind.RequesterComes or ActKind.RequesterGoes or ActKind.RequesterLooks
            or ActKind.Ease or ActKind.AskForHelp or ActKind.PromiseHelp or ActKind.AskCallback or ActKind.TakeCallback or ActKind.CancelCallback;
}

internal enum ActKind
{
    /// <summary>A requester; What is the need.</summary>
    Ask,
    /// <summary>The same press once more.</summary>
    AskAgain,
    /// <summary>What: 1 for the coordinator's hand.</summary>
    Cancel,
    /// <summary>What: 1 to audio, 2 allows related languages, 3 both.</summary>
    Ease,
    AskForHelp,
    /// <summary>A coordinator promises it to the requester.</summary>
    PromiseHelp,
    AskCallback,
    TakeCallback,
    CancelCallback,
    RequesterComes,
    RequesterGoes,
    InterpreterComes,
    InterpreterGoes,
    /// <summary>What: the presence wished.</summary>
    Duty,
    Accept,
    Decline,
    /// <summary>The interpreter wants more time for what rings.</summary>
    Extend,
    /// <summary>About the interpreter's latest session. What: see <see cref="Saying"/>.</summary>
    Media,
    Hold,
    HangUp,
    /// <summary>In the interpreter's latest session. What: see <see cref="GuestActs"/>.</summary>
    Guest,
    /// <summary>Somebody answers whether anybody is still there.</summary>
    SaysHere,
    /// <summary>The requester finds it unusable.</summary>
    Complain,
    /// <summary>And asks again.</summary>
    AskElse,
    /// <summary>In the interpreter's latest session; by her own hand or a coordinator's.</summary>
    SeekRelief,
    CancelRelief,
    HandOver,
    TakeBreak,
    EndWrapUp,
    ExtendWrapUp,
    /// <summary>What: the requester whose request the interpreter is to take.</summary>
    Assign,
    /// <summary>What an interpreter brings changes.</summary>
    Change,
    RequesterLooks,
    InterpreterLooks,
    /// <summary>The clock is set by so many milliseconds; nobody has asked the dispatcher meanwhile.</summary>
    SetClock,
    /// <summary>The process dies, and the clock is set by so many milliseconds before the next one begins.</summary>
    RestartWithClock,
    /// <summary>Another policy from here on.</summary>
    SetPolicy,
}

internal enum Fate
{
    Fine,
    /// <summary>The dispatcher hears of it before it has done what was due.</summary>
    Late,
    /// <summary>Stored, but nobody is told.</summary>
    NoticesLost,
    /// <summary>Stored, but the process dies before it tells.</summary>
    DiesUntold,
    /// <summary>Decided, and lost with the process.</summary>
    DiesUnstored,
}

/// <summary>Packs a side, a yes or no and a number of seconds into one number.</summary>
internal static class Saying
{
    public static int Of(bool byInterpreter, bool yes, int seconds) => (seconds << 2) | (yes ? 2 : 0) | (byInterpreter ? 1 : 0);

    public static bool ByInterpreter(int what) => (what & 1) != 0;

    /// <summary>Every other span stands for a report in which somebody was there; what has no span comes from an old browser.</summary>
    public static bool? IsSign(int what) => what >> 2 == 0 ? null : (what >> 2) % 2 == 0;

    public static bool Yes(int what) => (what & 2) != 0;

    public static TimeSpan Span(int what) => TimeSpan.FromSeconds(what >> 2);
}
