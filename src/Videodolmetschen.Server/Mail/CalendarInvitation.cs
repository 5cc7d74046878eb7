namespace Videodolmetschen.Server.Mail;

/// <summary>What a calendar does with an invitation (RFC 5546): enters or updates, or takes out.</summary>
internal enum CalendarMethod
{
    Request,
    Cancel,
}

internal sealed record CalendarPerson(string Name, string Address);

/// <summary>
/// An appointment for somebody's calendar. The same <see cref="Uid"/> with a higher <see cref="Sequence"/> replaces the former, or
/// cancels it. Calendars are shared with colleagues and shown in trains: neither the customer nor anything of the end user is in it.
/// </summary>
/// <param name="Uid">The same for all of an appointment's life; see <see cref="UidOf"/>.</param>
/// <param name="Sequence">From 0; one more with each change and with the cancellation.</param>
internal sealed record CalendarInvitation(string Uid, int Sequence, CalendarMethod Method)
{
    public required DateTimeOffset Start { get; init; }

    public required DateTimeOffset End { get; init; }

    /// <summary>Such as <c>Dolmetschen: Tigrinya (Video)</c>.</summary>
    public required string Summary { get; init; }

    public string Description { get; init; } = "";

    public Uri? Url { get; init; }

    public required CalendarPerson Organizer { get; init; }

    public required CalendarPerson Attendee { get; init; }

    /// <summary>How long before the start the calendar speaks up; null: it does not.</summary>
    public TimeSpan? Alarm { get; init; }

    /// <summary>Independent of the sender's address, which may change while an appointment is in the calendars.</summary>
    public static string UidOf(Guid appointment) => $"termin-{appointment}@videodolmetschen";
}
