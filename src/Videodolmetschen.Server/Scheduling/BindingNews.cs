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
    public async Task TellAsync(AppointmentRow before, Guid? now)
    {
        await asked.TellAsync([before.Id]);
        foreach (var id in new[] { before.InterpreterId, now }.OfType<Guid>().Distinct())
        {
            await interpreters.RefreshAsync(new InterpreterId(id));
        }

        if (before.InterpreterId is { } bound && bound != now)
        {
            await EmptyRoomAsync(before.Id, bound);
        }
    }

    /// <summary>Whoever waits in the room waits for somebody who will not come: that request ends.</summary>
    private async Task EmptyRoomAsync(Guid id, Guid bound)
    {
        await using var staff = await store.OpenAsync(CancellationToken.None);
        foreach (var (request, by) in await RoomStore.ReadWaitingAsync(staff.Transaction, id, bound, CancellationToken.None))
        {
            try
            {
                await dispatch.AskAsync(new DispatchCommand.CancelRequest(new RequestId(request), Party.Of(new UserId(by))));
            }
            catch (DomainException gone) when (gone.Code is ErrorCode.RequestNotFound or ErrorCode.RequestNotCancellable)
            {
                // It has ended meanwhile, or they talk.
            }
        }
    }
}
