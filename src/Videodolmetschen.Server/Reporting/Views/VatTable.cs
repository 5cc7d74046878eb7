using System.Globalization;
using Npgsql;
using Videodolmetschen.Domain.Bookkeeping;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Reporting.Bookkeeping;

namespace Videodolmetschen.Server.Reporting.Views;

/// <summary>The VAT summary by months of service (Domain/Bookkeeping/VatPeriod).</summary>
internal static class VatTable
{
    private static readonly ReportColumn[] Columns =
    [
        new("documents", "Belege", ReportUnit.Count),
        new("cancellations", "Stornos", ReportUnit.Count),
        new("net", "Netto", ReportUnit.Euro),
        new("tax", "Steuer laut Beleg", ReportUnit.Euro),
        new("owedTax", "Steuer nach § 13b", ReportUnit.Euro),
    ];

    public static async Task<ReportTable> ReadAsync(NpgsqlTransaction transaction, ReportOrder order, CancellationToken cancellationToken)
    {
        await DocumentTaxStore.KeepUpAsync(transaction, cancellationToken);
        var lines = VatPeriod.Of(await DocumentTaxStore.ReadMonthsAsync(transaction, order.Period.From, order.Period.To, cancellationToken));
        return new(
            "vat",
            "Umsatzsteuer",
            ["Monat", "Seite", "Steuerfall"],
            Columns,
            [.. lines.Select(line => new ReportRow(Key(line), [ReportWords.Month(line.Month), ReportWords.Side(line.Side), ReportWords.Treatment(line)], Values(line)))],
            Total: null);
    }

    private static string Key(VatLine line) => string.Create(CultureInfo.InvariantCulture, $"{line.Month:yyyy-MM-dd}:{SnakeCase.Of(line.Side)}:{SnakeCase.Of(line.Treatment)}");

    private static decimal?[] Values(VatLine line) => [line.Documents, line.Cancellations, line.Net, line.Tax, line.OwedTax == 0 ? null : line.OwedTax];
}
