using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>
/// An appointment that has begun and has no interpreter becomes a live request, before ordinary ones. Its id is the key of that request: asked
/// twice, as after a crash before the note, it is still one.
/// </summary>
internal sealed partial class UncoveredStart(AppointmentStore store, DispatchService dispatch, AppointmentNews told, SteadyClock clock, ILogger<UncoveredStart> logger)
{
    /// <param name="row">Requested and begun.</param>
    /// <param name="requester">Who waits for it; null for the one who booked.</param>
    /// <param name="cancellationToken">Given up by the one who asks.</param>
    /// <returns>Whether it is searched for now.</returns>
    public async Task<bool> StartAsync(AppointmentRow row, UserId? requester, CancellationToken cancellationToken)
    {
        var appointment = row.ToDomain();
        // Wishes as of its start, so that a second try asks for the very same; the search lasts from now on, however late this is.
        var request = appointment.AsLiveRequest(new RequestId(Guid.CreateVersion7()), appointment.Slot.Start) with
        {
            Key = row.Id,
            RequestedAt = clock.Now,
            Requester = requester ?? appointment.Requester,
        };
        try
        {
            var (reply, _) = await dispatch.AskAsync<DispatchReply.RequestStands>(new DispatchCommand.RequestInterpreter(request));
            await using var staff = await store.OpenAsync(cancellationToken);
            await AppointmentStore.LinkAsync(staff.Transaction, row.Id, reply.Situation.Request.Id, cancellationToken);
            await AskStore.WithdrawAsync(staff.Transaction, row.Id, null, clock.Now, cancellationToken);
            await staff.CommitAsync(cancellationToken);
            await told.TellAsync([row.Id]);
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
