namespace Videodolmetschen.Server.Sessions.Record;

/// <summary>What a record says of a conversation: that it was, when, and who interpreted by number. Nothing of what was said, and nothing of the person whom it was for.</summary>
/// <param name="Session">Its number is the id.</param>
/// <param name="Language">In German, as all words here: they are signed as people read them.</param>
/// <param name="BillableSeconds">On the clock that both sides saw.</param>
/// <param name="Interpreters">In turn; more than one after a handover.</param>
/// <param name="IssuedAt">When it was asked for first. Later it is the same record.</param>
internal sealed record RecordFacts(
    Guid Session,
    string Customer,
    string Unit,
    string Language,
    string Modality,
    DateTimeOffset RequestedAt,
    DateTimeOffset StartedAt,
    DateTimeOffset EndedAt,
    int BillableSeconds,
    IReadOnlyList<RecordStint> Interpreters,
    DateTimeOffset IssuedAt)
{
    public const string NotRecordedWords = "Das Gespräch wurde nicht aufgezeichnet.";

    public string NotRecorded { get; init; } = NotRecordedWords;
}

/// <param name="Number">Instead of the name.</param>
/// <param name="Qualification">For this language, as known when the record was issued.</param>
internal sealed record RecordStint(string Number, string Qualification, DateTimeOffset From, DateTimeOffset Until);

/// <summary>Facts as they were signed.</summary>
/// <param name="Content">Exactly the signed text.</param>
internal sealed record SignedRecord(Guid Session, string Content, byte[] Signature)
{
    public RecordFacts Facts => RecordText.Read(Content);

    /// <summary>With everything in it: for a camera, and for links.</summary>
    public string Code => RecordCode.Write(Session, Signature);

    /// <summary>For whoever types.</summary>
    public string ShortCode => RecordCode.Short(Signature);
}
