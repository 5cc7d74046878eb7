using System.Security.Cryptography;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Languages;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Sessions.Record;

/// <summary>Issues records and says whether one is ours. A conversation has one record: whoever asks again gets the same.</summary>
internal sealed class Records(RecordStore store, RecordKey key, LanguageCatalogue languages, SteadyClock clock)
{
    /// <exception cref="DomainException">There is no such conversation for this person, or nothing to record of it yet.</exception>
    public async Task<SignedRecord> IssueAsync(SignedIn who, Guid session, CancellationToken cancellationToken)
    {
        var source = await store.FindAsync(who, session, cancellationToken) ?? throw new DomainException(ErrorCode.SessionNotFound);
        return await store.FindKeptAsync(session, cancellationToken) ?? await IssueFirstAsync(source, cancellationToken);
    }

    /// <returns>The record, if the code belongs to one that we signed and that still says what we signed.</returns>
    public async Task<SignedRecord?> VerifyAsync(string code, CancellationToken cancellationToken)
    {
        var kept = await FindAsync(code.Trim(), cancellationToken);
        return kept is not null && await key.HasSignedAsync(kept.Content, kept.Signature, cancellationToken) && kept.Facts.Session == kept.Session ? kept : null;
    }

    private async Task<SignedRecord?> FindAsync(string code, CancellationToken cancellationToken)
    {
        if (RecordCode.TryRead(code, out var session, out var signature))
        {
            var kept = await store.FindKeptAsync(session, cancellationToken);
            return kept is not null && CryptographicOperations.FixedTimeEquals(kept.Signature, signature) ? kept : null;
        }

        if (RecordCode.ReadShort(code) is not { } typed)
        {
            return null;
        }

        var found = await store.FindKeptAsync(typed, cancellationToken);
        return found?.ShortCode == typed ? found : null;
    }

    private async Task<SignedRecord> IssueFirstAsync(RecordSource source, CancellationToken cancellationToken)
    {
        var facts = Facts(source);
        var content = RecordText.Write(facts);
        var signed = new SignedRecord(source.Id, content, await key.SignAsync(content, cancellationToken));
        await store.KeepFirstAsync(source.CustomerId, signed, facts.IssuedAt, cancellationToken);
        return await store.FindKeptAsync(source.Id, cancellationToken) ?? throw new DomainException(ErrorCode.SessionNotFound);
    }

    private RecordFacts Facts(RecordSource source)
    {
        if (source is not { StartedAt: { } started, EndedAt: { } ended, BillableSeconds: { } seconds })
        {
            throw new DomainException(ErrorCode.RecordNotAvailable);
        }

        var day = BerlinTime.DayOf(started);
        return new RecordFacts(
            source.Id,
            source.Customer,
            source.Unit,
            languages.NameOf(source.Language),
            RecordWords.Modality(source.Modality),
            source.RequestedAt,
            started,
            ended,
            seconds,
            [
                .. source.Stints.Select(stint => new RecordStint(
                    stint.Number, RecordWords.Qualification(stint.Level, stint.Oaths, day), stint.TookOverAt < started ? started : stint.TookOverAt, stint.LeftAt ?? ended)),
            ],
            clock.Now);
    }
}
