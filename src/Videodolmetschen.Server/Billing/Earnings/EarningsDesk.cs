using Npgsql;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Languages;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Billing.Earnings;

/// <summary>A month of one interpreter: for the page, and for the statement that is kept.</summary>
internal sealed class EarningsDesk(TenantScope scope, LanguageCatalogue languages)
{
    private const int WaitingAtMost = 100;

    /// <param name="month">Its first day.</param>
    public async Task<EarningsView> ReadAsync(Guid interpreter, DateOnly month, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        return await ReadAsync(staff.Transaction, interpreter, month, cancellationToken);
    }

    /// <returns>The file.</returns>
    /// <inheritdoc cref="ReadAsync(Guid, DateOnly, CancellationToken)"/>
    public async Task<byte[]> StateAsync(Guid interpreter, DateOnly month, DateOnly today, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var number = await EarningsStore.ReadNumberAsync(staff.Transaction, interpreter, cancellationToken);
        var (us, party) = (await PartyStore.FindAsync(staff.Transaction, "issuer", null, cancellationToken), await PartyStore.FindAsync(staff.Transaction, "interpreter", interpreter, cancellationToken));
        var view = await ReadAsync(staff.Transaction, interpreter, month, cancellationToken);
        return StatementPdf.Write(new Statement(view, month, today, us?.Name ?? "Videodolmetschen", party?.Name, number));
    }

    private async Task<EarningsView> ReadAsync(NpgsqlTransaction transaction, Guid interpreter, DateOnly month, CancellationToken cancellationToken)
    {
        var (last, january) = (month.AddMonths(1).AddDays(-1), new DateOnly(month.Year, 1, 1));
        var rows = await EarningsStore.ReadAsync(transaction, interpreter, month, last, cancellationToken);
        var services = rows.GroupBy(row => row.ServiceId).Select(Service).ToList();
        var billed = services.Where(service => service.Document is not null).Sum(service => service.Net);
        var net = services.Sum(service => service.Net);
        return new EarningsView(
            month.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture),
            net,
            billed,
            net - billed,
            [.. services.GroupBy(service => service.Kind).Select(kind => new EarnedKind(kind.Key, kind.Count(), kind.Sum(service => service.Net)))],
            services,
            await WaitingAsync(transaction, interpreter, month, last, cancellationToken),
            new EarnedYear(
                month.Year,
                await EarningsStore.SumAsync(transaction, interpreter, january, last, cancellationToken),
                (await TurnoverStore.ReadAsync(transaction, interpreter, month.Year, cancellationToken)).Current));
    }

    private EarnedService Service(IGrouping<Guid, EarnedRow> rows)
    {
        var first = rows.First();
        var lines = rows.Where(row => row.Number is not null).Select(row => new EarnedLine(
            row.Number!.Value, row.Kind, row.Rule, row.Quantity, row.Unit, row.UnitPrice, row.Net, row.Explanation,
            row.DisputeId is { } dispute
                ? new EarnedDispute(dispute, row.DisputeState!, row.DisputeReason!, row.DisputeWords, row.RaisedAt!.Value, row.AnswerBy!.Value, row.Answer, row.EndedAt)
                : null)).ToList();
        return new EarnedService(
            first.ServiceId, first.ServiceKind, first.ServedFrom, first.ServedUntil, first.Day, NameOf(first.Language), first.Modality, first.IsWithdrawn ? 0 : lines.Sum(line => line.Net),
            first.IsWithdrawn, first.Document, lines);
    }

    /// <summary>What ended in the month and has no lines yet.</summary>
    private async Task<IReadOnlyList<WaitingService>> WaitingAsync(NpgsqlTransaction transaction, Guid interpreter, DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        var waiting = new List<WaitingService>();
        foreach (var source in DueServiceStore.Sources.Where(source => source.Side == BillingSide.Interpreter))
        {
            foreach (var due in await DueServiceStore.ReadOfInterpreterAsync(transaction, source, interpreter, BerlinTime.BeginOf(from), BerlinTime.BeginOf(until.AddDays(1)), WaitingAtMost, cancellationToken))
            {
                var tariff = await Tariffs.FindAsync(transaction, due.Side, due.Who, due.OrderedAt, due.FromAt, cancellationToken);
                waiting.Add(new WaitingService(due.Kind, due.FromAt, due.UntilAt, NameOf(due.Language), tariff is null ? "no_tariff" : "soon"));
            }
        }

        return [.. waiting.OrderBy(one => one.From)];
    }

    private string? NameOf(string? language) => language is null ? null : languages.NameOf(language);
}
