namespace Videodolmetschen.Domain.Sessions;

/// <summary>
/// The clock both sides see. Runs while media flows on both sides and the interpreter does not hold;
/// stops for holds and interruptions. Never negative, whatever the wall clock does.
/// </summary>
/// <param name="Counted">Closed stretches.</param>
/// <param name="RunningSince">Start of the open stretch, or null while it stands.</param>
public sealed record BillableTime(TimeSpan Counted, DateTimeOffset? RunningSince)
{
    /// <summary>Under this nothing is billed (SEMANTICS.md 5).</summary>
    public static readonly TimeSpan Least = TimeSpan.FromSeconds(10);

    public static readonly BillableTime None = new(TimeSpan.Zero, null);

    public BillableTime RunFrom(DateTimeOffset at) => RunningSince is null ? this with { RunningSince = at } : this;

    public BillableTime StopAt(DateTimeOffset at) => new(At(at), null);

    public TimeSpan At(DateTimeOffset now) =>
        RunningSince is { } since && now > since ? Counted + (now - since) : Counted;

    /// <summary>Whole seconds to bill once stopped: down to the second, 0 under <see cref="Least"/>.</summary>
    public int BillableSeconds => Counted < Least ? 0 : (int)Math.Floor(Counted.TotalSeconds);
}
