using System.Globalization;
using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Languages;
using Videodolmetschen.Domain.Reporting;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Printing;

namespace Videodolmetschen.Server.Reporting.Views;

/// <summary>All views by their name. Whoever is from outside sees the own customer, and nothing that points at a few persons.</summary>
internal sealed class Reports(TenantScope scope, LanguageCatalogue languages)
{
    public static ReportBy ByDefault(string view) => view switch
    {
        "service" => ReportBy.Language,
        "unserved" => ReportBy.Cause,
        _ => ReportBy.Unit,
    };

    /// <param name="limit">Of lists of single conversations.</param>
    /// <exception cref="DomainException"><see cref="ErrorCode.NotFound"/>, <see cref="ErrorCode.Forbidden"/>.</exception>
    public async Task<ReportTable> ReadAsync(string view, ReportOrder order, int limit, CancellationToken cancellationToken)
    {
        if (view is not ("usage" or "service" or "unserved" or "sessions" or "fairness" or "vat"))
        {
            throw new DomainException(ErrorCode.NotFound);
        }

        if ((view is "fairness" or "vat" && order.Outsider is not null) || (order.By == ReportBy.Cause && view != "unserved"))
        {
            throw new DomainException(order.By == ReportBy.Cause ? ErrorCode.ArgumentInvalid : ErrorCode.Forbidden);
        }

        await using var opened = await ReportStore.OpenAsync(scope, order, cancellationToken);
        var names = await ReportStore.ReadNamesAsync(opened.Transaction, cancellationToken);
        var table = await ReadAsync(view, opened.Transaction, order, names, limit, cancellationToken);
        await opened.CommitAsync(cancellationToken);
        return table with { Asked = Asked(view, order, names) };
    }

    private async Task<ReportTable> ReadAsync(
        string view, NpgsqlTransaction transaction, ReportOrder order, IReadOnlyDictionary<string, string> names, int limit, CancellationToken cancellationToken) => view switch
    {
        "usage" or "service" or "unserved" => await ProtectAsync(view, transaction, order, names, cancellationToken),
        "fairness" => FairnessTable.Of(await InterpreterSumStore.ReadAsync(transaction, order, cancellationToken)),
        "vat" => await VatTable.ReadAsync(transaction, order, cancellationToken),
        _ => SessionTable.Of(await SessionListStore.ReadAsync(transaction, order, limit, cancellationToken), languages),
    };

    /// <summary>Figures that are added up, for whoever may see all of them.</summary>
    private async Task<ReportTable> CountAsync(string view, NpgsqlTransaction transaction, ReportOrder order, IReadOnlyDictionary<string, string> names, CancellationToken cancellationToken)
    {
        string Name(string key) => ReportWords.Row(order.By, key, names, languages);
        return view switch
        {
            "usage" => UsageTable.Of(order, await UsageStore.ReadAsync(transaction, order, cancellationToken), Name),
            "service" => ServiceTable.Of(order, await WaitCountStore.ReadAsync(transaction, order, cancellationToken), Name),
            _ => UnservedTable.Of(order, await WaitCountStore.ReadCausesAsync(transaction, order, cancellationToken), Name),
        };
    }

    private IReadOnlyList<(string Label, string Value)> Asked(string view, ReportOrder order, IReadOnlyDictionary<string, string> names) =>
    [
        ("Zeitraum", $"{GermanNumber.Day(order.Period.From)} bis {GermanNumber.Day(order.Period.To)}"),
        .. view is "usage" or "service" or "unserved" ? [("Gegliedert nach", ReportWords.By(order.By))] : Array.Empty<(string, string)>(),
        .. order.Customer is { } customer ? [("Auftraggeber", names.GetValueOrDefault(customer.ToString(), "unbekannt"))] : Array.Empty<(string, string)>(),
        .. order.Unit is { } unit ? [("Dienststelle", names.GetValueOrDefault(unit.ToString(), "unbekannt"))] : Array.Empty<(string, string)>(),
        .. order.Language is { } language ? [("Sprache", languages.NameOf(language))] : Array.Empty<(string, string)>(),
        .. order.Modality is { } modality ? [("Art", ReportWords.Modality(modality))] : Array.Empty<(string, string)>(),
        .. order.Hour is { } hour ? [("Uhrzeit", ReportWords.Hour(hour))] : Array.Empty<(string, string)>(),
        .. view == "service" ? [("Rechtzeitig heißt", string.Create(CultureInfo.InvariantCulture, $"höchstens {order.Within} Sekunden bis Bild oder Ton"))] : Array.Empty<(string, string)>(),
        .. order.Outsider is not null && view != "sessions" ? [("Hinweis", "Angaben, hinter denen weniger als fünf Fälle oder Personen stehen, sind ausgelassen")] : Array.Empty<(string, string)>(),
    ];

    private async Task<ReportTable> ProtectAsync(string view, NpgsqlTransaction transaction, ReportOrder order, IReadOnlyDictionary<string, string> names, CancellationToken cancellationToken)
    {
        var table = await CountAsync(view, transaction, order, names, cancellationToken);
        if (order.Outsider is null)
        {
            return table;
        }

        var shown = Protection.Of(table, order, await PersonCountStore.ReadAsync(transaction, order, view == "usage", cancellationToken));
        foreach (var (among, key) in order.Among())
        {
            var others = await ProtectAsync(view, transaction, among, names, cancellationToken);
            if (others.Total is { IsHidden: true } || others.Rows.Any(row => row.IsHidden && row.Key == key))
            {
                return shown.Hidden();
            }
        }

        return shown;
    }
}
