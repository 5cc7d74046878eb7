using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Dispatch;

/// <summary>Every number of SEMANTICS.md 2 to 5 with its default. Changed by coordinators, never a constant in code.</summary>
public sealed record DispatchPolicy
{
    public int FirstWaveSize { get; init; } = 3;

    public TimeSpan FirstWaveAlone { get; init; } = TimeSpan.FromSeconds(12);

    public int NextWaveSize { get; init; } = 5;

    public TimeSpan NextWaveEvery { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan EverybodyAfter { get; init; } = TimeSpan.FromSeconds(45);

    public TimeSpan OfferLife { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>So much longer an offer rings when its interpreter asks for it, once.</summary>
    public TimeSpan OfferExtension { get; init; } = TimeSpan.FromSeconds(20);

    public int MissesUntilPause { get; init; } = 3;

    public TimeSpan UnservedAfter { get; init; } = TimeSpan.FromSeconds(240);

    public TimeSpan ChoicesAfter { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>From then on a request for video may be made one for audio only.</summary>
    public TimeSpan AudioAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>From then on interpreters of related languages ring, where the requester allowed it.</summary>
    public TimeSpan RelatedAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A request that asked the Disposition for help is searched for at least so long from then on, and again from the answer.</summary>
    public TimeSpan HelpWithin { get; init; } = TimeSpan.FromSeconds(600);

    /// <summary>A callback lapses after so long, and in any case at the end of the day in Berlin.</summary>
    public TimeSpan CallbackFor { get; init; } = TimeSpan.FromHours(4);

    /// <summary>Whoever is called back has so long to say yes.</summary>
    public TimeSpan CallbackReadyFor { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>How long a requester who lost the connection keeps the place.</summary>
    public TimeSpan RequesterGrace { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long an interpreter without any connection stays on duty.</summary>
    public TimeSpan PresenceGrace { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan WrapUp { get; init; } = TimeSpan.FromSeconds(15);

    public TimeSpan WrapUpAtMost { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>After so much interpreting without a real gap a break is offered.</summary>
    public TimeSpan BreakAfter { get; init; } = TimeSpan.FromMinutes(30);

    public TimeSpan BreakLength { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>A gap of this length is rest; shorter ones count as interpreting without a break.</summary>
    public TimeSpan BreakGap { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The wrap-up lasts at least so long while a break is offered, so that nobody is rung before the answer.</summary>
    public TimeSpan BreakQuestion { get; init; } = TimeSpan.FromSeconds(45);

    public TimeSpan ConnectWithin { get; init; } = TimeSpan.FromSeconds(45);

    public TimeSpan InterruptionGrace { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>No sign of media from either side for so long is an interruption. Browsers report every 10 s.</summary>
    public TimeSpan MediaSilence { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a guest's link waits for somebody to come by it.</summary>
    public TimeSpan GuestLinkLife { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Links and guests of a session at one time. The browsers connect each with each, so that more would be too much for them.</summary>
    public int GuestsAtMost { get; init; } = 2;

    /// <summary>From the start of a conversation, so long it may be ended as unusable and is not billed.</summary>
    public TimeSpan ComplaintWithin { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>A side that has given no sign for so long is asked whether it is still there.</summary>
    public TimeSpan SilenceUntilCheck { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The same while either side holds.</summary>
    public TimeSpan HoldUntilCheck { get; init; } = TimeSpan.FromMinutes(20);

    public TimeSpan CheckEvery { get; init; } = TimeSpan.FromSeconds(30);

    public int ChecksUntilEnd { get; init; } = 3;

    /// <summary>After so long without a change of interpreter a handover is proposed.</summary>
    public TimeSpan HandoverAfter { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>So long both interpreters are in before the relief takes over by itself.</summary>
    public TimeSpan HandoverOverlap { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For so many days after a conversation each side may say how it went.</summary>
    public int FeedbackDays { get; init; } = 7;

    /// <summary>So long what was said of a conversation may be changed or taken back.</summary>
    public TimeSpan FeedbackChangeWithin { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The estimate of a wait looks at so many past days.</summary>
    public int EstimateDays { get; init; } = 28;

    /// <summary>Fewer cases than that say nothing about a wait.</summary>
    public int EstimateCases { get; init; } = 5;

    /// <summary>Positions are told again at most so often.</summary>
    public TimeSpan PositionsEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Positions are told to so many at the head of a queue; the rest wait until they get there.</summary>
    public int PositionsTold { get; init; } = 100;

    /// <summary>Priority points, one of which is worth a second of waiting (SEMANTICS.md 1). An emergency needs none: it comes before all others.</summary>
    public TimeSpan HeadStartOfPoliceOrChildProtection { get; init; } = TimeSpan.FromSeconds(180);

    public TimeSpan HeadStartOfUncoveredAppointment { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>A conversation that runs comes before one that has not begun.</summary>
    public TimeSpan HeadStartOfRelief { get; init; } = TimeSpan.FromSeconds(180);

    /// <summary>Offers that rang when the service went down ring at least so long after it is back.</summary>
    public TimeSpan RingAfterRestart { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an ended request is remembered, so that a repeated or late command gets the same answer.</summary>
    public TimeSpan RememberEnded { get; init; } = TimeSpan.FromSeconds(120);

    public TimeSpan HeadStartOf(InterpretingRequest request)
    {
        var byPriority = HeadStartOf(request.Priority);
        return request.ReliefFor is not null && HeadStartOfRelief > byPriority ? HeadStartOfRelief : byPriority;
    }

    public TimeSpan HeadStartOf(Priority priority) => priority switch
    {
        Priority.PoliceOrChildProtection => HeadStartOfPoliceOrChildProtection,
        Priority.AppointmentUncovered => HeadStartOfUncoveredAppointment,
        _ => TimeSpan.Zero,
    };
}
