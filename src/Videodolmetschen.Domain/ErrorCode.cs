namespace Videodolmetschen.Domain;

/// <summary>
/// Stable codes for what a person did wrong or met. On the wire in snake_case (<c>request_not_found</c>).
/// The German sentence for each stands in <c>src/web/i18n/de/errors.ts</c> or <c>startErrors.ts</c>.
/// </summary>
public enum ErrorCode
{
    /// <summary>An argument is missing, of the wrong type, or out of bounds.</summary>
    ArgumentInvalid,
    /// <summary>The language code is not in the catalogue, or names a group.</summary>
    LanguageUnknown,
    /// <summary>The variety is not one of those that the catalogue lists for the language.</summary>
    VarietyUnknown,
    /// <summary>The own reference is longer than 20 characters.</summary>
    OwnReferenceTooLong,
    /// <summary>The same key came with another content.</summary>
    KeyReused,
    /// <summary>The requester already has an unfinished request.</summary>
    RequestUnfinished,
    /// <summary>There is no such request for this person.</summary>
    RequestNotFound,
    /// <summary>The request has already ended or is in a conversation.</summary>
    RequestNotCancellable,
    /// <summary>Nobody is searched for any more: the request has been accepted or has ended.</summary>
    RequestNotWaiting,
    /// <summary>There is no such open callback for this person.</summary>
    CallbackNotFound,
    /// <summary>Nobody is free for the callback yet.</summary>
    CallbackNotReady,
    /// <summary>The request was served or is still in a conversation: there is nothing to call back for.</summary>
    CallbackNotNeeded,
    /// <summary>Nobody has asked the Disposition for help with this request.</summary>
    HelpNotAsked,
    /// <summary>There is no such offer for this interpreter.</summary>
    OfferNotFound,
    /// <summary>There is no such session for this person.</summary>
    SessionNotFound,
    /// <summary>The session has ended.</summary>
    SessionEnded,
    /// <summary>The conversation has not begun, or has gone on too long to be ended as unusable.</summary>
    ComplaintTooLate,
    /// <summary>There is nothing to say yet: the conversation has not begun or the own part of it goes on.</summary>
    FeedbackTooEarly,
    /// <summary>It is too long ago to say how it went, or to change what was said.</summary>
    FeedbackTooLate,
    /// <summary>There is a record only of a conversation that took place and is over.</summary>
    RecordNotAvailable,
    /// <summary>A list needs somebody on it: without anybody it would stand for everybody.</summary>
    LastAllowedInterpreter,
    /// <summary>Nothing can be handed over yet: the session has not begun, or no relief is in it.</summary>
    HandoverNotPossible,
    /// <summary>Presence cannot be changed so while a session runs.</summary>
    PresenceInSession,
    /// <summary>A break can be taken only in the wrap-up or while waiting for offers.</summary>
    NoBreakNow,
    /// <summary>There is no wrap-up to end or extend.</summary>
    NotInWrapUp,
    /// <summary>The interpreter is not available or not eligible for this request.</summary>
    InterpreterNotAvailable,
    /// <summary>The signal's receiver takes no part in the session or is not connected.</summary>
    SignalReceiverUnknown,
    /// <summary>The signal is larger than allowed.</summary>
    SignalTooLarge,
    /// <summary>The link is unknown, used, taken back or expired; nobody is told which.</summary>
    GuestLinkUnusable,
    /// <summary>There is no such guest in this session, or nobody waits there.</summary>
    GuestNotFound,
    /// <summary>A session has room for so many guests and no more.</summary>
    TooManyGuests,
    /// <summary>The call of this person runs on another device.</summary>
    CallOnOtherDevice,
    /// <summary>A rule of dispatch is out of bounds or contradicts another; each violation is named.</summary>
    PolicyInvalid,
    /// <summary>Somebody else has changed the rules of dispatch meanwhile.</summary>
    PolicyChangedMeanwhile,
    /// <summary>This process leaves background jobs to others.</summary>
    JobsNotHere,
    /// <summary>The clock on the wall never shows this time on this day: it is the hour that summer time leaves out.</summary>
    WallTimeLeftOut,
    /// <summary>The appointment begins too soon, or has begun.</summary>
    AppointmentTooSoon,
    /// <summary>So far ahead nothing is booked yet.</summary>
    AppointmentTooFarAhead,
    /// <summary>The appointment is too short, too long, or not of a length that is booked.</summary>
    AppointmentLengthInvalid,
    /// <summary>Appointments begin only at certain minutes.</summary>
    AppointmentStartInvalid,
    /// <summary>A series needs either a number of times or a last day, and at least one appointment.</summary>
    AppointmentSeriesInvalid,
    /// <summary>Only a mail that was given up can be sent again, and only while it is of use.</summary>
    MailNotResendable,
    /// <summary>There is no such appointment here.</summary>
    AppointmentNotFound,
    /// <summary>Another took it, or it has been cancelled.</summary>
    AppointmentGone,
    /// <summary>Somebody else has changed the appointment meanwhile.</summary>
    AppointmentChangedMeanwhile,
    /// <summary>Cancelling costs something else now than what was shown.</summary>
    CancellationCostChanged,
    /// <summary>The interpreter's own calendar, or a requirement, is against it.</summary>
    InterpreterNotFree,
    /// <summary>Nobody asked this interpreter, or not any more.</summary>
    AskNotFound,
    /// <summary>The link in the mail was used, or the question has been answered.</summary>
    AskLinkUnusable,
    /// <summary>The interpreter is bound to this appointment: it can be given back, but not declined.</summary>
    AppointmentPromised,
    /// <summary>The room of the appointment is not open yet.</summary>
    RoomNotOpen,
    /// <summary>The appointment is over, was called off, or has nobody bound to it.</summary>
    RoomClosed,
    /// <summary>They talk, or have talked: the appointment can no longer be cancelled, given back or given to somebody else.</summary>
    AppointmentBegun,
    /// <summary>The interpreter of the appointment has come, or is not late enough yet to be replaced.</summary>
    InterpreterNotLate,
    /// <summary>Hours, an absence or a wish is out of bounds or contradicts another.</summary>
    AvailabilityInvalid,
    /// <summary>Somebody else has changed this interpreter's availability meanwhile.</summary>
    AvailabilityChangedMeanwhile,
    /// <summary>The file is no iCalendar file, or a broken one.</summary>
    CalendarUnreadable,
    /// <summary>The calendar file is larger, or has more in it, than can be imported at once.</summary>
    CalendarTooLarge,
    /// <summary>The standby shift has begun, or is too short, too long or too far ahead.</summary>
    StandbyTimesInvalid,
    /// <summary>The interpreter has accepted another standby shift in that time.</summary>
    StandbyOverlaps,
    /// <summary>The interpreter is absent in the time of the standby shift.</summary>
    StandbyInAbsence,
    /// <summary>The interpreter is bound to an appointment in the time of the standby shift.</summary>
    StandbyInAppointment,
    /// <summary>The standby shift has begun: it cannot be called off any more.</summary>
    StandbyBegun,
    /// <summary>The standby shift is over, was called off, or was answered otherwise.</summary>
    StandbyOver,
    /// <summary>It is too late to give the standby shift back.</summary>
    StandbyGiveBackTooLate,
    /// <summary>No version of the tariff counts on the day of the order or of the service.</summary>
    TariffMissing,
    /// <summary>Something was billed by this version of a tariff: other prices are a new version.</summary>
    TariffUsed,
    /// <summary>The tariff breaks a rule; the answer names each field.</summary>
    TariffInvalid,
    /// <summary>Somebody else has changed the tariff meanwhile.</summary>
    TariffChangedMeanwhile,
    /// <summary>The data for invoices are not usable; the answer names each field.</summary>
    BillingPartyInvalid,
    /// <summary>Somebody else has changed the data for invoices meanwhile.</summary>
    BillingPartyChangedMeanwhile,
    /// <summary>Somebody else has recorded something about the same at the same instant: nobody could say which came last.</summary>
    RecordedMeanwhile,
    /// <summary>The billing run has ended, or was stopped or taken up by somebody else meanwhile.</summary>
    BillingRunOver,
    /// <summary>The document was cancelled or corrected before, or is a cancellation itself.</summary>
    DocumentCancelled,
    /// <summary>The document was objected to before.</summary>
    DocumentObjected,
    /// <summary>Somebody has answered or taken back the dispute meanwhile.</summary>
    DisputeOver,
    /// <summary>An open dispute about this line waits for its answer.</summary>
    LineDisputed,
    /// <summary>A correction changes something, in whole cents, and leaves no less than nothing.</summary>
    CorrectionInvalid,
    /// <summary>The line stands on a document: it is taken back together with the answer, and whoever answers must have seen that.</summary>
    DisputedLineBilled,
    /// <summary>By our own documents the limits of § 19 UStG are exceeded.</summary>
    SmallBusinessEnded,
    /// <summary>The file is no bank statement of ISO 20022 (camt.053, version 02 or 08), or a broken one.</summary>
    BankFileUnreadable,
    /// <summary>The bank statement is larger, or has more in it, than can be imported at once.</summary>
    BankFileTooLarge,
    /// <summary>The account of the bank statement is not one in euro.</summary>
    BankFileNotInEuro,
    /// <summary>The entry of the bank statement was booked or put aside meanwhile.</summary>
    BankEntrySettled,
    /// <summary>The invoice was paid, cancelled or reduced meanwhile: less is open than was to be booked on it.</summary>
    ReceivableChangedMeanwhile,
    /// <summary>The invoice is another customer's than the payment: it counts for invoices of its own customer only.</summary>
    PaymentOfAnotherCustomer,
    /// <summary>The payment was reversed before, or is a reversal itself.</summary>
    PaymentReversed,
    /// <summary>Of the payment something was paid back: that is reversed first.</summary>
    PaymentRefunded,
    /// <summary>Less credit is left than was to be paid back.</summary>
    RefundExceedsCredit,
    /// <summary>The refund was reversed before, or is a reversal itself.</summary>
    RefundReversed,
    /// <summary>Interest is to be claimed for a half-year whose base rate nobody has entered.</summary>
    BaseRateMissing,
    /// <summary>Not an invoice, or one that would say the same with the data of today, or break a rule.</summary>
    DocumentNotCorrectable,
    /// <summary>It goes beyond a budget that stops. Emergencies pass.</summary>
    BudgetExhausted,
    /// <summary>The budget breaks a rule; the answer names each field.</summary>
    BudgetInvalid,
    /// <summary>Somebody else has changed the budget meanwhile.</summary>
    BudgetChangedMeanwhile,
    /// <summary>A declared loss is more than nothing, in whole cents.</summary>
    LossInvalid,
    /// <summary>There is nothing to declare: not called off late, not by a tariff that pays for it, or too long ago.</summary>
    LossNotDue,
    /// <summary>Another loss was declared for the appointment before.</summary>
    LossDeclared,
    /// <summary>Nobody has said yet whose books the export is for.</summary>
    BookingSettingsMissing,
    /// <summary>The settings of bookkeeping are not usable; the answer names each field.</summary>
    BookingSettingsInvalid,
    /// <summary>Somebody else has changed the settings of bookkeeping meanwhile.</summary>
    BookingSettingsChangedMeanwhile,
    /// <summary>An export for bookkeeping lies in one financial year.</summary>
    ExportSpansYears,
    /// <summary>E-mail or password is wrong.</summary>
    SignInFailed,
    /// <summary>The password is right; a code of the second factor is still missing.</summary>
    SecondFactorRequired,
    /// <summary>The code is wrong, too old, or was used before.</summary>
    SecondFactorFailed,
    /// <summary>Too many attempts: wait.</summary>
    TooManyAttempts,
    /// <summary>Nobody is signed in.</summary>
    SignInRequired,
    /// <summary>The role does not allow this.</summary>
    Forbidden,
    /// <summary>There is no such thing, or it belongs to somebody else.</summary>
    NotFound,
    /// <summary>The call came from a page of another origin.</summary>
    OriginRefused,
    /// <summary>The database does not answer right now: nothing was done, try again.</summary>
    ServiceUnavailable,
    /// <summary>A fault of ours; the trace id leads to the log.</summary>
    Unexpected,
}
