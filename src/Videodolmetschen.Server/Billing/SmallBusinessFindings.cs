using Npgsql;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Printing;

namespace Videodolmetschen.Server.Billing;

/// <summary>What § 19 UStG has to say about untaxed lines before they are billed. Beyond the limits they must not go out: the interpreter's status is changed first.</summary>
internal static class SmallBusinessFindings
{
    public static async Task<IReadOnlyList<DraftFinding>> OfAsync(NpgsqlTransaction transaction, Guid interpreter, IReadOnlyList<SourceLine> lines, CancellationToken cancellationToken)
    {
        var found = new List<DraftFinding>();
        foreach (var year in lines.Where(line => line.Vat == VatTreatment.SmallBusiness).GroupBy(line => line.From.Year))
        {
            var turnover = await TurnoverStore.ReadAsync(transaction, interpreter, year.Key, cancellationToken);
            var services = year.Select(line => (line.From, Money.ToCents(line.Quantity * line.UnitPrice))).ToList();
            var after = SmallBusinessLimit.Judge(turnover with { Current = turnover.Current + services.Sum(service => service.Item2) });
            if (SmallBusinessLimit.TaxedFrom(turnover, services) is { } day)
            {
                found.Add(new DraftFinding("small_business_ended", true, Ended(turnover, day)));
            }
            else if (Warning(after) is { } advice)
            {
                found.Add(new DraftFinding("small_business_" + SnakeCase.Of(after), false, advice));
            }
        }

        return found;
    }

    private static string Ended(SmallBusinessTurnover turnover, DateOnly day) =>
        (turnover.Previous > SmallBusinessLimit.PreviousYear
            ? $"Unsere Gutschriften für {turnover.Year - 1} kommen auf {GermanNumber.Euro(turnover.Previous)}, mehr als {GermanNumber.Euro(SmallBusinessLimit.PreviousYear)}: {turnover.Year} gilt § 19 UStG nicht. "
            : $"Mit diesen Leistungen übersteigt der Umsatz {turnover.Year} {GermanNumber.Euro(SmallBusinessLimit.CurrentYear)}: § 19 UStG endet sofort. ")
        + $"Tragen Sie mit Wirkung vom {GermanNumber.Day(day)} die Regelbesteuerung ein.";

    private static string? Warning(SmallBusinessVerdict verdict) => verdict switch
    {
        SmallBusinessVerdict.NearNextYear => "Der Umsatz dieses Jahres nähert sich 25.000 €: Wird die Grenze überschritten, gilt § 19 UStG im nächsten Jahr nicht mehr.",
        SmallBusinessVerdict.EndsWithYear => "Der Umsatz dieses Jahres übersteigt 25.000 €: § 19 UStG gilt nur noch bis zum 31. Dezember. Fragen Sie nach dem Status ab dem 1. Januar.",
        SmallBusinessVerdict.NearEnd => "Der Umsatz dieses Jahres nähert sich 100.000 €: Wird die Grenze überschritten, endet § 19 UStG sofort.",
        _ => null,
    };
}
