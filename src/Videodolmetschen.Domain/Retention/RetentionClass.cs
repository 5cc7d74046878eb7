namespace Videodolmetschen.Domain.Retention;

/// <summary>Each kind of data, with exactly one rule (DIN 66398).</summary>
public enum RetentionKind
{
    /// <summary>Past absences because of illness: data about health.</summary>
    IllnessAbsences,
    /// <summary>Other past absences that interpreters have entered.</summary>
    OwnAbsences,
    /// <summary>Past absences out of calendar files.</summary>
    ImportedAbsences,
    /// <summary>Who was asked for an appointment and what was answered.</summary>
    Asks,
    SignIns,
    JobRuns,
    /// <summary>Questions, reminders and warnings by e-mail.</summary>
    Notices,
    /// <summary>Confirmations, changes and cancellations by e-mail: business letters.</summary>
    Letters,
    /// <summary>Links and arrivals of guests: metadata of connections.</summary>
    Guests,
    /// <summary>What a requester noted for the own file, in live requests.</summary>
    RequestReferences,
    /// <summary>The same in appointments.</summary>
    AppointmentReferences,
    Appointments,
    /// <summary>Live requests with their offers, sessions and all that hangs on them.</summary>
    Conversations,
    /// <summary>What the dispatcher decided, step by step: metadata of connections, and of the work of interpreters.</summary>
    DispatchEvents,
    /// <summary>To whom a standby shift was offered and who did not serve it.</summary>
    StandbyOffers,
    /// <summary>Standby shifts with what was served of them: facts for pay.</summary>
    StandbyShifts,
    /// <summary>What somebody wrote about a billing line, and the answer.</summary>
    DisputeWords,
    /// <summary>What an interpreter wrote about a Gutschrift.</summary>
    ObjectionWords,
    /// <summary>Languages, oaths, fields, secrecy, hours and wishes of interpreters who have left.</summary>
    Certificates,
    /// <summary>Name, address and secrets of accounts that were closed.</summary>
    FormerAccounts,
    /// <summary>The names of interpreters who have left.</summary>
    FormerInterpreters,
    /// <summary>Who did what, but for rules.</summary>
    AuditEntries,
    /// <summary>Who changed rules, contracts and prices, and how: they explain vouchers.</summary>
    RuleChanges,
}

/// <summary>From when the period of a class counts.</summary>
public enum RetentionStart
{
    EndOfAbsence,
    EndOfAppointment,
    EndOfSignIn,
    EndOfRun,
    EndOfSending,
    EndOfPresence,
    EndOfRequest,
    WhenWritten,
    EndOfStandby,
    EndOfDispute,
    EndOfContract,
    EndOfAccount,
}

/// <summary>What becomes of what is due.</summary>
public enum RetentionAct
{
    Delete,
    /// <summary>The row stays without what points at a person.</summary>
    Anonymise,
}

/// <summary>One rule of deletion.</summary>
/// <param name="Kind">Of which data.</param>
/// <param name="Table">Where they are.</param>
/// <param name="Start">From when.</param>
/// <param name="Term">How long.</param>
/// <param name="Basis">Why so long, and no longer.</param>
public sealed record RetentionClass(RetentionKind Kind, string Table, RetentionStart Start, RetentionTerm Term, string Basis)
{
    public RetentionAct Act { get; init; }

