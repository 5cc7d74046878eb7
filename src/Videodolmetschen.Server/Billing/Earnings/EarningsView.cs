namespace Videodolmetschen.Server.Billing.Earnings;

/// <summary>What an interpreter earned in a month, net, to the last cent explained.</summary>
/// <param name="OnDocuments">Of the net, what stands on a document that counts.</param>
/// <param name="Open">The rest.</param>
internal sealed record EarningsView(
    string Month,
    decimal Net,
    decimal OnDocuments,
    decimal Open,
    IReadOnlyList<EarnedKind> Kinds,
    IReadOnlyList<EarnedService> Services,
    IReadOnlyList<WaitingService> Waiting,
    EarnedYear Year);

/// <param name="Kind">Of the services.</param>
internal sealed record EarnedKind(string Kind, int Services, decimal Net);

/// <param name="Language">Its German name.</param>
/// <param name="Net">0 where it is withdrawn: its lines are shown and not paid.</param>
/// <param name="Document">The number of the document on which it stands.</param>
internal sealed record EarnedService(
    Guid Id, string Kind, DateTimeOffset From, DateTimeOffset Until, DateOnly Day, string? Language, string? Modality, decimal Net, bool IsWithdrawn, string? Document, IReadOnlyList<EarnedLine> Lines);

internal sealed record EarnedLine(
    int Number, string Kind, string Rule, decimal Quantity, string Unit, decimal UnitPrice, decimal Net, string Explanation, EarnedDispute? Dispute);

/// <summary>The last dispute about a line.</summary>
internal sealed record EarnedDispute(Guid Id, string State, string Reason, string? Words, DateTimeOffset RaisedAt, DateOnly AnswerBy, string? Answer, DateTimeOffset? EndedAt);

/// <param name="Because"><c>no_tariff</c>, or <c>soon</c>: the next turn of the job rates it.</param>
internal sealed record WaitingService(string Kind, DateTimeOffset From, DateTimeOffset Until, string? Language, string Because);

/// <param name="Earned">From 1 January to the end of the month, by day of service.</param>
/// <param name="Billed">By our documents of the year until now.</param>
internal sealed record EarnedYear(int Year, decimal Earned, decimal Billed);
