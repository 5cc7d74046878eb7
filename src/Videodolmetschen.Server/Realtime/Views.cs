using Videodolmetschen.Domain.Customers;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Customers;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Realtime;

/// <summary>From what the domain says to what a browser sees. Decides nothing but who may see what.</summary>
internal sealed class Views(LiveBoard board, UnitNames units, SteadyClock clock)
{
    public DateTimeOffset Now => clock.Now;

    /// <summary>For its requester, or for staff without the requester's own reference.</summary>
    public RequestView Request(RequestSituation situation, bool isOwn = true)
    {
        var request = situation.Request;
        return new RequestView
        {
            Id = request.Id.Value,
            State = request.State,
            Language = request.Language.Value,
            Field = request.Field,
            Modality = request.Modality,
            Priority = request.Priority,
            Requirements = request.Requirements,
            Wishes = request.Wishes,
            RelatedAllowed = request.RelatedAllowed,
            OwnReference = isOwn ? request.OwnReference : null,
            RequestedAt = request.RequestedAt,
            EndedAt = request.EndedAt,
            Position = situation.Position,
            Ringing = situation.Ringing,
            OnDuty = situation.OnDuty,
            RelatedLanguages = [.. request.RelatedLanguages.Select(language => language.Value)],
            RelatedOnDuty = situation.RelatedOnDuty,
            RelatedAt = request.Place + board.Policy.RelatedAfter,
            AudioAt = situation.OnDuty == 0 ? request.RequestedAt : request.RequestedAt + board.Policy.AudioAfter,
            HelpAskedAt = request.HelpAskedAt,
            HelpAnsweredAt = request.HelpAnsweredAt,
            CalledBack = request.PlaceSince is not null,
            NamedInterpreter = NumberOfNamed(request),
            Appointment = CallOf(request),
            ChoicesAt = situation.OnDuty == 0 ? request.RequestedAt : request.RequestedAt + board.Policy.ChoicesAfter,
            UnservedAt = situation.UnservedAt,
            CancelledBy = request.CancelledBy,
            ReliefFor = isOwn ? null : request.ReliefFor?.Value,
            UnservedBecause = request.UnservedBecause,
        };
    }

    private static AppointmentCall? CallOf(InterpretingRequest request) =>
        request.Promised is { } promised ? new AppointmentCall(promised.Appointment.Value, promised.EndsAt) : null;

    public static CallbackView Callback(Callback callback) => new()
    {
        Id = callback.Id.Value,
        RequestId = callback.Wanted.Id.Value,
        Language = callback.Wanted.Language.Value,
        Modality = callback.Wanted.Modality,
        State = callback.State,
        AskedAt = callback.AskedAt,
        ExpiresAt = callback.ExpiresAt,
        ReadyAt = callback.ReadyAt,
    };

    public OfferView Offer(Offer offer, InterpretingRequest request) => new()
    {
        Id = offer.Id.Value,
        RequestId = request.Id.Value,
        Language = (offer.Reasons.Related ?? request.Language).Value,
        RequestedLanguage = request.Language.Value,
        Continuity = offer.Reasons.Continuity,
        Field = request.Field,
        Modality = request.Modality,
        Priority = request.Priority,
        CustomerKind = units.Find(request.Unit)?.Kind ?? CustomerKind.Authority,
        Requirements = request.Requirements,
        Wishes = request.Wishes,
        ReliefSince = request.ReliefFor is { } session ? board.Sessions.GetValueOrDefault(session)?.Session.StartedAt : null,
        Appointment = CallOf(request),
        OfferedAt = offer.OfferedAt,
        ExpiresAt = offer.ExpiresAt,
        Extended = offer.Extended,
        Reasons = Reasons(offer.Reasons),
    };

    /// <summary>For its people and for staff. A guest hears who is in, and nobody's name.</summary>
    public SessionView Session(SessionSituation situation, Participant? reader = null)
    {
        var view = Session(situation);
        return reader?.Seat.Kind != SeatKind.Guest ? view : view with
        {
            InterpreterName = "",
            Appointment = null,
            Handover = view.Handover is { } handover ? handover with { InterpreterName = null, InterpreterNumber = null } : null,
            Participants = [.. view.Participants.Where(one => one.State == ParticipantState.In)],
        };
    }

    public ParticipantView Participant(Participant one) => new()
    {
        Seat = one.Seat,
        Role = one.Role,
        State = one.State,
        Away = one.IsAway,
        LinkUntil = one.LinkUntil,
    };

    public GuestView Guest(GuestSituation situation)
    {
        var unit = units.Find(situation.Session.Request.Unit);
        return new GuestView
        {
            SessionId = situation.Guest.Session.Value,
            Seat = situation.Guest.Seat,
            Role = situation.Guest.Role,
            State = situation.Guest.State,
            Modality = situation.Session.Session.Modality,
            CustomerName = unit?.CustomerName ?? "",
            UnitName = unit?.Name ?? "",
            EndReason = situation.Guest.EndReason,
        };
    }

