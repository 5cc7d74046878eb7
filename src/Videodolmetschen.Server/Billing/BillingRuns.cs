using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Hosting;
using Videodolmetschen.Server.Printing;

namespace Videodolmetschen.Server.Billing;

/// <param name="Unrated">Services that ended in the period and are not rated, of all parties: they wait for a tariff.</param>
/// <param name="Earlier">What was left of the time before the period, of all parties; null where nothing was.</param>
internal sealed record RunPreview(IReadOnlyList<PreviewParty> Parties, int Unrated, EarlierServices? Earlier);

/// <param name="Disputed">Services that are held back, with what they come to.</param>
internal sealed record PreviewParty(Guid Id, string Name, int Services, int Documents, decimal Net, decimal Tax, decimal Gross, int Unrated, IReadOnlyList<DraftFinding> Findings, int Disputed, decimal DisputedNet);

/// <summary>
/// A billing run: looked at first, then issued party by party, each in a transaction of its own. Whoever stops it, be it a person or a power
/// cut, leaves whole parties; the rest follows, and nothing twice.
/// </summary>
internal sealed class BillingRuns(TenantScope scope, AuditStore audit, BillingLetters letters, SteadyClock clock)
{
    public async Task<RunPreview> PreviewAsync(BillingSide side, DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var unrated = await UnbilledStore.ReadUnratedAsync(staff.Transaction, side, from, until, cancellationToken);
        var shown = new List<PreviewParty>();
        foreach (var party in await UnbilledStore.ReadPartiesAsync(staff.Transaction, side, from, until, cancellationToken))
        {
            var draft = await Drafts.MakeAsync(staff.Transaction, side, party.Id, from, until, BerlinTime.DayOf(clock.Now), withDisputed: false, cancellationToken);
            var totals = draft.Sources.Select(source => source.ToDomain("ENTWURF-1").Totals).ToList();
            shown.Add(new PreviewParty(
                party.Id, party.Name, party.Services, draft.Sources.Count, party.Net, totals.Sum(one => one.Tax), totals.Count == 0 ? party.Net : totals.Sum(one => one.Gross),
                unrated.GetValueOrDefault(party.Id), [.. draft.Findings, .. HeldBack(party)], party.Disputed, party.DisputedNet));
        }

        return new RunPreview(shown, unrated.Values.Sum(), await UnbilledStore.FindEarlierAsync(staff.Transaction, side, from, cancellationToken));
    }

    /// <param name="parties">Chosen out of the preview; whoever is blocked there is refused here, with the reason.</param>
    public async Task<Guid> StartAsync(UserId by, Guid key, BillingSide side, DateOnly from, DateOnly until, IReadOnlyList<RunParty> parties, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var now = clock.Now;
        var ordered = (await UnbilledStore.ReadPartiesAsync(staff.Transaction, side, from, until, cancellationToken))
            .Select(party => parties.FirstOrDefault(chosen => chosen.Id == party.Id)).OfType<RunParty>().ToList();
        var (id, isNew) = await RunStore.AddAsync(staff.Transaction, key, side, from, until, BerlinTime.DayOf(now), ordered, by, now, cancellationToken);
        if (isNew)
        {
            await audit.AddAsync(staff.Transaction, new AuditEntry(by, "billing_run.started", $"billing_run:{id}") { Details = new { side, from, until, parties = ordered.Count } }, cancellationToken);
            await staff.CommitAsync(cancellationToken);
        }

        return id;
    }

    /// <summary>Issues the next party's documents; false when none is left or somebody has stopped the run.</summary>
    public async Task<bool> IssueNextAsync(Guid run, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await DocumentStore.LockAsync(staff.Transaction, cancellationToken);
        if (await RunStore.FindAsync(staff.Transaction, run, cancellationToken) is not { } row || await RunStore.NextPartAsync(staff.Transaction, run, cancellationToken) is not { } part)
        {
            return false;
        }

        var side = Database.SnakeCase.Parse<BillingSide>(row.Side);
        var draft = await Drafts.MakeAsync(staff.Transaction, side, part.Party, row.FromDay, row.UntilDay, row.IssuedOn, part.WithDisputed, cancellationToken);
        foreach (var source in draft.IsBlocked ? [] : draft.Sources)
        {
            var (id, number) = await DocumentStore.IssueAsync(staff.Transaction, source, new Issue(side, part.Party, run, null, new UserId(row.StartedBy), clock.Now), cancellationToken);
            await letters.TellAsync(staff.Transaction, source, part.Party, id, number, cancellationToken);
            CrashPoint.Reach("document_issued");
        }

        var state = draft.IsBlocked ? "refused" : draft.Sources.Count == 0 ? "empty" : "issued";
        await RunStore.SettlePartAsync(staff.Transaction, run, part.Place, state, draft.Findings, cancellationToken);
        await RunStore.FinishAsync(staff.Transaction, run, clock.Now, cancellationToken);
        await staff.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Stops between two parties, or goes on: then with the date of that day.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.BillingRunOver"/>.</exception>
    public async Task MoveAsync(Guid run, string from, string to, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        if (!await RunStore.MoveAsync(staff.Transaction, run, from, to, BerlinTime.DayOf(clock.Now), cancellationToken))
        {
            throw new DomainException(ErrorCode.BillingRunOver);
        }

        await staff.CommitAsync(cancellationToken);
    }

    private static IEnumerable<DraftFinding> HeldBack(UnbilledParty party) => party.Disputed == 0 ? [] :
    [
        new DraftFinding("disputed_lines", false, $"Zu {(party.Disputed == 1 ? "einer Leistung" : $"{party.Disputed} Leistungen")} über {GermanNumber.Euro(party.DisputedNet)} ist ein Einwand offen. "
            + "Sie werden zurückgehalten, bis er beantwortet ist, oder Sie rechnen sie ausdrücklich mit ab."),
    ];
}
