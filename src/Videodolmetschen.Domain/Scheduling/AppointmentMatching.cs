using System.Numerics;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Scheduling;

/// <summary>
/// Who may be asked for an appointment and in which order. What a person must bring is judged as for a live request, on the day of the
/// appointment. Order: continuity, fulfilled wishes, best fit of the qualification, field known, fewest minutes that week.
/// </summary>
public static class AppointmentMatching
{
    private const int DaysOfWeek = 7;

    public static AppointmentMatch Match(Appointment appointment, IEnumerable<AppointmentCandidate> candidates, AppointmentRules rules, DateTimeOffset now)
    {
        var judged = candidates.Select(one => new Judged(one, PersonalObstacles(appointment, one, now), ObstaclesInCalendar(appointment.Slot, one, rules, now))).ToList();
        return new AppointmentMatch(Ranked(appointment, judged.Where(one => one.MayBeAsked), now), Hindered(judged.Where(one => !one.MayBeAsked)));
    }

    /// <summary>What the person lacks on the day of the appointment; over midnight on either day.</summary>
    public static Obstacles PersonalObstacles(Appointment appointment, AppointmentCandidate candidate, DateTimeOffset now)
    {
        var (interpreter, need) = (candidate.Interpreter, appointment.Need());
        var named = Eligibility.Named(need) ?? Eligibility.NamedByWish(need, now);
        var found = named is { } one && one != interpreter.Id ? Obstacles.AnotherNamed : Obstacles.None;
        found |= interpreter.BlockedCustomers.Contains(appointment.Customer) ? Obstacles.Blocked : Obstacles.None;
        found |= candidate.HasDeclined ? Obstacles.Declined : Obstacles.None;
        if (ProfileOn(appointment.Slot.Day, interpreter, appointment) is not { } first || ProfileOn(appointment.Slot.LastDay, interpreter, appointment) is not { } last)
        {
            return found | Obstacles.Language;
        }

        return found | Eligibility.OfProfile(first, need) | Eligibility.OfProfile(last, need) | Eligibility.OfBindingWishes(first, need, now);
    }

    public static CalendarObstacles ObstaclesInCalendar(AppointmentSlot slot, AppointmentCandidate candidate, AppointmentRules rules, DateTimeOffset now)
    {
        var (preferences, declared) = (candidate.Preferences, candidate.Interpreter.Availability);
        var isAbsent = declared?.Absences.Any(absence => absence.Touches(slot)) == true;
        var gap = preferences.Pause > rules.Gap ? preferences.Pause.Value : rules.Gap;
        var thatDay = candidate.Booked.Where(own => own.Day == slot.Day).Aggregate(slot.Length, (sum, own) => sum + own.Length);
        var found = isAbsent ? CalendarObstacles.Absent : CalendarObstacles.None;
        found |= !isAbsent && declared?.CoversAll(slot) == false ? CalendarObstacles.OutsideAvailability : CalendarObstacles.None;
        found |= candidate.Booked.Any(own => own.IsWithin(gap, slot)) ? CalendarObstacles.OwnAppointment : CalendarObstacles.None;
        found |= slot.Start - now < preferences.ShortestNotice ? CalendarObstacles.NoticeTooShort : CalendarObstacles.None;
        found |= thatDay > preferences.LongestDay ? CalendarObstacles.DayFull : CalendarObstacles.None;
        return found | (slot.Length > preferences.LongestBlock ? CalendarObstacles.TooLong : CalendarObstacles.None);
    }

    private static IReadOnlyList<RankedInterpreter> Ranked(Appointment appointment, IEnumerable<Judged> judged, DateTimeOffset now)
    {
        var need = appointment.Need();
        return
        [
            .. from one in judged
               let interpreter = one.Candidate.Interpreter
               let profile = ProfileOn(appointment.Slot.Day, interpreter, appointment)
               let reasons = Reasons(one.Candidate, profile, appointment, now)
               orderby reasons.Continuity descending, reasons.FulfilledWishes descending, CandidateRanking.Fit(profile, need),
                   reasons.KnowsField descending, reasons.MinutesThatWeek, interpreter.Id.Value
               select new RankedInterpreter(interpreter, reasons),
        ];
    }

    private static IReadOnlyList<AppointmentHindrance> Hindered(IEnumerable<Judged> judged) =>
    [
        .. from one in judged
           orderby BitOperations.PopCount((uint)one.Personal) + BitOperations.PopCount((uint)one.Calendar), one.Candidate.Interpreter.Id.Value
           select new AppointmentHindrance(one.Candidate.Interpreter, one.Personal, one.Calendar),
    ];

    private static AppointmentRankReasons Reasons(AppointmentCandidate candidate, Profile profile, Appointment appointment, DateTimeOffset now)
    {
        var need = appointment.Need();
        var continuity = CandidateRanking.IsWished(candidate.Interpreter.Id, need);
        return new AppointmentRankReasons(
            continuity,
            CandidateRanking.FulfilledWishes(profile, need) + (continuity ? 1 : 0),
            (int)profile.Level,
            profile.Knows(need.Field),
            MinutesThatWeek(candidate, appointment.Slot, now));
    }

    /// <summary>Booked minutes that are still to come, and in the running week those that were interpreted.</summary>
    private static int MinutesThatWeek(AppointmentCandidate candidate, AppointmentSlot slot, DateTimeOffset now)
    {
        var monday = BerlinTime.MondayOf(slot.Day);
        var interpreted = BerlinTime.MondayOf(BerlinTime.DayOf(now)) == monday ? candidate.Interpreter.OfferedMinutesThisWeek : 0;
        return interpreted + candidate.Booked
            .Where(own => own.Start >= now && own.Day >= monday && own.Day < monday.AddDays(DaysOfWeek))
            .Sum(own => (int)own.Length.TotalMinutes);
    }

    /// <summary>Null for who does not work in the language both ways.</summary>
    private static Profile? ProfileOn(DateOnly day, Interpreter interpreter, Appointment appointment) =>
        interpreter.Languages.FirstOrDefault(spoken => spoken.Language == appointment.Language && spoken.BothWays) is { } spoken
            ? Profile.Of(interpreter, spoken, day)
            : null;

    private readonly record struct Judged(AppointmentCandidate Candidate, Obstacles Personal, CalendarObstacles Calendar)
    {
        public bool MayBeAsked => Personal == Obstacles.None && Calendar == CalendarObstacles.None;
    }
}
