using Videodolmetschen.Domain.Customers;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Server.Realtime;

/// <param name="Id">Of the appointment.</param>
/// <param name="EndsAt">Of its slot.</param>
public sealed record AppointmentCall(Guid Id, DateTimeOffset EndsAt);

/// <summary>A request as its requester sees it.</summary>
public record RequestView
{
    public required Guid Id { get; init; }

    public required RequestState State { get; init; }

    public required string Language { get; init; }

    public required Field Field { get; init; }

    public required Modality Modality { get; init; }

    public required Priority Priority { get; init; }

    public required IReadOnlyList<Requirement> Requirements { get; init; }

    public required IReadOnlyList<Wish> Wishes { get; init; }

    public required bool RelatedAllowed { get; init; }

    /// <summary>Only to its requester.</summary>
    public string? OwnReference { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>1 is next; null when it does not wait.</summary>
    public int? Position { get; init; }

    /// <summary>How many interpreters are being rung right now.</summary>
    public required int Ringing { get; init; }

    /// <summary>How many who speak the language and could take it are on duty, free or busy.</summary>
    public required int OnDuty { get; init; }

    /// <summary>What may stand in for the language, the best first, whether it is allowed or not.</summary>
    public required IReadOnlyList<string> RelatedLanguages { get; init; }

    /// <summary>How many more are on duty who speak only one of those; 0 while it is not allowed.</summary>
    public required int RelatedOnDuty { get; init; }

    /// <summary>From then on they ring where that is allowed; while it is not, it can be offered then.</summary>
    public required DateTimeOffset RelatedAt { get; init; }

    /// <summary>From then on offer to go on with sound only.</summary>
    public required DateTimeOffset AudioAt { get; init; }

    /// <summary>From then on show the other choices.</summary>
    public required DateTimeOffset ChoicesAt { get; init; }

    /// <summary>When the search gives up.</summary>
    public required DateTimeOffset UnservedAt { get; init; }

    /// <summary>When the Disposition was asked for help.</summary>
    public DateTimeOffset? HelpAskedAt { get; init; }

    /// <summary>When a coordinator promised it.</summary>
    public DateTimeOffset? HelpAnsweredAt { get; init; }

    /// <summary>It came of a callback and has the place in line of then.</summary>
    public required bool CalledBack { get; init; }

    /// <summary>The number of the interpreter whom it names, by requirement or wish, or of the appointment.</summary>
    public string? NamedInterpreter { get; init; }

    /// <summary>Waits for the interpreter of an appointment alone.</summary>
    public AppointmentCall? Appointment { get; init; }

    public CancelledBy? CancelledBy { get; init; }

    /// <summary>On the floor only: the session in which somebody is to be relieved.</summary>
    public Guid? ReliefFor { get; init; }

    public UnservedCause? UnservedBecause { get; init; }
}

/// <summary>A wish to be told when somebody is free.</summary>
public sealed record CallbackView
{
    public required Guid Id { get; init; }

    /// <summary>The request that it stands for.</summary>
    public required Guid RequestId { get; init; }

    public required string Language { get; init; }

    public required Modality Modality { get; init; }

    public required CallbackState State { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Lapses then.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? ReadyAt { get; init; }
}

public sealed record CallbackChanged(long Revision, CallbackView Callback);

public sealed record RequestChanged(long Revision, RequestView Request);

/// <summary>An invitation, without a word about who asks.</summary>
public sealed record OfferView
{
    public required Guid Id { get; init; }

    public required Guid RequestId { get; init; }

    /// <summary>What will be spoken.</summary>
    public required string Language { get; init; }

    /// <summary>What was asked for; differs where a related language stands in.</summary>
    public required string RequestedLanguage { get; init; }

    /// <summary>The requester wishes this interpreter again.</summary>
    public required bool Continuity { get; init; }

    public required Field Field { get; init; }

    public required Modality Modality { get; init; }

    public required Priority Priority { get; init; }

    public required CustomerKind CustomerKind { get; init; }

    public required IReadOnlyList<Requirement> Requirements { get; init; }

    public required IReadOnlyList<Wish> Wishes { get; init; }

    /// <summary>Set when somebody is to be relieved: since when the conversation runs.</summary>
    public DateTimeOffset? ReliefSince { get; init; }

    /// <summary>An own appointment: rings until its slot is over, and cannot be declined.</summary>
    public AppointmentCall? Appointment { get; init; }

    public required DateTimeOffset OfferedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>More time was asked for; it is given once.</summary>
    public required bool Extended { get; init; }

    /// <summary>Why it came to this interpreter; nothing about others.</summary>
    public required RankReasons Reasons { get; init; }
}

public sealed record OfferReceived(long Revision, OfferView Offer);

public sealed record OfferWithdrawn(long Revision, Guid OfferId, WithdrawnBecause Because);

public sealed record OfferExpired(long Revision, Guid OfferId);

/// <param name="Outcome"><c>accepted</c>, or <c>gone</c> with the reason.</param>
/// <param name="Session">The session, when accepted.</param>
/// <param name="Call">How to carry the call, when accepted.</param>
/// <param name="Because">How the offer had ended, when gone.</param>
public sealed record AcceptAnswer(string Outcome, SessionView? Session, CallSetup? Call, string? Because);
