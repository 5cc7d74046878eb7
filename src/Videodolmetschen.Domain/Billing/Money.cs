namespace Videodolmetschen.Domain.Billing;

/// <summary>Euro are <c>decimal</c>; each place that rounds says so.</summary>
public static class Money
{
    /// <summary>To the cent, half away from zero: what commerce and tax offices do, not the default of .NET (GERMANY.md 2.7).</summary>
    public static decimal ToCents(decimal euro) => decimal.Round(euro, 2, MidpointRounding.AwayFromZero);

    /// <summary>A part of an amount in per cent, rounded once, to the cent.</summary>
    public static decimal Percent(decimal euro, decimal percent) => ToCents(euro * percent / 100m);
}