    private SessionView Session(SessionSituation situation) => new()
    {
        Id = situation.Session.Id.Value,
        RequestId = situation.Session.Request.Value,
        Language = situation.Session.Language.Value,
        RequestedLanguage = situation.Request.Language.Value,
        Modality = situation.Session.Modality,
        State = situation.Session.State,
        InterpreterNumber = situation.Interpreter.Number,
        InterpreterName = situation.Interpreter.DisplayName,
        CustomerName = units.Find(situation.Request.Unit)?.CustomerName ?? "",
        UnitName = units.Find(situation.Request.Unit)?.Name ?? "",
        Participants = [.. situation.Participants.Select(Participant)],
        InterpreterSeat = situation.Present?.Stint.Seat ?? Seat.Interpreter,
        HandoverProposedAt = InterpretingTime.HandoverProposedAt(situation, WorkOf(situation), board.Policy, clock.Now),
        Handover = HandoverViews.Of(situation),
        Appointment = CallOf(situation.Request),
        GuestsAtMost = board.Policy.GuestsAtMost,
        CreatedAt = situation.Session.CreatedAt,
        StartedAt = situation.Session.StartedAt,
        InterruptedAt = situation.Session.InterruptedAt,
        EndedAt = situation.Session.EndedAt,
        HeldByInterpreter = situation.Session.HeldByInterpreter,
        HeldByRequester = situation.Session.HeldByRequester,
        Clock = Clock(situation.Session.Clock),
        BillableSeconds = situation.Session.IsUnfinished ? null : situation.Session.BillableSeconds,
        EndReason = situation.Session.EndReason,
        ContinuousSeconds = (int)InterpretingTime.Of(situation, WorkOf(situation), board.Policy, clock.Now).TotalSeconds,
        ComplaintUntil = situation.Session.StartedAt + board.Policy.ComplaintWithin,
        Check = situation.Session.Check is { } check
            ? new CheckView(check.Number, check.Asked, check.Since + (board.Policy.CheckEvery * board.Policy.ChecksUntilEnd))
            : null,
    };

    public static StintView Stint(StintSituation situation) => new()
    {
        Seat = situation.Stint.Seat,
        State = situation.Stint.State,
        InterpreterNumber = situation.Interpreter.Number,
        InterpreterName = situation.Interpreter.DisplayName,
        JoinedAt = situation.Stint.JoinedAt,
        TookOverAt = situation.Stint.TookOverAt,
        LeftAt = situation.Stint.LeftAt,
        BillableSeconds = situation.Stint.BillableSeconds,
    };

    public PresenceView Presence(Presence presence)
    {
        var now = clock.Now;
        var hours = board.Interpreters.GetValueOrDefault(presence.Interpreter)?.Availability;
        var inHours = hours?.Covers(now) ?? true;
        return new PresenceView
        {
            State = presence.State,
            Since = presence.Since,
            PausedBecause = presence.PausedBecause,
            MissedInARow = presence.MissedInARow,
            Afterwards = presence.State is PresenceState.InSession or PresenceState.WrapUp ? presence.Afterwards : null,
            InHours = inHours,
            Absent = hours?.IsAbsent(now) ?? false,
            HoursBeginAt = inHours ? null : hours?.NextChange(now),
            WrapUpUntil = presence.WrapUpUntil,
            BreakUntil = presence.BreakUntil,
            BreakOfferedSeconds = IsBreakDue(presence) ? (int)board.Policy.BreakLength.TotalSeconds : null,
            ContinuousSeconds = (int)presence.Work.At(now, board.Policy.BreakGap).TotalSeconds,
            WrapUpUntilAtMost = presence.State == PresenceState.WrapUp ? presence.Since + board.Policy.WrapUpAtMost : null,
        };
    }

    public static RankReasons Reasons(Domain.Dispatch.RankReasons reasons) => new(
        reasons.Continuity,
        reasons.WishesFulfilled,
        reasons.Level,
        reasons.KnowsField,
        reasons.IdleSince,
        reasons.OfferedMinutesThisWeek,
        reasons.Related?.Value);

    private bool IsBreakDue(Presence presence) =>
        presence is { State: PresenceState.WrapUp, Afterwards: PresenceState.Available }
        && presence.Work.At(clock.Now, board.Policy.BreakGap) >= board.Policy.BreakAfter;

    private ContinuousWork WorkOf(SessionSituation situation) =>
        board.Presences.GetValueOrDefault(situation.Session.Interpreter)?.Work ?? ContinuousWork.None;

    public static AcceptAnswer Gone(DispatchReply.OfferGone gone) =>
        new("gone", null, null, gone.Because is { } because ? SnakeCase.Of(because) : SnakeCase.Of(gone.State));

    private string? NumberOfNamed(InterpretingRequest request) =>
        (request.Promised?.Interpreter
            ?? request.Requirements.Concat(request.Wishes.Select(wish => wish.What)).OfType<Requirement.ThisInterpreter>().FirstOrDefault()?.Interpreter) is { } named
            ? board.Interpreters.GetValueOrDefault(named)?.Number
            : null;

    private ClockView Clock(BillableTime billable)
    {
        var now = clock.Now;
        return new ClockView(billable.At(now).TotalSeconds, billable.RunningSince is not null, now);
    }
}
