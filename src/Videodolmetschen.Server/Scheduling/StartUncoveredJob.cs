using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Jobs;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>
/// An appointment that begins without an interpreter becomes a live request, before ordinary ones. Its id is the key of that request: asked
/// twice, as after a crash before the note, it is still one.
/// </summary>
internal sealed partial class StartUncoveredJob(AppointmentStore store, AppointmentSweepStore sweeps, DispatchService dispatch, SteadyClock clock, ILogger<StartUncoveredJob> logger) : IBackgroundJob
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var started = 0;
        foreach (var row in await sweeps.ReadBegunUncoveredAsync(clock.Now, cancellationToken))
        {
            started += await StartAsync(row, cancellationToken) ? 1 : 0;
        }

        return started;
    }

    private async Task<bool> StartAsync(AppointmentRow row, CancellationToken cancellationToken)
    {
        var appointment = row.ToDomain();
        // Wishes as of its start, so that a second try asks for the very same; the search lasts from now on, however late this is.
        var request = appointment.AsLiveRequest(new RequestId(Guid.CreateVersion7()), appointment.Slot.Start) with { Key = row.Id, RequestedAt = clock.Now };
        try
        {
            var (reply, _) = await dispatch.AskAsync<DispatchReply.RequestStands>(new DispatchCommand.RequestInterpreter(request));
            await using var staff = await store.OpenAsync(cancellationToken);
            await AppointmentStore.LinkAsync(staff.Transaction, row.Id, reply.Situation.Request.Id, cancellationToken);
            await AskStore.WithdrawAsync(staff.Transaction, row.Id, null, clock.Now, cancellationToken);
            await staff.CommitAsync(cancellationToken);
            return true;
        }
        catch (DomainException busy) when (busy.Code == ErrorCode.RequestUnfinished)
        {
            // The requester waits for, or talks with, somebody else: tried again until the slot is over.
            LogBusy(row.Id);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Appointment {Appointment} begins without an interpreter, and its requester is busy")]
    private partial void LogBusy(Guid appointment);
}
