using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>What <c>PUT /api/my-availability</c> takes.</summary>
/// <param name="Version">The version that the change was made on.</param>
/// <param name="Windows">The whole week.</param>
/// <param name="Preferences">All of them.</param>
/// <param name="NewAbsences">Beside those that are there.</param>
/// <param name="RemovedAbsences">Their ids; what is gone already is no mistake.</param>
internal sealed record AvailabilityOrder(
    int? Version,
    IReadOnlyList<WindowView>? Windows,
    PreferencesView? Preferences,
    IReadOnlyList<NewAbsence>? NewAbsences,
    IReadOnlyList<Guid>? RemovedAbsences);

/// <param name="From">By the clock on the wall in Berlin, without an offset.</param>
/// <param name="Until">The same, not part of the absence.</param>
/// <param name="Reason">An <see cref="AbsenceReason"/> in snake_case; null says nothing.</param>
internal sealed record NewAbsence(DateTime? From, DateTime? Until, string? Reason);

/// <summary>A change that keeps the rules.</summary>
internal sealed record AvailabilityEdit(
    int Version,
    IReadOnlyList<AvailabilityWindow> Windows,
    AvailabilityPreferences Preferences,
    IReadOnlyList<(Absence When, AbsenceReason? Reason)> Added,
    IReadOnlyList<Guid> Removed)
{
    private const int WindowsAtMost = 200;
    private const int AbsencesAtOnce = 100;

    /// <exception cref="DomainException"><see cref="ErrorCode.ArgumentInvalid"/> for what no page of ours sends, <see cref="ErrorCode.AvailabilityInvalid"/> else.</exception>
    public static AvailabilityEdit Of(AvailabilityOrder order, DateTimeOffset now)
    {
        if (order is not { Version: { } version, Windows: { Count: <= WindowsAtMost } windows, Preferences: { } wishes }
            || order.NewAbsences?.Count > AbsencesAtOnce
            || order.RemovedAbsences?.Count > CalendarReader.AbsencesAtMost)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        var preferences = wishes.ToDomain();
        preferences.EnsureSound();
        return new(
            version,
            WeeklyHours.Of(windows.Select(window => window.ToDomain())),
            preferences,
            [.. (order.NewAbsences ?? []).Select(absence => Read(absence, now))],
            order.RemovedAbsences ?? []);
    }

    private static (Absence When, AbsenceReason? Reason) Read(NewAbsence said, DateTimeOffset now)
    {
        var reason = SnakeCase.Find<AbsenceReason>(said.Reason);
        if (said is not { From: { Kind: DateTimeKind.Unspecified } from, Until: { Kind: DateTimeKind.Unspecified } until } || (said.Reason is not null && reason is null))
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        var absence = Absence.OfWall(from, until);
        return absence.Until > now ? (absence, reason) : throw new DomainException(ErrorCode.AvailabilityInvalid);
    }
}