    /// <summary>All of them; what points at others comes first (GERMANY.md 4.4).</summary>
    public static IReadOnlyList<RetentionClass> All { get; } =
    [
        new(RetentionKind.IllnessAbsences, "absences", RetentionStart.EndOfAbsence, Days(7), "Art. 5 Abs. 1 Buchst. e, Art. 9 DSGVO"),
        new(RetentionKind.OwnAbsences, "absences", RetentionStart.EndOfAbsence, Days(90), "Art. 5 Abs. 1 Buchst. e DSGVO"),
        new(RetentionKind.ImportedAbsences, "absences", RetentionStart.EndOfAbsence, Days(30), "Art. 5 Abs. 1 Buchst. e DSGVO"),
        new(RetentionKind.Asks, "appointment_asks", RetentionStart.EndOfAppointment, Days(180), "Art. 5 Abs. 1 Buchst. e DSGVO"),
        new(RetentionKind.SignIns, "sign_ins", RetentionStart.EndOfSignIn, Days(1), "Art. 5 Abs. 1 Buchst. e DSGVO"),
        new(RetentionKind.JobRuns, "job_runs", RetentionStart.EndOfRun, Days(30), "Art. 5 Abs. 1 Buchst. e DSGVO"),
        new(RetentionKind.Notices, "mails", RetentionStart.EndOfSending, Days(90), "Art. 5 Abs. 1 Buchst. e DSGVO"),
        new(RetentionKind.Letters, "mails", RetentionStart.EndOfSending, Years(6), "§ 257 Abs. 4 HGB, § 147 Abs. 3 AO"),
        new(RetentionKind.Guests, "guests", RetentionStart.EndOfPresence, Days(90), "Art. 5 Abs. 1 Buchst. e DSGVO, Anlage 31b BMV-Ä"),
        new(RetentionKind.RequestReferences, "requests", RetentionStart.EndOfRequest, Days(180), "Art. 5 Abs. 1 Buchst. e DSGVO") { Act = RetentionAct.Anonymise },
        new(RetentionKind.AppointmentReferences, "appointments", RetentionStart.EndOfAppointment, Days(180), "Art. 5 Abs. 1 Buchst. e DSGVO") { Act = RetentionAct.Anonymise },
        new(RetentionKind.Appointments, "appointments", RetentionStart.EndOfAppointment, Years(8), "§ 147 Abs. 3 AO, § 14b Abs. 1 UStG, § 257 Abs. 4 HGB"),
        new(RetentionKind.Conversations, "requests", RetentionStart.EndOfRequest, Years(8), "§ 147 Abs. 3 AO, § 14b Abs. 1 UStG, § 257 Abs. 4 HGB"),
        new(RetentionKind.DispatchEvents, "dispatch_events", RetentionStart.WhenWritten, Days(90), "Art. 5 Abs. 1 Buchst. e DSGVO, Anlage 31b BMV-Ä"),
        new(RetentionKind.StandbyOffers, "standby_takes", RetentionStart.EndOfStandby, Days(180), "Art. 5 Abs. 1 Buchst. e DSGVO"),
        new(RetentionKind.StandbyShifts, "standby_shifts", RetentionStart.EndOfStandby, Years(8), "§ 147 Abs. 3 AO, § 257 Abs. 4 HGB"),
        new(RetentionKind.DisputeWords, "line_disputes", RetentionStart.EndOfDispute, Years(6), "§ 257 Abs. 4 HGB, § 147 Abs. 3 AO") { Act = RetentionAct.Anonymise },
        new(RetentionKind.ObjectionWords, "document_objections", RetentionStart.WhenWritten, Years(6), "§ 257 Abs. 4 HGB, § 147 Abs. 3 AO") { Act = RetentionAct.Anonymise },
        new(RetentionKind.Certificates, "interpreters", RetentionStart.EndOfContract, Years(3), "§§ 195, 199 Abs. 1 BGB"),
        new(RetentionKind.FormerAccounts, "users", RetentionStart.EndOfAccount, Years(3), "§§ 195, 199 Abs. 1 BGB") { Act = RetentionAct.Anonymise },
        new(RetentionKind.FormerInterpreters, "interpreters", RetentionStart.EndOfContract, Years(8), "§ 147 Abs. 3 AO, § 14b Abs. 1 UStG") { Act = RetentionAct.Anonymise },
        new(RetentionKind.AuditEntries, "audit_entries", RetentionStart.WhenWritten, Years(3), "Art. 5 Abs. 2 DSGVO, §§ 195, 199 Abs. 1 BGB"),
        new(RetentionKind.RuleChanges, "audit_entries", RetentionStart.WhenWritten, Years(10), "§ 147 Abs. 1 Nr. 1, Abs. 3 AO (GoBD)"),
    ];

    public static RetentionClass Of(RetentionKind kind) => All.First(one => one.Kind == kind);

    private static RetentionTerm Days(int days) => new(days, RetentionUnit.Days);

    private static RetentionTerm Years(int years) => new(years, RetentionUnit.CalendarYears);
}

/// <summary>Why something must not be deleted for now (Löschsperre).</summary>
public enum HoldReason
{
    Litigation,
    TaxAudit,
    Investigation,
    Complaint,
    /// <summary>A person has asked that data about them be kept (Art. 18 (1) GDPR).</summary>
    RestrictionAsked,
}
