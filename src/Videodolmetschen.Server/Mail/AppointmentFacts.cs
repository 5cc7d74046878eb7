using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Server.Mail;

/// <summary>An appointment as mails tell it: words and times. Nothing of the end user has a place here.</summary>
/// <param name="Id">Of the appointment.</param>
/// <param name="Sequence">0 at first, one more with each change and with the cancellation; calendars take the highest.</param>
internal sealed record AppointmentFacts(Guid Id, int Sequence)
{
    public required DateTimeOffset Start { get; init; }

    public required DateTimeOffset End { get; init; }

    /// <summary>The German name.</summary>
    public required string Language { get; init; }

    public required string Customer { get; init; }

    public required string Unit { get; init; }

    /// <summary>Video, or sound alone.</summary>
    public bool IsVideo { get; init; } = true;

    /// <summary>The number of the interpreter, such as <c>D-0001</c>, once there is one.</summary>
    public string? Interpreter { get; init; }

    /// <summary>The page of the appointment; it asks who is there.</summary>
    public required Uri Link { get; init; }

    public string Modality => IsVideo ? "Video" : "Nur Ton";

    /// <summary>How the causes of all mails of this appointment begin, in this version of it; for <see cref="MailStore.WithdrawAsync"/>.</summary>
    public string Causes => $"appointment:{Id}:{Sequence}:";

    /// <summary>When the room opens and reminders are sent.</summary>
    public AppointmentRules Rules { get; init; } = new();

    public AppointmentSlot Slot => new(Start, End);
}

internal enum MailSide
{
    Requester,
    Interpreter,
}

/// <summary>Somebody with an account who gets mail.</summary>
internal sealed record MailPerson(UserId Id, string Name, string Address);
