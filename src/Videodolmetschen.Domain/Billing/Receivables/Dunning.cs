namespace Videodolmetschen.Domain.Billing.Receivables;

/// <summary>How plainly a letter speaks.</summary>
public enum DunningLevel
{
    /// <summary>Zahlungserinnerung: nothing is claimed but the invoice.</summary>
    Reminder,
    /// <summary>Mahnung: interest and lump sum are claimed, too.</summary>
    Notice,
    /// <summary>Letzte Mahnung: the next letter comes from a court.</summary>
    LastNotice,
}

/// <summary>A letter that somebody has sent for an invoice.</summary>
public readonly record struct DunningNote(DunningLevel Level, DateOnly On);

/// <summary>What comes next for an overdue invoice. Only a suggestion: nothing is ever sent by itself.</summary>
/// <param name="Next">Null after the last one.</param>
/// <param name="From">The day from which on it is fair to write: the letter before was given time.</param>
public readonly record struct DunningStep(DunningLevel? Next, DateOnly From)
{
    /// <summary>So long a letter is given to be answered.</summary>
    public const int DaysToAnswer = 14;

    public bool IsDue(DateOnly on) => Next is not null && on >= From;

    public static DunningStep After(Receivable claim, IEnumerable<DunningNote> notes)
    {
        var last = notes.OrderBy(note => note.Level).ThenBy(note => note.On).Select(note => (DunningNote?)note).LastOrDefault();
        return last is not { } written
            ? new DunningStep(DunningLevel.Reminder, claim.LastDay.AddDays(1))
            : new DunningStep(written.Level == DunningLevel.LastNotice ? null : written.Level + 1, written.On.AddDays(DaysToAnswer));
    }
}
