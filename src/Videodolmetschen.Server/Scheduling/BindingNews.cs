using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Interpreters;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>
/// Tells the dispatcher, and those who were asked, who is bound to an appointment, and who is no longer. The tables have changed already: this is seen through even when the
/// one who asked has gone.
/// </summary>
internal sealed class BindingNews(AppointmentStore store, DispatchService dispatch, DispatchedInterpreters interpreters, AppointmentNews asked)
{
    /// <param name="before">As it was.</param>
    /// <param name="now">Who is bound to it now; null where nobody is, or it has ended.</param>
    /// <param name="by">Whose doing it is; null for the service or an interpreter.</param>
    public async Task TellAsync(AppointmentRow before, Guid? now, UserId? by = null)
    {
        await asked.TellAsync([before.Id]);
        foreach (var id in new[] { before.InterpreterId, now }.OfType<Guid>().Distinct())
        {
            await interpreters.RefreshAsync(new InterpreterId(id));
        }

        if (before.InterpreterId is { } bound && bound != now)
        {
            await EmptyRoomAsync(before.Id, bound, by);
        }
    }

    /// <summary>Whoever waits in the room waits for somebody who will not come: that request ends, and whoever has not done it is told so on screen.</summary>
    private async Task EmptyRoomAsync(Guid id, Guid bound, UserId? by)
    {
        await using var staff = await store.OpenAsync(CancellationToken.None);
        foreach (var (request, waiting) in await RoomStore.ReadWaitingAsync(staff.Transaction, id, bound, CancellationToken.None))
        {
            try
            {
                await dispatch.AskAsync(new DispatchCommand.CancelRequest(new RequestId(request), by == new UserId(waiting) ? Party.Of(by.Value) : Party.Coordinator(by ?? default)));
            }
            catch (DomainException gone) when (gone.Code is ErrorCode.RequestNotFound or ErrorCode.RequestNotCancellable)
            {
                // It has ended meanwhile, or they talk.
            }
        }
    }
}
