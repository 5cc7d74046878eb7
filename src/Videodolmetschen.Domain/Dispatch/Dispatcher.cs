namespace Videodolmetschen.Domain.Dispatch;

/// <summary>
/// Decides, and does not act: a command and the time go in, an outcome comes out. Owned by one loop; not thread-safe.
/// Its memory is a cache of the tables: after a failed store it is thrown away and <see cref="Load"/>ed anew.
/// </summary>
public sealed class Dispatcher
{
    private readonly DispatchPolicy _policy;
    private readonly Func<Guid> _newId;

    public Dispatcher(DispatchPolicy policy, Func<Guid> newId) => (_policy, _newId) = (policy, newId);

    /// <summary>The next moment at which <see cref="Tick"/> has something to do; null when nothing is pending.</summary>
    public DateTimeOffset? NextDeadline { get; private set; }

    /// <summary>
    /// Takes the tables' content. Nobody counts as connected, and all graces begin anew from now, as does media silence;
    /// whoever comes back says so by <see cref="DispatchCommand.Connect"/>.
    /// </summary>
    public void Load(DispatchSnapshot snapshot, DateTimeOffset now) => throw new NotSupportedException($"{_policy} {_newId()} {NextDeadline}");

    /// <summary>Decides one command. Broken rules come back as <see cref="DispatchReply.Refused"/>; nothing has changed then.</summary>
    public DispatchOutcome Handle(DispatchCommand command, DateTimeOffset now) => throw new NotSupportedException($"{_policy}");

    /// <summary>Does all that is due: expiries, waves, graces, releases, wrap-ups.</summary>
    public DispatchOutcome Tick(DateTimeOffset now) => throw new NotSupportedException($"{_policy}");
}
