namespace Videodolmetschen.Domain.Dispatch;

/// <summary>What a <see cref="DispatchPolicy"/> must keep, so that nobody is rung for ever or given up unheard.</summary>
public static class PolicyRules
{
    /// <summary>Each broken rule, at the value that a person would correct.</summary>
    public static IReadOnlyList<PolicyViolation> Violations(DispatchPolicy policy) =>
    [
        .. PolicyValue.All
            .Where(value => value.Of(policy) < value.AtLeast || value.Of(policy) > value.AtMost)
            .Select(value => new PolicyViolation(value.Name, PolicyBreach.OutOfBounds)),
        .. Pairs(policy)
            .Where(pair => pair.Shorter > pair.Longer)
            .Select(pair => new PolicyViolation(pair.Name, pair.Breach)),
    ];

    private static IEnumerable<(string Name, TimeSpan Shorter, TimeSpan Longer, PolicyBreach Breach)> Pairs(DispatchPolicy policy) =>
    [
        ("offerLife", policy.OfferLife, policy.UnservedAfter, PolicyBreach.OfferOutlivesRequest),
        ("firstWaveAlone", policy.FirstWaveAlone, policy.EverybodyAfter, PolicyBreach.FirstWaveOutlastsWaves),
        ("everybodyAfter", policy.EverybodyAfter, policy.UnservedAfter, PolicyBreach.EverybodyTooLate),
        ("choicesAfter", policy.ChoicesAfter, policy.UnservedAfter, PolicyBreach.ChoicesTooLate),
        ("audioAfter", policy.AudioAfter, policy.UnservedAfter, PolicyBreach.ChoicesTooLate),
        ("relatedAfter", policy.RelatedAfter, policy.UnservedAfter, PolicyBreach.ChoicesTooLate),
        ("callbackReadyFor", policy.CallbackReadyFor, policy.CallbackFor, PolicyBreach.CallbackTooShort),
        ("wrapUp", policy.WrapUp, policy.WrapUpAtMost, PolicyBreach.WrapUpOverItsMost),
        ("breakQuestion", policy.BreakQuestion, policy.WrapUpAtMost, PolicyBreach.WrapUpOverItsMost),
        ("breakGap", policy.BreakGap, policy.BreakLength, PolicyBreach.BreakTooShort),
        ("silenceUntilCheck", policy.SilenceUntilCheck, policy.HoldUntilCheck, PolicyBreach.HoldCheckedTooSoon),
        ("headStartOfUncoveredAppointment", policy.HeadStartOfUncoveredAppointment, policy.HeadStartOfPoliceOrChildProtection, PolicyBreach.PriorityOutOfOrder),
    ];
}

/// <param name="Value">The <see cref="PolicyValue.Name"/>.</param>
/// <param name="Breach">What is wrong with it.</param>
public sealed record PolicyViolation(string Value, PolicyBreach Breach);

/// <summary>Stable codes; the German sentence for each stands in <c>src/web/i18n/de/policy.ts</c>.</summary>
public enum PolicyBreach
{
    OutOfBounds,
    /// <summary>An offer would ring longer than its request waits.</summary>
    OfferOutlivesRequest,
    /// <summary>The first wave would still be alone when everybody rings.</summary>
    FirstWaveOutlastsWaves,
    /// <summary>Everybody would ring only after the request was given up.</summary>
    EverybodyTooLate,
    /// <summary>The other choices would come only after the request was given up.</summary>
    ChoicesTooLate,
    /// <summary>A callback would lapse before there was time to take it.</summary>
    CallbackTooShort,
    WrapUpOverItsMost,
    /// <summary>A whole break would not count as one.</summary>
    BreakTooShort,
    /// <summary>Whoever holds would be asked sooner than whoever talks.</summary>
    HoldCheckedTooSoon,
    /// <summary>A lower priority would have the larger head start.</summary>
    PriorityOutOfOrder,
}
