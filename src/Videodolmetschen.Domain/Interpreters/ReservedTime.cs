namespace Videodolmetschen.Domain.Interpreters;

/// <summary>An own appointment of an interpreter with the gap before it: nothing else rings then (SEMANTICS.md 2).</summary>
/// <param name="From">The first instant.</param>
/// <param name="Until">Not part of it.</param>
public sealed record ReservedTime(DateTimeOffset From, DateTimeOffset Until)
{
    public bool Covers(DateTimeOffset at) => From <= at && at < Until;
}
