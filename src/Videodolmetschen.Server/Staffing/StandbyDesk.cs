using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Domain.Staffing;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Staffing;

/// <summary>Finds those who fit and offers a shift to them, or to those who were chosen.</summary>
internal sealed class StandbyDesk(StandbyStore store, StandbyListStore list, SteadyClock clock)
{
    private const int ChosenAtMost = 1000;

    public DateTimeOffset Now => clock.Now;

    public async Task<int> CreateAsync(StandbyShiftView shift, IReadOnlyList<Guid>? chosen, UserId by, CancellationToken cancellationToken)
    {
        var interpreters = await ChosenAsync(shift, chosen, cancellationToken);
        return await store.CreateAsync(shift, interpreters, new StandbyAct(by, Now), cancellationToken);
    }

    /// <exception cref="DomainException"><see cref="ErrorCode.NotFound"/>, <see cref="ErrorCode.StandbyOver"/>.</exception>
    public async Task<int> OfferAsync(Guid id, IReadOnlyList<Guid>? chosen, UserId by, CancellationToken cancellationToken)
    {
        var shift = (await list.ReadAsync(Now, Now, cancellationToken)).SingleOrDefault(one => one.Id == id) ?? throw new DomainException(ErrorCode.NotFound);
        return await store.OfferAsync(id, await ChosenAsync(shift, chosen, cancellationToken), new StandbyAct(by, Now), cancellationToken);
    }

    /// <summary>Of the chosen, only those who speak the language; whoever was chosen outside of the declared week may decline, whoever cannot come is not asked.</summary>
    private async Task<IReadOnlyCollection<Guid>> ChosenAsync(StandbyShiftView shift, IReadOnlyList<Guid>? chosen, CancellationToken cancellationToken)
    {
        if (chosen?.Count > ChosenAtMost)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        var candidates = await list.FindCandidatesAsync(shift.Language, new AppointmentSlot(shift.StartsAt, shift.EndsAt), cancellationToken);
        return [.. candidates.Where(one => chosen is null ? one.Hindrance is null : chosen.Contains(one.Id) && !IsKept(one)).Select(one => one.Id)];
    }

    private static bool IsKept(StandbyCandidateView candidate) => SnakeCase.Find<StandbyHindrance>(candidate.Hindrance) is { } hindrance && StandbyCandidate.IsBinding(hindrance);
}
