using Videodolmetschen.Domain;
using Videodolmetschen.Server.Cluster;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Hosting;
using Videodolmetschen.Server.Realtime;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>
/// Tells by the hub what has been stored about appointments, on every node. Only a hint: browsers look by themselves as well, so what is lost
/// here comes half a minute later, and what is told twice is read twice.
/// </summary>
internal sealed partial class AppointmentNews(AskNewsStore store, InterpreterNameStore names, ClientNotifier notifier, NodeBus bus, SteadyClock clock, ILogger<AppointmentNews> logger)
{
    /// <summary>Longer than any transaction about an appointment takes.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(1);

    /// <summary>After the commit: those who were asked, or are asked no more.</summary>
    public Task TellAsync(params IReadOnlyCollection<Guid> appointments) => HintAsync(async () =>
    {
        foreach (var ask in await store.ReadAsync(appointments, clock.Now - Lately, CancellationToken.None))
        {
            Tell(new NodeMessage.AskTold(new InterpreterId(ask.InterpreterId), ask.ToFact()));
        }
    });

    /// <summary>After the commit: the Disposition, wherever it looks.</summary>
    public Task GivenBackAsync(AppointmentRow before) =>
        NoteAsync("given_back", before.InterpreterId!.Value, [new PromisedView(before.Id, before.StartsAt, before.EndsAt, before.Language, "")]);

    /// <inheritdoc cref="GivenBackAsync"/>
    public Task AbsenceReportedAsync(InterpreterId interpreter, IReadOnlyCollection<PromisedView> hit) => NoteAsync("absence_reported", interpreter.Value, hit);

    /// <summary>To those at this node, and, from here, to those at the others.</summary>
    public void Tell(NodeMessage news)
    {
        Hear(news);
        bus.Tell(news);
    }

    /// <summary>To those at this node.</summary>
    public void Hear(NodeMessage news)
    {
        switch (news)
        {
            case NodeMessage.AskTold told:
                notifier.Tell(told.Interpreter, told.Fact);
                break;
            case NodeMessage.AppointmentTold told:
                notifier.Tell(told.Fact);
                break;
        }
    }

    private Task NoteAsync(string what, Guid interpreter, IReadOnlyCollection<PromisedView> appointments) => appointments.Count == 0 ? Task.CompletedTask : HintAsync(async () =>
    {
        var number = (await names.ReadAsync([interpreter], CancellationToken.None))[interpreter].Number;
        foreach (var one in appointments)
        {
            Tell(new NodeMessage.AppointmentTold(new AppointmentNoted(one.Id, what, number, one.Language, one.StartsAt, one.EndsAt)));
        }
    });

    /// <summary>What is stored stands: whoever did it is not told of a failure of the telling.</summary>
    private async Task HintAsync(Func<Task> tell)
    {
        try
        {
            await tell();
        }
        catch (Exception away) when (DatabaseFailure.IsPassing(away) || away is TimeoutException or InvalidOperationException)
        {
            LogNotTold(away);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "News of appointments could not be told; browsers will look")]
    private partial void LogNotTold(Exception away);
}
