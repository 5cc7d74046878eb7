using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Domain.Staffing;

namespace Videodolmetschen.Domain.Tests;

/// <summary>All pairs of state and event of the machines. A dot is an illegal pair; a new state or event needs its row or column.</summary>
public class TransitionTableTests
{
    private const string OfRequest = """
                    Offer   OffersGone Accept   ConnectFail Fulfil    Cancel    GiveUp
        Waiting     Offered .          .        .           .         Cancelled Unserved
        Offered     .       Waiting    Assigned .           .         Cancelled Unserved
        Assigned    .       .          .        Waiting     Fulfilled Cancelled .
        Fulfilled   .       .          .        .           .         .         .
        Cancelled   .       .          .        .           .         .         .
        Unserved    .       .          .        .           .         .         .
        """;

    private const string OfOffer = """
                    Accept   Decline  Expire  Withdraw
        Open        Accepted Declined Expired Withdrawn
        Accepted    .        .        .       .
        Declined    .        .        .       .
        Expired     .        .        .       .
        Withdrawn   .        .        .       .
        """;

    private const string OfSession = """
                    MediaUp MediaLost   End
        Connecting  Active  .           Ended
        Active      .       Interrupted Ended
        Interrupted Active  .           Ended
        Ended       .       .           .
        """;

    private const string OfStint = """
                     TakeOver     Leave
        Joining      Interpreting Left
        Interpreting .            Left
        Left         .            .
        """;

    private const string OfPresence = """
                    ComeAvailable Pause  Leave   BeginSession EndSession LoseConnection
        Offline     Available     Paused .       .            .          .
        Available   .             Paused Offline InSession    .          Offline
        InSession   .             .      .       .            WrapUp     .
        WrapUp      Available     Paused Offline .            .          Offline
        Paused      Available     .      Offline InSession    .          Offline
        """;

    private const string OfGuest = """
                    Arrive  Admit End
        Invited     Waiting .     Ended
        Waiting     .       In    Ended
        In          .       .     Ended
        Ended       .       .     .
        """;

    [Fact]
    public void A_guest_moves_only_so() =>
        AssertSame<GuestState, GuestEvent>(OfGuest, GuestTransitions.Next);

    private const string OfCallback = """
                    FindFree Take  Expire  Cancel
        Open        Ready    .     Expired Cancelled
        Ready       .        Taken Expired Cancelled
        Taken       .        .     .       .
        Expired     .        .     .       .
        Cancelled   .        .     .       .
        """;

    [Fact]
    public void A_callback_moves_only_so() =>
        AssertSame<CallbackState, CallbackEvent>(OfCallback, CallbackTransitions.Next);

    private const string OfDispute = """
                    Accept   Reject   TakeBack
        Open        Accepted Rejected TakenBack
        Accepted    .        .        .
        Rejected    .        .        .
        TakenBack   .        .        .
        """;

    [Fact]
    public void A_dispute_moves_only_so() =>
        AssertSame<DisputeState, DisputeEvent>(OfDispute, DisputeTransitions.Next);

    private const string OfAppointment = """
                    Assign   Reassign GiveBack  Hold Cancel    Miss
        Requested   Assigned .        .         Held Cancelled Missed
        Assigned    .        Assigned Requested Held Cancelled Missed
        Held        .        .        .         .    .         .
        Cancelled   .        .        .         .    .         .
        Missed      .        .        .         .    .         .
        """;

    [Fact]
    public void An_appointment_moves_only_so() =>
        AssertSame<AppointmentState, AppointmentEvent>(OfAppointment, AppointmentTransitions.Next);

    private const string OfStandbyShift = """
                    Fill   Reopen Cancel
        Open        Filled .      Cancelled
        Filled      .      Open   Cancelled
        Cancelled   .      .      .
        """;

    [Fact]
    public void A_standby_shift_moves_only_so() =>
        AssertSame<StandbyShiftState, StandbyShiftEvent>(OfStandbyShift, StandbyShiftTransitions.Next);

    private const string OfStandbyTake = """
                    Offer   Accept   Decline  GiveBack Cancel    Serve
        Offered     .       Accepted Declined .        Cancelled .
        Accepted    .       .        .        Declined Cancelled Served
        Declined    Offered .        .        .        .         .
        Cancelled   .       .        .        .        .         .
        Served      .       .        .        .        .         .
        """;

    [Fact]
    public void A_place_in_a_standby_shift_moves_only_so() =>
        AssertSame<StandbyTakeState, StandbyTakeEvent>(OfStandbyTake, StandbyTakeTransitions.Next);

    [Fact]
    public void A_request_moves_only_so() =>
        AssertSame<RequestState, RequestEvent>(OfRequest, RequestTransitions.Next);

    [Fact]
    public void An_offer_moves_only_so() =>
        AssertSame<OfferState, OfferEvent>(OfOffer, OfferTransitions.Next);

    [Fact]
    public void A_session_moves_only_so() =>
        AssertSame<SessionState, SessionEvent>(OfSession, SessionTransitions.Next);

    [Fact]
    public void A_stint_moves_only_so() =>
        AssertSame<StintState, StintEvent>(OfStint, StintTransitions.Next);

    [Fact]
    public void A_presence_moves_only_so() =>
        AssertSame<PresenceState, PresenceEvent>(OfPresence, PresenceTransitions.Next);

    private static void AssertSame<TState, TEvent>(string table, Func<TState, TEvent, TState?> next)
        where TState : struct, Enum
        where TEvent : struct, Enum
    {
        var actual = string.Join('\n', Enum.GetValues<TState>().Select(state =>
            $"{state} {string.Join(' ', Enum.GetValues<TEvent>().Select(happened => next(state, happened)?.ToString() ?? "."))}"));
        var expected = Rows(table);

        Assert.Equal(string.Join(' ', Enum.GetNames<TEvent>()), expected[0]);
        Assert.Equal(string.Join('\n', expected.Skip(1)), actual);
    }

    private static List<string> Rows(string table) =>
        [.. table.Split('\n').Select(row => string.Join(' ', row.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];
}
