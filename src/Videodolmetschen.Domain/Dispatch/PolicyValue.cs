namespace Videodolmetschen.Domain.Dispatch;

/// <summary>One number of the <see cref="DispatchPolicy"/> as people change it: a count or whole seconds, within bounds.</summary>
public sealed record PolicyValue
{
    private readonly Func<DispatchPolicy, double> _read;
    private readonly Func<DispatchPolicy, int, DispatchPolicy> _with;

    private PolicyValue(string property, (int AtLeast, int AtMost) bounds, Func<DispatchPolicy, double> read, Func<DispatchPolicy, int, DispatchPolicy> with)
    {
        Name = char.ToLowerInvariant(property[0]) + property[1..];
        (AtLeast, AtMost) = bounds;
        (_read, _with) = (read, with);
    }

    /// <summary>The name on the wire and in the table, such as <c>offerLife</c>.</summary>
    public string Name { get; }

    public int AtLeast { get; }

    public int AtMost { get; }

    public static IReadOnlyList<PolicyValue> All { get; } =
    [
        Count(nameof(DispatchPolicy.FirstWaveSize), 1, 50, p => p.FirstWaveSize, (p, v) => p with { FirstWaveSize = v }),
        Seconds(nameof(DispatchPolicy.FirstWaveAlone), 1, 600, p => p.FirstWaveAlone, (p, v) => p with { FirstWaveAlone = v }),
        Count(nameof(DispatchPolicy.NextWaveSize), 1, 50, p => p.NextWaveSize, (p, v) => p with { NextWaveSize = v }),
        Seconds(nameof(DispatchPolicy.NextWaveEvery), 1, 600, p => p.NextWaveEvery, (p, v) => p with { NextWaveEvery = v }),
        Seconds(nameof(DispatchPolicy.EverybodyAfter), 1, 1800, p => p.EverybodyAfter, (p, v) => p with { EverybodyAfter = v }),
        Seconds(nameof(DispatchPolicy.OfferLife), 5, 300, p => p.OfferLife, (p, v) => p with { OfferLife = v }),
        Seconds(nameof(DispatchPolicy.OfferExtension), 5, 300, p => p.OfferExtension, (p, v) => p with { OfferExtension = v }),
        Count(nameof(DispatchPolicy.MissesUntilPause), 1, 20, p => p.MissesUntilPause, (p, v) => p with { MissesUntilPause = v }),
        Seconds(nameof(DispatchPolicy.RingAfterRestart), 5, 120, p => p.RingAfterRestart, (p, v) => p with { RingAfterRestart = v }),
        Seconds(nameof(DispatchPolicy.UnservedAfter), 30, 3600, p => p.UnservedAfter, (p, v) => p with { UnservedAfter = v }),
        Seconds(nameof(DispatchPolicy.ChoicesAfter), 5, 3600, p => p.ChoicesAfter, (p, v) => p with { ChoicesAfter = v }),
        Seconds(nameof(DispatchPolicy.AudioAfter), 1, 3600, p => p.AudioAfter, (p, v) => p with { AudioAfter = v }),
        Seconds(nameof(DispatchPolicy.RelatedAfter), 1, 3600, p => p.RelatedAfter, (p, v) => p with { RelatedAfter = v }),
        Seconds(nameof(DispatchPolicy.HelpWithin), 30, 7200, p => p.HelpWithin, (p, v) => p with { HelpWithin = v }),
        Seconds(nameof(DispatchPolicy.CallbackFor), 300, 43_200, p => p.CallbackFor, (p, v) => p with { CallbackFor = v }),
        Seconds(nameof(DispatchPolicy.CallbackReadyFor), 30, 3600, p => p.CallbackReadyFor, (p, v) => p with { CallbackReadyFor = v }),
        Seconds(nameof(DispatchPolicy.RequesterGrace), 10, 600, p => p.RequesterGrace, (p, v) => p with { RequesterGrace = v }),
        Seconds(
            nameof(DispatchPolicy.HeadStartOfPoliceOrChildProtection), 1, 43_200,
            p => p.HeadStartOfPoliceOrChildProtection, (p, v) => p with { HeadStartOfPoliceOrChildProtection = v }),
        Seconds(
            nameof(DispatchPolicy.HeadStartOfUncoveredAppointment), 1, 43_200,
            p => p.HeadStartOfUncoveredAppointment, (p, v) => p with { HeadStartOfUncoveredAppointment = v }),
        Seconds(nameof(DispatchPolicy.HeadStartOfRelief), 1, 43_200, p => p.HeadStartOfRelief, (p, v) => p with { HeadStartOfRelief = v }),
        Count(nameof(DispatchPolicy.EstimateDays), 7, 365, p => p.EstimateDays, (p, v) => p with { EstimateDays = v }),
        Count(nameof(DispatchPolicy.EstimateCases), 5, 1000, p => p.EstimateCases, (p, v) => p with { EstimateCases = v }),
        Seconds(nameof(DispatchPolicy.PositionsEvery), 1, 60, p => p.PositionsEvery, (p, v) => p with { PositionsEvery = v }),
        Count(nameof(DispatchPolicy.PositionsTold), 1, 1000, p => p.PositionsTold, (p, v) => p with { PositionsTold = v }),
        Seconds(nameof(DispatchPolicy.RememberEnded), 10, 3600, p => p.RememberEnded, (p, v) => p with { RememberEnded = v }),
        Seconds(nameof(DispatchPolicy.ConnectWithin), 15, 300, p => p.ConnectWithin, (p, v) => p with { ConnectWithin = v }),
        Seconds(nameof(DispatchPolicy.InterruptionGrace), 10, 600, p => p.InterruptionGrace, (p, v) => p with { InterruptionGrace = v }),
        // Browsers report every 10 s: below 15 s every call would count as interrupted.
        Seconds(nameof(DispatchPolicy.MediaSilence), 15, 300, p => p.MediaSilence, (p, v) => p with { MediaSilence = v }),
        Seconds(nameof(DispatchPolicy.GuestLinkLife), 60, 86_400, p => p.GuestLinkLife, (p, v) => p with { GuestLinkLife = v }),
        Count(nameof(DispatchPolicy.GuestsAtMost), 1, 2, p => p.GuestsAtMost, (p, v) => p with { GuestsAtMost = v }),
        Seconds(nameof(DispatchPolicy.ComplaintWithin), 30, 600, p => p.ComplaintWithin, (p, v) => p with { ComplaintWithin = v }),
        Seconds(nameof(DispatchPolicy.SilenceUntilCheck), 60, 3600, p => p.SilenceUntilCheck, (p, v) => p with { SilenceUntilCheck = v }),
        Seconds(nameof(DispatchPolicy.HoldUntilCheck), 60, 7200, p => p.HoldUntilCheck, (p, v) => p with { HoldUntilCheck = v }),
        Seconds(nameof(DispatchPolicy.CheckEvery), 15, 120, p => p.CheckEvery, (p, v) => p with { CheckEvery = v }),
        Count(nameof(DispatchPolicy.ChecksUntilEnd), 2, 10, p => p.ChecksUntilEnd, (p, v) => p with { ChecksUntilEnd = v }),
        Seconds(nameof(DispatchPolicy.HandoverAfter), 600, 43_200, p => p.HandoverAfter, (p, v) => p with { HandoverAfter = v }),
        Seconds(nameof(DispatchPolicy.HandoverOverlap), 5, 300, p => p.HandoverOverlap, (p, v) => p with { HandoverOverlap = v }),
        Count(nameof(DispatchPolicy.FeedbackDays), 1, 30, p => p.FeedbackDays, (p, v) => p with { FeedbackDays = v }),
        Seconds(nameof(DispatchPolicy.FeedbackChangeWithin), 10, 86_400, p => p.FeedbackChangeWithin, (p, v) => p with { FeedbackChangeWithin = v }),
        Seconds(nameof(DispatchPolicy.PresenceGrace), 10, 600, p => p.PresenceGrace, (p, v) => p with { PresenceGrace = v }),
        Seconds(nameof(DispatchPolicy.WrapUp), 1, 600, p => p.WrapUp, (p, v) => p with { WrapUp = v }),
        Seconds(nameof(DispatchPolicy.BreakAfter), 300, 14_400, p => p.BreakAfter, (p, v) => p with { BreakAfter = v }),
        Seconds(nameof(DispatchPolicy.BreakLength), 60, 7200, p => p.BreakLength, (p, v) => p with { BreakLength = v }),
        Seconds(nameof(DispatchPolicy.BreakGap), 60, 7200, p => p.BreakGap, (p, v) => p with { BreakGap = v }),
        Seconds(nameof(DispatchPolicy.BreakQuestion), 10, 600, p => p.BreakQuestion, (p, v) => p with { BreakQuestion = v }),
        Seconds(nameof(DispatchPolicy.WrapUpAtMost), 1, 1800, p => p.WrapUpAtMost, (p, v) => p with { WrapUpAtMost = v }),
    ];

    /// <summary>Null for a name that no value has.</summary>
    public static PolicyValue? Find(string name) => All.FirstOrDefault(value => string.Equals(value.Name, name, StringComparison.Ordinal));

    /// <summary>Whole seconds or a count; fractions that somebody configured are rounded up.</summary>
    public int Of(DispatchPolicy policy) => (int)Math.Ceiling(_read(policy));

    public DispatchPolicy With(DispatchPolicy policy, int value) => _with(policy, value);

    private static PolicyValue Count(
        string property, int atLeast, int atMost, Func<DispatchPolicy, int> read, Func<DispatchPolicy, int, DispatchPolicy> with) =>
        new(property, (atLeast, atMost), policy => read(policy), with);

    private static PolicyValue Seconds(
        string property, int atLeast, int atMost, Func<DispatchPolicy, TimeSpan> read, Func<DispatchPolicy, TimeSpan, DispatchPolicy> with) =>
        new(property, (atLeast, atMost), policy => read(policy).TotalSeconds, (policy, seconds) => with(policy, TimeSpan.FromSeconds(seconds)));
}
