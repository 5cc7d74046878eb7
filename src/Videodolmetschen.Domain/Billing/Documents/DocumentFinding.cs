namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>Whether a document may be issued in spite of it.</summary>
public enum FindingWeight
{
    /// <summary>Somebody who knows better may issue it all the same.</summary>
    Warning,
    /// <summary>The recipient's platform or the tax office would refuse it.</summary>
    Error,
}

/// <summary>Something that is wrong with a document.</summary>
/// <param name="Rule">As EN 16931, XRechnung or Peppol number it ("BR-DE-15"); "VD-…" are rules of our own, which none of these has.</param>
/// <param name="Weight">Error or warning.</param>
/// <param name="Advice">What to do, in German, for whoever bills.</param>
public sealed record DocumentFinding(string Rule, FindingWeight Weight, string Advice)
{
    internal static DocumentFinding Error(string rule, string advice) => new(rule, FindingWeight.Error, advice);

    internal static DocumentFinding Warning(string rule, string advice) => new(rule, FindingWeight.Warning, advice);
}
